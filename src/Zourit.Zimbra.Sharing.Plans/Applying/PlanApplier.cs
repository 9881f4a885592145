using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>
/// Carries out plans by the calls of the library that converge: what is in force already is not sent, and nobody is mailed twice.
/// </summary>
/// <param name="client">The client; it is not disposed of.</param>
public sealed class PlanApplier(ZimbraClient client)
{
    /// <summary>
    /// Carries out a plan, owners side by side, each owner's additions before their removals. Each owner is read again first, and each
    /// change settled by itself: it is done where the share is as it was in the plan, and passed over where it is as it should be, or
    /// neither. A change that fails stops no other.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">Journal, deadline, concurrency; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run after what was started. Leaving the loop does too.</param>
    /// <returns>What became of each change, as soon as it is known.</returns>
    /// <exception cref="InvalidOperationException">The plan exceeds a limit, is of another server, or too old. Nothing was
    /// changed.</exception>
    /// <exception cref="IOException">The journal cannot be written. Nothing more was sent.</exception>
    public IAsyncEnumerable<ChangeOutcome> ApplyAsync(
        SharingPlan plan,
        ApplyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(plan);
        ApplyOptions chosen = options ?? new();
        Check(plan, chosen);
        return RunAsync(plan, chosen, cancellationToken);
    }

    private void Check(SharingPlan plan, ApplyOptions options)
    {
        if (plan.Breaches.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', plan.Breaches));
        }

        if (plan.Server is { } server && server != client.Server)
        {
            throw new InvalidOperationException($"The plan was made from {server.Host}, not from {client.Server.Host}: make it again.");
        }

        if (options.TimeProvider.GetUtcNow() - plan.CreatedAt > options.MaxAge)
        {
            throw new InvalidOperationException($"The plan was made at {plan.CreatedAt:u}, too long ago: make it again.");
        }
    }

    private async IAsyncEnumerable<ChangeOutcome> RunAsync(
        SharingPlan plan,
        ApplyOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = Channel.CreateBounded<ChangeOutcome>(options.MaxConcurrency);
        Task work = WorkAsync(plan, options, outcomes.Writer, stop.Token);
        try
        {
            await foreach (ChangeOutcome outcome in outcomes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(
        SharingPlan plan,
        ApplyOptions options,
        ChannelWriter<ChangeOutcome> outcomes,
        CancellationToken cancellationToken
    )
    {
        var run = new RunState(options);
        var reader = new ZimbraPlanSource(client);
        try
        {
            if (options.Journal is { } journal)
            {
                IEnumerable<OwedMail> settled = plan.Owners.SelectMany(owner => owner.SettledMails);
                await journal.SettleAsync(run.Run, options.TimeProvider.GetUtcNow(), settled, cancellationToken).ConfigureAwait(false);
            }

            await Parallel
                .ForEachAsync(
                    plan.Owners.Where(owner => owner.Changes.Count > 0 && options.Shard.Holds(owner.Owner)),
                    new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrency, CancellationToken = cancellationToken },
                    async (owner, token) =>
                    {
                        var applier = new OwnerApplier(client.Mailbox(owner.Owner), reader, options, run);
                        await foreach (ChangeOutcome outcome in applier.ApplyAsync(owner, token).ConfigureAwait(false))
                        {
                            await outcomes.WriteAsync(outcome, token).ConfigureAwait(false);
                        }
                    }
                )
                .ConfigureAwait(false);
            outcomes.Complete();
        }
        catch (Exception e)
        {
            // The reader of the outcomes is the one who hears of it.
            outcomes.Complete(e);
        }
    }
}

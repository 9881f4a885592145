using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
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
    /// <exception cref="InvalidOperationException">There is something against the plan: see <see cref="Examine"/>. Nothing was
    /// changed.</exception>
    /// <exception cref="ZimbraException">The server was not reached, or refused the login. Nothing was changed.</exception>
    /// <exception cref="IOException">The journal or the file of passwords cannot be written. Nothing more was sent.</exception>
    public IAsyncEnumerable<ChangeOutcome> ApplyAsync(
        SharingPlan plan,
        ApplyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ApplyOptions chosen = options ?? new();
        IReadOnlyList<PlanObjection> objections = Examine(plan, chosen);
        return objections.Count > 0
            ? throw new InvalidOperationException(string.Join('\n', objections))
            : RunAsync(plan, chosen, cancellationToken);
    }

    /// <summary>Judges a plan before anything of it is done: its limits and the policy once more, its server, its age.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">As for <see cref="ApplyAsync"/>.</param>
    /// <returns>Everything for which it is not applied; empty where it is.</returns>
    public IReadOnlyList<PlanObjection> Examine(SharingPlan plan, ApplyOptions? options = null)
    {
        Argument.NotNull(plan);
        return [.. new PlanExamination(plan, client.Server, options ?? new()).Objections()];
    }

    /// <summary>
    /// Suspends, or 30 days after that deletes, the accounts of guests with whom nothing is shared any more, as the manifest's
    /// <c>leavers</c> says; at most five a call. It is for after <see cref="ApplyAsync"/>. Only accounts are touched that runs with the
    /// same journal made and that <see cref="SharingPlan.LeavingGuests"/> names; and only where all owners of the domain can be read, none
    /// of whom shares anything with the guest.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">As for <see cref="ApplyAsync"/>. Without a journal nothing is done.</param>
    /// <param name="cancellationToken">Ends the call; an account may be suspended or deleted all the same.</param>
    /// <returns>What became of each account that is concerned; those that a condition keeps, too.</returns>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public IAsyncEnumerable<LeaverOutcome> EndAccountsAsync(
        SharingPlan plan,
        ApplyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(plan);
        return options?.Journal is { } journal && plan.Leavers != LeaverMode.Revoke
            ? new LeaverRun(client, plan, options, journal).RunAsync(cancellationToken)
            : AsyncEnumerable.Empty<LeaverOutcome>();
    }

    private async IAsyncEnumerable<ChangeOutcome> RunAsync(
        SharingPlan plan,
        ApplyOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        OwnerPlan[] owners = [.. plan.Owners.Where(owner => owner.Changes.Count > 0 && options.Shard.Holds(owner.Owner))];
        var progress = new ProgressCount(options, owners);
        using var run = new ApplyRun(client, options, await client.PingAsync(cancellationToken).ConfigureAwait(false));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = Channel.CreateBounded<ChangeOutcome>(options.MaxConcurrency);
        Task work = WorkAsync(run, plan, owners, outcomes.Writer, stop.Token);
        try
        {
            await foreach (ChangeOutcome outcome in outcomes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                progress.Add(outcome);
                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task WorkAsync(
        ApplyRun run,
        SharingPlan plan,
        OwnerPlan[] owners,
        ChannelWriter<ChangeOutcome> outcomes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (run.Options.Journal is { } journal)
            {
                await journal.StartAsync(run.State.Run, plan, run.Options, cancellationToken).ConfigureAwait(false);
                IEnumerable<OwedMail> settled = plan.Owners.SelectMany(owner => owner.SettledMails);
                await journal.SettleAsync(run.State.Run, run.Now, settled, cancellationToken).ConfigureAwait(false);
            }

            await Parallel
                .ForEachAsync(
                    owners,
                    new ParallelOptions { MaxDegreeOfParallelism = run.Options.MaxConcurrency, CancellationToken = cancellationToken },
                    async (owner, token) =>
                    {
                        await foreach (ChangeOutcome outcome in new OwnerApplier(run, owner).ApplyAsync(token).ConfigureAwait(false))
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

using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// Plans owner by owner. What is kept of each are the changes; what there is goes as soon as it is compared.
/// </summary>
internal sealed class PlanRun(IPlanSource source, Manifest manifest, PlanOptions options)
{
    private readonly PlanRules _rules = new(manifest, options);
    private readonly Dictionary<string, List<DesiredShare>> _wanted = [];

    /// <summary>What is worth knowing of the run as a whole; complete before the first owner comes.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; private set; } = [];

    public async IAsyncEnumerable<OwnerPlan> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _rules.LearnClock(await ClockAsync(cancellationToken).ConfigureAwait(false));
        await CollectAsync(cancellationToken).ConfigureAwait(false);
        Queue<OwnerPlan> plans = new(Merge(await ReadAllAsync(cancellationToken).ConfigureAwait(false)));
        IPlanSource predicting = await source.PrepareAsync([.. plans.Where(IsPredicted)], cancellationToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<Task<OwnerPlan>> ahead = [];
        try
        {
            while (plans.Count + ahead.Count > 0)
            {
                while (plans.Count > 0 && ahead.Count < options.MaxConcurrency)
                {
                    ahead.Enqueue(PredictAsync(predicting, plans.Dequeue(), stop.Token));
                }

                yield return await ahead.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Which guests' accounts end with the plans, once they are all made.</summary>
    public Task<IReadOnlyList<PlannedLeaver>> LeaversAsync(IReadOnlyList<OwnerPlan> owners, CancellationToken cancellationToken) =>
        new LeaverPlanner(source, options, _rules.Leavers, owners).PlanAsync(manifest.Leavers, cancellationToken);

    // Only where a date is at stake.
    private async Task<TimeSpan?> ClockAsync(CancellationToken cancellationToken) =>
        manifest.Shares.Any(share => share is { IsAbsent: false, Expiry.Time: not null })
            ? await source.FindClockDifferenceAsync(cancellationToken).ConfigureAwait(false)
            : null;

    private async Task CollectAsync(CancellationToken cancellationToken)
    {
        foreach (DesiredShare share in manifest.Shares)
        {
            Lines(share.Owner).Add(share);
        }

        foreach (string owner in options.Prune == PruneMode.Record ? options.Record!.Shares.Select(share => share.Owner) : [])
        {
            Lines(owner);
        }

        if (options.Prune == PruneMode.Scope)
        {
            await foreach (string owner in source.ListOwnersAsync(manifest.Scope!, cancellationToken).ConfigureAwait(false))
            {
                Lines(owner);
            }
        }

        // One search for each domain whose guests are to have accounts.
        IEnumerable<string> owners = manifest.Shares.Where(share => share.HasAccount).Select(share => share.Owner);
        foreach (string domain in owners.Where(options.Shard.Holds).Select(OwnerDomain.Of).Distinct())
        {
            _rules.Learn(domain, await source.FindGuestsAsync(domain, cancellationToken).ConfigureAwait(false));
        }

        List<DesiredShare> Lines(string owner)
        {
            if (!_wanted.TryGetValue(owner, out List<DesiredShare>? lines))
            {
                _wanted.Add(owner, lines = []);
            }

            return lines;
        }
    }

    private async Task<OwnerReading[]> ReadAllAsync(CancellationToken cancellationToken)
    {
        string[] owners = [.. _wanted.Keys.Where(options.Shard.Holds)];
        if (options.DirectoryOnly)
        {
            return await ReadDirectoryAsync(owners, cancellationToken).ConfigureAwait(false);
        }

        var readings = new OwnerReading?[owners.Length];
        using DirectoryLook? look = !options.Verify && source.Directory is { } directory ? new(directory, _rules, options) : null;
        IReadOnlyDictionary<string, OwnerPlan> believed = look is null
            ? new Dictionary<string, OwnerPlan>()
            : await look.FindAsync(
                    owners.ToDictionary(owner => owner, IReadOnlyList<DesiredShare> (owner) => _wanted[owner]),
                    cancellationToken
                )
                .ConfigureAwait(false);
        await ReadAsync(i => !believed.ContainsKey(owners[i])).ConfigureAwait(false);
        if (look?.IsTrusted == false)
        {
            await ReadAsync(i => readings[i] is null).ConfigureAwait(false);
        }

        Warnings = look?.Warnings ?? [];
        return [.. owners.Select((owner, i) => readings[i] ?? new OwnerReading(owner, believed[owner]))];

        Task ReadAsync(Func<int, bool> isDue) =>
            Parallel.ForEachAsync(
                Enumerable.Range(0, owners.Length).Where(isDue),
                new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrency, CancellationToken = cancellationToken },
                async (i, token) => readings[i] = await ReadOneAsync(owners[i], look, token).ConfigureAwait(false)
            );
    }

    private async Task<OwnerReading[]> ReadDirectoryAsync(string[] owners, CancellationToken cancellationToken)
    {
        var reading = new DirectoryReading(source.Directory!);
        Dictionary<string, OwnerReading> readings = [];
        await foreach ((string owner, OwnerState state) in reading.ReadAsync(owners, cancellationToken).ConfigureAwait(false))
        {
            readings[owner] = Planned(owner, state);
        }

        Warnings = reading.Warnings;
        return [.. owners.Select(owner => readings[owner])];
    }

    private async Task<OwnerReading> ReadOneAsync(string owner, DirectoryLook? look, CancellationToken cancellationToken)
    {
        OwnerState state = await source.ReadAsync(owner, cancellationToken).ConfigureAwait(false);
        if (state is { Failure: not null, OwnerId: null, IsUnresolved: false } && _rules.Prune != PruneMode.None)
        {
            state = await IdentifyAsync(state, cancellationToken).ConfigureAwait(false);
        }

        if (look is not null)
        {
            await look.CompareAsync(state, cancellationToken).ConfigureAwait(false);
        }

        return Planned(owner, state);
    }

    private OwnerReading Planned(string owner, OwnerState state)
    {
        bool isAlias = state.Failure is null && !string.Equals(state.Name, owner, StringComparison.OrdinalIgnoreCase);
        return new(owner, Plan(state, _wanted[owner]) with { Aliases = isAlias ? [owner] : [] }, isAlias ? state : null);
    }

    // Who cannot be read may be another address of somebody who is pruned, unless the directory knows whose it is.
    private async Task<OwnerState> IdentifyAsync(OwnerState state, CancellationToken cancellationToken)
    {
        try
        {
            return
                source.Directory is { } directory
                && await directory.ReadAsync(state.Owner, cancellationToken).ConfigureAwait(false) is { OwnerId: { } id } published
                ? state with
                {
                    OwnerId = id,
                    PrimaryAddress = published.PrimaryAddress,
                }
                : state;
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.AdministratorRequired)
        {
            return state;
        }
    }

    private OwnerPlan Plan(OwnerState state, IEnumerable<DesiredShare> lines)
    {
        (List<DesiredShare> merged, List<LineProblem> contradictions) = OwnerLines.Merge(lines);
        OwnerPlan plan = new OwnerPlanner(_rules, state).Plan(merged, mayPrune: contradictions.Count == 0);
        return contradictions.Count == 0 ? plan : NotPruned(plan with { Problems = [.. contradictions, .. plan.Problems] });
    }

    // Two addresses of one account are one owner. Whose account is not known may be any account of the domain: nothing is pruned there.
    private IEnumerable<OwnerPlan> Merge(OwnerReading[] readings)
    {
        HashSet<string> unknown =
        [
            .. readings.Where(reading => reading.Plan.OwnerId is null).Select(reading => OwnerDomain.Of(reading.Owner)),
        ];
        foreach (IGrouping<string, OwnerReading> account in readings.GroupBy(reading => reading.Plan.OwnerId ?? reading.Owner))
        {
            OwnerReading[] read = [.. account.Where(each => each.Plan.Failure is null)];
            OwnerReading[] failed = [.. account.Where(each => each.Plan.Failure is not null)];
            if (read.Length > 0)
            {
                OwnerPlan plan = MergeOne(read);
                bool isStopped =
                    failed.Length > 0
                    || read.Select(each => each.Owner).Append(plan.Owner).Any(each => unknown.Contains(OwnerDomain.Of(each)));
                yield return isStopped && _rules.Prune != PruneMode.None ? NotPruned(plan) : plan;
            }

            foreach (OwnerReading each in failed)
            {
                yield return each.Plan;
            }
        }
    }

    // One of several addresses at the most is no alias.
    private OwnerPlan MergeOne(OwnerReading[] addresses) =>
        addresses is [var single]
            ? single.Plan
            : Plan(addresses.First(each => each.Alias is not null).Alias!, addresses.SelectMany(each => _wanted[each.Owner])) with
            {
                Aliases = [.. addresses.SelectMany(each => each.Plan.Aliases)],
            };

    // A line that the server will refuse has failed: nothing is pruned at its owner.
    private async Task<OwnerPlan> PredictAsync(IPlanSource predicting, OwnerPlan plan, CancellationToken cancellationToken)
    {
        if (!IsPredicted(plan))
        {
            return plan;
        }

        OwnerPlan predicted = await predicting.PredictAsync(plan, cancellationToken).ConfigureAwait(false);
        return predicted.Problems.Count == plan.Problems.Count || !predicted.Changes.Any(IsPruned) ? predicted : NotPruned(predicted);
    }

    // What is to be predicted is asked of mailboxes.
    private bool IsPredicted(OwnerPlan plan) => plan.Changes.Count > 0 && !options.DirectoryOnly;

    private static bool IsPruned(PlannedChange change) => change.Reason is ChangeReason.NotNamed or ChangeReason.NoLongerNamed;

    private static OwnerPlan NotPruned(OwnerPlan plan)
    {
        PlannedChange[] kept = [.. plan.Changes.Where(change => !IsPruned(change))];
        return plan with
        {
            Changes = kept,
            Unchanged = plan.Unchanged + plan.Changes.Count - kept.Length,
            Warnings = [.. plan.Warnings.Append(PlanTexts.NotPruned).Distinct()],
        };
    }
}

using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Compares a manifest with what there is. It reads, and changes nothing.</summary>
/// <param name="source">Where what there is is read.</param>
public sealed class SharingPlanner(IPlanSource source)
{
    /// <summary>Reads every owner that the manifest names, and with pruning those that it may touch, and says what would change.</summary>
    /// <param name="manifest">What is wanted.</param>
    /// <param name="options">Pruning, limits, shard; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <returns>The plan. It is shown where it exceeds a limit as well: see <see cref="SharingPlan.Breaches"/>.</returns>
    /// <exception cref="ArgumentException">Pruning needs a record or a scope that is not there, or is to be done by a shard.</exception>
    public async Task<SharingPlan> PlanAsync(Manifest manifest, PlanOptions? options = null, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(manifest);
        PlanOptions chosen = Checked(manifest, options ?? new());
        Dictionary<string, List<DesiredShare>> wanted = [];
        foreach (DesiredShare share in manifest.Shares)
        {
            Lines(share.Owner).Add(share);
        }

        foreach (string owner in chosen.Prune == PruneMode.Record ? chosen.Record!.Shares.Select(share => share.Owner) : [])
        {
            Lines(owner);
        }

        if (chosen.Prune == PruneMode.Scope)
        {
            await foreach (string owner in source.ListOwnersAsync(manifest.Scope!, cancellationToken).ConfigureAwait(false))
            {
                Lines(owner);
            }
        }

        string[] owners = [.. wanted.Keys.Where(chosen.Shard.Holds)];
        OwnerState[] states = await ReadAsync(owners, chosen, cancellationToken).ConfigureAwait(false);
        List<OwnerPlan> plans = Plan(new PlanRules(manifest, chosen), states, wanted);
        await Parallel
            .ForAsync(
                0,
                plans.Count,
                new ParallelOptions { MaxDegreeOfParallelism = chosen.MaxConcurrency, CancellationToken = cancellationToken },
                async (i, token) => plans[i] = await PredictAsync(plans[i], token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return Judge(manifest, chosen, plans);

        List<DesiredShare> Lines(string owner)
        {
            if (!wanted.TryGetValue(owner, out List<DesiredShare>? lines))
            {
                wanted.Add(owner, lines = []);
            }

            return lines;
        }
    }

    private static PlanOptions Checked(Manifest manifest, PlanOptions options) =>
        options.Prune == PruneMode.Scope && manifest.Scope is null
            ? throw Argument.Invalid("Pruning by scope needs a manifest with 'scope'.", nameof(options))
        : options.Prune == PruneMode.Record && options.Record is null
            ? throw Argument.Invalid("Pruning by record needs the record of the manifest applied last.", nameof(options))
        : options.Prune != PruneMode.None && !options.Shard.IsAll
            ? throw Argument.Invalid(
                "A shard cannot judge what may be removed: make one plan of all owners, save it, and apply it by shards.",
                nameof(options)
            )
        : options;

    private async Task<OwnerState[]> ReadAsync(string[] owners, PlanOptions options, CancellationToken cancellationToken)
    {
        var states = new OwnerState[owners.Length];
        await Parallel
            .ForAsync(
                0,
                owners.Length,
                new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrency, CancellationToken = cancellationToken },
                async (i, token) => states[i] = await source.ReadAsync(owners[i], token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return states;
    }

    // A line that the server will refuse has failed: nothing is pruned at its owner.
    private async Task<OwnerPlan> PredictAsync(OwnerPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Changes.Count == 0)
        {
            return plan;
        }

        OwnerPlan predicted = await source.PredictAsync(plan, cancellationToken).ConfigureAwait(false);
        PlannedChange[] kept =
        [
            .. predicted.Changes.Where(change => change.Reason is not (ChangeReason.NotNamed or ChangeReason.NoLongerNamed)),
        ];
        return predicted.Problems.Count == plan.Problems.Count || kept.Length == predicted.Changes.Count
            ? predicted
            : predicted with
            {
                Changes = kept,
                Unchanged = predicted.Unchanged + predicted.Changes.Count - kept.Length,
                Warnings = [.. predicted.Warnings, PlanTexts.NotPruned],
            };
    }

    // Two addresses of one account are one owner; while one owner of a domain is not resolved, it may be any account there, renamed.
    private static List<OwnerPlan> Plan(PlanRules rules, OwnerState[] states, Dictionary<string, List<DesiredShare>> wanted)
    {
        HashSet<string> unresolved = [.. states.Where(state => state.IsUnresolved).Select(state => OwnerDomain.Of(state.Owner))];
        List<OwnerPlan> plans = [];
        foreach (IGrouping<string, OwnerState> account in states.GroupBy(state => state.OwnerId ?? state.Owner))
        {
            OwnerState state = account.First();
            (List<DesiredShare> lines, List<LineProblem> contradictions) = OwnerLines.Merge(account.SelectMany(each => wanted[each.Owner]));
            bool isStopped = contradictions.Count > 0 || account.Any(each => unresolved.Contains(OwnerDomain.Of(each.Name)));
            OwnerPlan plan = new OwnerPlanner(rules, state).Plan(lines, mayPrune: !isStopped);
            plans.Add(
                contradictions.Count == 0 && !(isStopped && rules.Prune != PruneMode.None && plan.Failure is null)
                    ? plan
                    : plan with
                    {
                        Problems = [.. contradictions, .. plan.Problems],
                        Warnings = [.. plan.Warnings.Append(PlanTexts.NotPruned).Distinct()],
                    }
            );
        }

        return plans;
    }

    private SharingPlan Judge(Manifest manifest, PlanOptions options, List<OwnerPlan> owners)
    {
        var judge = new LimitJudge(manifest.Limits, manifest.Policy?.Limits ?? new(), options.Limits);
        List<LimitBreach> breaches = [.. judge.Judge(owners)];
        int existing = owners.Sum(owner => owner.Existing);
        if (options.Prune != PruneMode.None && manifest.Shares.Count == 0 && !options.AllowEmpty)
        {
            breaches.Add(
                new()
                {
                    Limit = PlanLimit.EmptyManifest,
                    Count = 0,
                    Allowed = 0,
                    Of = existing,
                }
            );
        }

        return new()
        {
            Server = source.Server,
            CreatedAt = options.TimeProvider.GetUtcNow(),
            ManifestHash = manifest.Hash,
            TimeZone = manifest.TimeZone,
            Owners = owners,
            Summary = PlanCount.Of(owners, judge.Removals(existing)),
            Breaches = breaches,
        };
    }
}

using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
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
        var run = new PlanRun(source, manifest, chosen);
        List<OwnerPlan> owners = [];
        await foreach (OwnerPlan owner in run.RunAsync(cancellationToken).ConfigureAwait(false))
        {
            owners.Add(owner);
        }

        IReadOnlyList<PlannedLeaver> leavers = await run.LeaversAsync(owners, cancellationToken).ConfigureAwait(false);
        return Judge(manifest, chosen, owners, leavers) with { Warnings = run.Warnings };
    }

    /// <summary>
    /// As <see cref="PlanAsync"/>, owner by owner, each as soon as what will become of the changes is known: to show a large plan while it
    /// is made. Limits are judged by <see cref="PlanAsync"/> only, since they hold for the plan as a whole.
    /// </summary>
    /// <param name="manifest">What is wanted.</param>
    /// <param name="options">Pruning, shard; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the planning. Leaving the loop does too.</param>
    /// <returns>The owners, in the order of the manifest. The first comes when all are read, since what one address is, and what may be
    /// pruned in a domain, depends on the others; kept meanwhile are the changes, not what there is. Which guests' accounts end is
    /// said by <see cref="PlanAsync"/> only.</returns>
    /// <exception cref="ArgumentException">As for <see cref="PlanAsync"/>.</exception>
    public IAsyncEnumerable<OwnerPlan> StreamAsync(
        Manifest manifest,
        PlanOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(manifest);
        return new PlanRun(source, manifest, Checked(manifest, options ?? new())).RunAsync(cancellationToken);
    }

    private PlanOptions Checked(Manifest manifest, PlanOptions options) =>
        options.Prune == PruneMode.Scope && manifest.Scope is null
            ? throw Argument.Invalid(
                Sentence.Of(
                    $"Pruning by scope needs a manifest with 'scope'.",
                    $"Révoquer d'après la portée demande un manifeste avec « scope »."
                ),
                nameof(options)
            )
        : options.Prune == PruneMode.Record && options.Record is null
            ? throw Argument.Invalid(
                Sentence.Of(
                    $"Pruning by record needs the record of the manifest applied last.",
                    $"Révoquer d'après le relevé demande celui du manifeste appliqué en dernier."
                ),
                nameof(options)
            )
        : options.Prune != PruneMode.None && !options.Shard.IsAll
            ? throw Argument.Invalid(
                Sentence.Of(
                    $"A shard cannot judge what may be removed: make one plan of all owners, save it, and apply it by shards.",
                    $"Une partie ne peut juger de ce qui peut être révoqué : faites un plan de tous les "
                        + $"propriétaires, enregistrez-le, puis appliquez-le par parties."
                ),
                nameof(options)
            )
        : options is { DirectoryOnly: true, Verify: true }
            ? throw Argument.Invalid(
                Sentence.Of(
                    $"A plan is made from the directory alone, or every mailbox is read: not both.",
                    $"Un plan se fait d'après l'annuaire seul, ou en lisant chaque boîte aux lettres : pas les deux."
                ),
                nameof(options)
            )
        : options.DirectoryOnly && source.Directory is null
            ? throw Argument.Invalid(
                Sentence.Of($"A plan from the directory alone needs a directory.", $"Un plan d'après l'annuaire seul demande un annuaire."),
                nameof(options)
            )
        : options;

    private SharingPlan Judge(Manifest manifest, PlanOptions options, List<OwnerPlan> owners, IReadOnlyList<PlannedLeaver> leavers)
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
            PolicyHash = manifest.Policy?.Hash,
            Scope = manifest.Scope,
            Limits = manifest.Limits,
            RaisedLimits = options.Limits,
            Leavers = manifest.Leavers,
            LeavingGuests = leavers,
            IsDirectoryOnly = options.DirectoryOnly,
            Actor = options.Actor,
            Reference = options.Reference,
            TimeZone = manifest.TimeZone,
            Owners = owners,
            Summary = PlanCount.Of(owners, leavers, judge.Removals(existing)),
            Breaches = breaches,
        };
    }
}

using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>
/// Says which guests' accounts a plan ends: those that runs made, of guests whose last share goes with the plan or went before. Owners whom
/// the plan does not name are asked for in the directory.
/// </summary>
internal sealed class LeaverPlanner(IPlanSource source, PlanOptions options, LeaverWatch watch, IReadOnlyList<OwnerPlan> owners)
{
    /// <summary>So many accounts are suspended or deleted in one run.</summary>
    public const int MostAccounts = 5;

    private readonly ILookup<string, OwnerPlan> _owners = owners.ToLookup(owner => OwnerDomain.Of(owner.Owner));

    private readonly ILookup<(string Domain, string Guest), PlannedChange> _changes = owners
        .SelectMany(owner => owner.Changes)
        .Where(change => change.Grantee.Kind == GranteeKind.Guest)
        .ToLookup(change => (OwnerDomain.Of(change.Owner), change.Grantee.Name));

    private readonly Dictionary<string, (LocalizedText? Failure, IReadOnlyDictionary<MadeAccount, string> Sharing)> _domains = [];

    /// <summary>Whether a suspended account is due to be deleted.</summary>
    public static bool IsDueForDeletion(DateTimeOffset suspendedAt, DateTimeOffset now) => now - suspendedAt >= TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<PlannedLeaver>> PlanAsync(LeaverMode mode, CancellationToken cancellationToken)
    {
        List<PlannedLeaver> leavers = [];
        int ended = 0;
        foreach (MadeAccount account in mode == LeaverMode.Revoke ? [] : options.MadeAccounts)
        {
            if (Due(account, mode) is not { } due)
            {
                continue;
            }

            LocalizedText? obstacle = await ObstacleAsync(account, cancellationToken).ConfigureAwait(false)
                ?? (ended == MostAccounts ? LeaverTexts.Enough(MostAccounts) : null);
            ended += obstacle is null ? 1 : 0;
            leavers.Add(obstacle is null ? due : due with { Action = LeaverAction.Keep, Reason = obstacle });
        }

        return leavers;
    }

    private PlannedLeaver? Due(MadeAccount account, LeaverMode mode)
    {
        PlannedChange[] changes = [.. _changes[(account.Domain, account.Guest)]];
        PlannedChange? removal = Array.Find(changes, change => change.Action == ChangeAction.Remove);
        return !_owners.Contains(account.Domain) ? null
            : account.SuspendedAt is { } since
                ? mode == LeaverMode.Retire && IsDueForDeletion(since, options.TimeProvider.GetUtcNow()) && removal is null
                        ? Leaver(account, LeaverAction.Delete, LeaverTexts.SuspendedSince(since), null)
                    : null
            : removal is not null ? Leaver(account, LeaverAction.Suspend, LeaverTexts.LastShareGoes(removal), removal)
            : account.HasLeft && changes.Length == 0 ? Leaver(account, LeaverAction.Suspend, LeaverTexts.LastShareIsGone, null)
            : null;
    }

    private async Task<LocalizedText?> ObstacleAsync(MadeAccount account, CancellationToken cancellationToken)
    {
        if (_owners[account.Domain].FirstOrDefault(owner => owner.Failure is not null)?.Failure is { } unknown)
        {
            return LeaverTexts.NotAllRead(unknown);
        }

        if (_owners[account.Domain].FirstOrDefault(owner => watch.SharesAfter(owner, account)) is { } sharing)
        {
            return LeaverTexts.StillShared(sharing.Owner);
        }

        (LocalizedText? failure, IReadOnlyDictionary<MadeAccount, string> others) = await OthersAsync(account.Domain, cancellationToken)
            .ConfigureAwait(false);
        return failure is not null ? LeaverTexts.NotAllRead(failure)
            : others.TryGetValue(account, out string? other) ? LeaverTexts.StillShared(other)
            : null;
    }

    // Whom the plan does not name: one search for all accounts of the domain.
    private async Task<(LocalizedText? Failure, IReadOnlyDictionary<MadeAccount, string> Sharing)> OthersAsync(
        string domain,
        CancellationToken cancellationToken
    )
    {
        if (!_domains.TryGetValue(domain, out (LocalizedText? Failure, IReadOnlyDictionary<MadeAccount, string> Sharing) known))
        {
            Dictionary<MadeAccount, string> sharing = [];
            known = (await SearchAsync(domain, sharing, cancellationToken).ConfigureAwait(false), sharing);
            _domains.Add(domain, known);
        }

        return known;
    }

    private async Task<LocalizedText?> SearchAsync(
        string domain,
        Dictionary<MadeAccount, string> sharing,
        CancellationToken cancellationToken
    )
    {
        if (source.Directory is not { } directory)
        {
            return null;
        }

        HashSet<string> planned = [.. _owners[domain].Select(owner => owner.Owner)];
        MadeAccount[] accounts = [.. options.MadeAccounts.Where(account => account.Domain == domain)];
        try
        {
            await foreach (OwnerState other in directory.ListAsync(domain, cancellationToken).ConfigureAwait(false))
            {
                if (planned.Contains(other.Name))
                {
                    continue;
                }

                if (other.Failure is { } failure)
                {
                    return failure;
                }

                foreach (MadeAccount account in accounts.Where(account => Shares(other, account)))
                {
                    sharing.TryAdd(account, other.Name);
                }
            }

            return null;
        }
        catch (ZimbraException e)
        {
            return e.Explanation;
        }
    }

    private static bool Shares(OwnerState owner, MadeAccount account) =>
        owner.Calendars.Any(calendar => calendar.Grants.Any(grant => LeaverWatch.IsFor(grant, account)));

    private static PlannedLeaver Leaver(MadeAccount account, LeaverAction action, LocalizedText reason, PlannedChange? removal) =>
        new()
        {
            Domain = account.Domain,
            Guest = account.Guest,
            Action = action,
            Reason = reason,
            Location = removal?.Location,
        };
}

using System.Collections.Concurrent;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Remembers of each owner what is shared with guests whose accounts runs made; all else that there is goes.</summary>
internal sealed class LeaverWatch
{
    private readonly ILookup<string, MadeAccount> _byGuest;
    private readonly ILookup<string, MadeAccount> _byId;
    private readonly ConcurrentDictionary<string, (FolderPath Calendar, PlanGrantee Grantee, MadeAccount Account)[]> _shares = [];

    public LeaverWatch(IReadOnlyCollection<MadeAccount> accounts)
    {
        _byGuest = accounts.ToLookup(account => account.Guest);
        _byId = accounts.ToLookup(account => account.Id);
    }

    /// <summary>Takes an owner in; what was remembered of the same one is forgotten.</summary>
    public void See(OwnerState owner)
    {
        if (_byGuest.Count > 0)
        {
            _shares[owner.Name] =
            [
                .. owner.Calendars.SelectMany(calendar =>
                    calendar.Grants.SelectMany(grant =>
                        AccountsOf(grant).Distinct().Select(account => (calendar.Path, grant.Grantee, account))
                    )
                ),
            ];
        }
    }

    /// <summary>Whether an owner shares anything with the guest of an account once a plan is carried out.</summary>
    public bool SharesAfter(OwnerPlan plan, MadeAccount account) =>
        plan.Changes.Any(change => change.Action == ChangeAction.Create && change.Grantee.Name == account.Guest)
        || _shares
            .GetValueOrDefault(plan.Owner, [])
            .Any(share =>
                share.Account == account
                && !plan.Changes.Any(change =>
                    change.Action == ChangeAction.Remove && change.Calendar == share.Calendar && change.Grantee == share.Grantee
                )
            );

    /// <summary>Whether a grant is for the guest of an account, or for the account itself.</summary>
    public static bool IsFor(GrantState grant, MadeAccount account) => grant.Grantee.Name == account.Guest || grant.GranteeId == account.Id;

    private IEnumerable<MadeAccount> AccountsOf(GrantState grant) =>
        grant.GranteeId is { } id ? _byGuest[grant.Grantee.Name].Concat(_byId[id]) : _byGuest[grant.Grantee.Name];
}

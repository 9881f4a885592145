using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What holds for every owner of a plan.</summary>
internal sealed class PlanRules
{
    private readonly Manifest _manifest;
    private readonly HashSet<OwedMail> _owed;
    private readonly Dictionary<(string Owner, FolderPath? Calendar, PlanGrantee Grantee), SourceLocation> _recorded = [];

    public PlanRules(Manifest manifest, PlanOptions options)
    {
        _manifest = manifest;
        _owed = [.. options.OwedMails];
        Prune = options.Prune;
        Now = options.TimeProvider.GetUtcNow();
        foreach (DesiredShare share in options.Record?.Shares ?? [])
        {
            _recorded.TryAdd((share.Owner, share.Calendar, share.Grantee), share.Location);
        }
    }

    public bool Owes(string owner, FolderPath calendar, PlanGrantee grantee) => _owed.Contains(OwedMail.Of(owner, calendar, grantee));

    public PruneMode Prune { get; }

    public DateTimeOffset Now { get; }

    public IReadOnlyList<KeepRule> Keep => _manifest.Keep;

    public bool NeedsApproval(PlanGrantee grantee, ShareValue? before, ShareValue after) =>
        _manifest.Policy is { } policy
        && (
            (policy.ApprovesPublic && grantee.Kind == GranteeKind.Public && before is null)
            || (policy.ApprovesWrite && !Permissions.Read.Includes(after.Rights) && before?.Rights.Includes(after.Rights) != true)
        );

    /// <summary>Why a share that the manifest does not name is pruned; null where it is not.</summary>
    public (ChangeReason Reason, SourceLocation? Location)? Reason(OwnerState owner, FolderPath calendar, PlanGrantee grantee)
    {
        if (Prune == PruneMode.Scope)
        {
            return _manifest.Scope?.Holds(owner.Name, calendar, grantee.Kind) == true ? (ChangeReason.NotNamed, null) : null;
        }

        SourceLocation? recorded = Recorded(owner.Name, calendar, grantee) ?? Recorded(owner.Owner, calendar, grantee);
        return recorded is null ? null : (ChangeReason.NoLongerNamed, recorded);
    }

    private SourceLocation? Recorded(string owner, FolderPath calendar, PlanGrantee grantee) =>
        _recorded.TryGetValue((owner, calendar, grantee), out SourceLocation at) || _recorded.TryGetValue((owner, null, grantee), out at)
            ? at
            : null;
}

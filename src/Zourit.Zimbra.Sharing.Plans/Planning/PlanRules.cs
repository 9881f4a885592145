using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What holds for every owner of a plan.</summary>
internal sealed class PlanRules
{
    private readonly Manifest _manifest;
    private readonly HashSet<OwedMail> _owed;
    private readonly HashSet<OwedAccount> _owedAccounts;
    private readonly Dictionary<string, IReadOnlySet<string>?> _guests = [];
    private readonly Dictionary<(string Owner, FolderPath? Calendar, PlanGrantee Grantee), SourceLocation> _recorded = [];
    private readonly ILookup<string, DesiredShare> _recordedByOwner;

    public PlanRules(Manifest manifest, PlanOptions options)
    {
        _manifest = manifest;
        _owedAccounts = [.. options.OwedAccounts];
        _owed = [.. options.OwedMails];
        Prune = options.Prune;
        Now = options.TimeProvider.GetUtcNow();
        IsDirectoryOnly = options.DirectoryOnly;
        Leavers = new(options.MadeAccounts);
        _recordedByOwner = (options.Record?.Shares ?? []).ToLookup(share => share.Owner);
        foreach (DesiredShare share in options.Record?.Shares ?? [])
        {
            _recorded.TryAdd((share.Owner, share.Calendar, share.Grantee), share.Location);
        }
    }

    public bool Owes(string owner, FolderPath calendar, PlanGrantee grantee) => _owed.Contains(OwedMail.Of(owner, calendar, grantee));

    public PruneMode Prune { get; }

    /// <summary>The server's clock, by which ends have passed.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>How far the server's clock is ahead, where that is too far for changes with dates; null where it is not.</summary>
    public TimeSpan? WrongClock { get; private set; }

    public bool IsDirectoryOnly { get; }

    public LeaverWatch Leavers { get; }

    public IReadOnlyList<KeepRule> Keep => _manifest.Keep;

    public bool NeedsApproval(PlanGrantee grantee, ShareValue? before, ShareValue after) =>
        _manifest.Policy is { } policy && policy.Approves(grantee, before?.Rights, after.Rights);

    public bool ApprovesAccounts => _manifest.Policy?.ApprovesAccounts == true;

    public bool Owes(OwedAccount account) => _owedAccounts.Contains(account);

    /// <summary>The guests who have an account in an owner's domain; null where that is not known.</summary>
    public IReadOnlySet<string>? GuestsOf(OwnerState owner) =>
        _guests.GetValueOrDefault(OwnerDomain.Of(owner.Name)) ?? _guests.GetValueOrDefault(OwnerDomain.Of(owner.Owner));

    /// <summary>Learns how far the server's clock is ahead; null for unknown. It comes before the owners are planned.</summary>
    public void LearnClock(TimeSpan? difference)
    {
        Now += difference ?? TimeSpan.Zero;
        WrongClock = ClockBound.Exceeded(difference);
    }

    /// <summary>Learns who has an account in a domain. It comes before the owners are planned.</summary>
    public void Learn(string domain, IReadOnlySet<string>? guests) => _guests[domain] = guests;

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

    /// <summary>What the record names of an owner.</summary>
    public IEnumerable<DesiredShare> Recorded(OwnerState owner) =>
        Prune != PruneMode.Record ? []
        : owner.Name == owner.Owner ? _recordedByOwner[owner.Name]
        : _recordedByOwner[owner.Name].Concat(_recordedByOwner[owner.Owner]);

    private SourceLocation? Recorded(string owner, FolderPath calendar, PlanGrantee grantee) =>
        _recorded.TryGetValue((owner, calendar, grantee), out SourceLocation at) || _recorded.TryGetValue((owner, null, grantee), out at)
            ? at
            : null;
}

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// What one delegated administrator may do. The grants nearest to an entry decide; among those a denial wins (recordings 15-152 to 15-156).
/// </summary>
internal sealed class AdminRights
{
    private readonly ZimbraDirectory _directory;
    private readonly HashSet<string> _grantees;
    private readonly Func<AdminTarget, IEnumerable<AdminGrant>> _grantsOn;

    private AdminRights(ZimbraDirectory directory, Account administrator, Func<AdminTarget, IEnumerable<AdminGrant>> grantsOn)
    {
        _directory = directory;
        _grantsOn = grantsOn;
        Administrator = administrator;

        // Groups give rights to their members only when they are made for it.
        _grantees =
        [
            administrator.Id,
            .. directory
                .Groups.Where(group => group.Attributes["zimbraIsAdminGroup"] == "TRUE" && ZimbraDirectory.IsMember(group, administrator))
                .Select(group => group.Id),
        ];
    }

    public Account Administrator { get; }

    /// <summary>The rights as they are granted at the time of each question.</summary>
    public static AdminRights Live(ZimbraDirectory directory, Account administrator) => new(directory, administrator, AdminGrant.On);

    /// <summary>The rights as they are now, whatever is granted or revoked later.</summary>
    public static AdminRights Snapshot(ZimbraDirectory directory, Account administrator)
    {
        ILookup<(string, string), AdminGrant> now = Live(directory, administrator)
            .Granted()
            .ToLookup(placed => (placed.Target.Type, placed.Target.Id), placed => placed.Grant);
        return new AdminRights(directory, administrator, target => now[(target.Type, target.Id)]);
    }

    /// <summary>The grants to the administrator and to the groups of administrators that it belongs to, each with its target.</summary>
    public IEnumerable<(AdminTarget Target, AdminGrant Grant)> Granted() =>
        from target in AdminTarget.All(_directory)
        from grant in On(target)
        select (target, grant);

    /// <summary>The grant that allows something with an entry; null without one.</summary>
    public (AdminTarget Target, AdminGrant Grant)? Allowing(string right, AdminTarget on) =>
        IsOutOfReach(on) || AdminRight.Find(right)?.TargetType != on.Type ? null : Deciding(on, grant => grant.Right == right);

    /// <summary>Whether something may be done with an entry.</summary>
    public bool Allows(string right, AdminTarget on) => Allowing(right, on) is not null;

    /// <summary>
    /// Whether searches list an entry: global administrators' accounts too, which nothing else may touch (recording 15-65).
    /// </summary>
    public bool AllowsListing(string right, AdminTarget on) =>
        AdminRight.Find(right)?.TargetType == on.Type && Deciding(on, grant => grant.Right == right) is not null;

    /// <summary>Whether an attribute of an entry may be read, or set.</summary>
    public bool Opens(string attribute, AdminTarget on, AdminRightKind access) =>
        !IsOutOfReach(on)
        && Deciding(on, grant => AdminRight.Find(grant.Right) is { } right && right.TargetType == on.Type && right.Opens(attribute, access))
            is not null;

    /// <summary>Whether all attributes of an entry may be read, or set.</summary>
    public bool OpensAll(AdminTarget on, AdminRightKind access) =>
        !IsOutOfReach(on)
        && Deciding(on, grant =>
            AdminRight.Find(grant.Right) is { Attribute: null } right && right.TargetType == on.Type && right.Opens("", access)
        )
            is not null;

    /// <summary>Whether a right on an entry may be given to others: it was granted so, there or above.</summary>
    public bool MayHandOn(AdminRight right, AdminTarget on) =>
        !IsOutOfReach(on) && Deciding(on, grant => grant.Right == right.Name) is { Item2.MayHandOn: true };

    // Who is no longer a delegated administrator has none of the rights that are still written down.
    private bool IsOutOfReach(AdminTarget on) =>
        !Administrator.IsDelegatedAdmin || (on.Type == "account" && on.Attributes["zimbraIsAdminAccount"] == "TRUE");

    private (AdminTarget, AdminGrant)? Deciding(AdminTarget on, Func<AdminGrant, bool> concerns)
    {
        foreach (AdminTarget level in on.Levels(_directory))
        {
            List<AdminGrant> grants = [.. On(level).Where(concerns)];
            if (grants.Count > 0)
            {
                return grants.Exists(grant => grant.IsDeny) ? null : (level, grants[0]);
            }
        }

        return null;
    }

    /// <summary>The administrator's grants on one entry itself.</summary>
    public IEnumerable<AdminGrant> On(AdminTarget target) => _grantsOn(target).Where(grant => _grantees.Contains(grant.GranteeId));
}

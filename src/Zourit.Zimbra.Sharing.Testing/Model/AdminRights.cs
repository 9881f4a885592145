namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>
/// What one delegated administrator may do. The grants nearest to an entry decide, at one place those to the administrator itself before
/// those to its groups; among those a denial wins (recordings 15-152 to 15-156).
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
        !IsOutOfReach(on) && Deciding(on, grant => Concerns(grant, on, access) is { } right && right.Opens(attribute, access)) is not null;

    /// <summary>Whether all attributes of an entry may be read, or set.</summary>
    public bool OpensAll(AdminTarget on, AdminRightKind access) =>
        !IsOutOfReach(on)
        && Deciding(on, grant => Concerns(grant, on, access) is { Attribute: null } right && right.Opens("", access)) is not null;

    // A denial to set leaves what may be read as it is.
    private static AdminRight? Concerns(AdminGrant grant, AdminTarget on, AdminRightKind access) =>
        AdminRight.Find(grant.Right) is { } right && right.TargetType == on.Type && (!grant.IsDeny || right.Kind == access) ? right : null;

    /// <summary>Whether a right on an entry may be given to others: it was granted so, there or above.</summary>
    public bool MayHandOn(AdminRight right, AdminTarget on) =>
        !IsOutOfReach(on)
        && Deciding(on, grant => grant.Right == right.Name && (grant.IsDeny || grant.MayHandOn)) is { Item2.MayHandOn: true };

    // Who is no longer a delegated administrator has none of the rights that are still written down.
    private bool IsOutOfReach(AdminTarget on) =>
        !Administrator.IsDelegatedAdmin || (on.Type == "account" && on.Attributes["zimbraIsAdminAccount"] == "TRUE");

    private (AdminTarget, AdminGrant)? Deciding(AdminTarget on, Func<AdminGrant, bool> concerns)
    {
        foreach (IReadOnlyList<AdminTarget> level in on.Levels(_directory))
        {
            ILookup<bool, (AdminTarget Target, AdminGrant Grant)> grants = level
                .SelectMany(
                    target => On(target).Where(grant => Reaches(grant, target, on) && concerns(grant)),
                    (target, grant) => (target, grant)
                )
                .ToLookup(placed => placed.grant.GranteeId == Administrator.Id);
            foreach (bool isOwn in new[] { true, false })
            {
                if (grants[isOwn].Any(placed => placed.Grant.IsDeny))
                {
                    return null;
                }

                if (grants[isOwn].Any())
                {
                    return grants[isOwn].First();
                }
            }
        }

        return null;
    }

    // What is granted on a domain holds for the domains below it only when it was granted so, and then not for itself; what is denied
    // holds.
    private static bool Reaches(AdminGrant grant, AdminTarget target, AdminTarget on) =>
        grant.IsDeny || grant.IsForSubdomains == (on.Type == "domain" && target.Type == "domain" && target.Id != on.Id);

    /// <summary>The administrator's grants on one entry itself.</summary>
    public IEnumerable<AdminGrant> On(AdminTarget target) => _grantsOn(target).Where(grant => _grantees.Contains(grant.GranteeId));
}

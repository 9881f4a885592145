using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A grant in a folder's own ACL.</summary>
public sealed record GrantState
{
    /// <summary>Whom it is for. <see cref="GranteeKind.Unknown"/>: a grant that manifests have no word for, which plans leave
    /// alone.</summary>
    public required PlanGrantee Grantee { get; init; }

    /// <summary>The grantee's id (<c>zid</c>).</summary>
    public string? GranteeId { get; init; }

    /// <summary>The rights.</summary>
    public required Permissions Rights { get; init; }

    /// <summary>The end of the grant; null where it has none of its own.</summary>
    public DateTimeOffset? Expiry { get; init; }

    /// <summary>The end in force: the earlier of its own and the folder's ceiling.</summary>
    public DateTimeOffset? EffectiveExpiry { get; init; }

    /// <summary>Whether it has a password of its own (<c>pw</c>), which no plan knows or changes.</summary>
    public bool HasPassword { get; init; }

    /// <summary>
    /// Whether it is for the account that the plan is made with, or for the calendar's owner, from whom the server revokes nothing: such a
    /// grant is never removed.
    /// </summary>
    public bool IsOwn { get; init; }

    internal ShareValue Value => new() { Rights = Rights, Expiry = Expiry };
}

using Zourit.Zimbra.Sharing.Granting;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>
/// One share of a list: a <see cref="GuestShareItem"/>, a <see cref="UserShareItem"/> or a <see cref="PublicShareItem"/>.
/// </summary>
public abstract record ShareItem : BulkItem
{
    /// <summary>The parameter of the public methods that the items come from.</summary>
    internal const string Parameter = "shares";

    private protected ShareItem() { }

    /// <summary>The method that revokes a share of this kind.</summary>
    internal abstract string Revoke { get; }

    /// <exception cref="ArgumentException">The grantee's address is invalid.</exception>
    internal abstract DesiredGrant Desire();

    /// <summary>The grantee as a revocation names them; null for the public.</summary>
    /// <exception cref="ArgumentException">The grantee's address is invalid.</exception>
    internal abstract string? ToRevoke();
}

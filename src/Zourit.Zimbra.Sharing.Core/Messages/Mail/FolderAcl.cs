using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// A folder's own ACL (<c>acl</c>). A folder that merely inherits has none; one whose last grant was revoked has an empty one.
/// </summary>
public sealed record FolderAcl
{
    /// <summary>The grants in the server's order.</summary>
    public IReadOnlyList<FolderGrant> Grants
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<FolderGrant>.Empty;

    /// <summary>
    /// When grants to internal grantees end that have no end of their own (<c>internalGrantExpiry</c>), UTC; null for never.
    /// </summary>
    public DateTimeOffset? InternalGrantExpiry { get; init; }

    /// <summary>When grants to guests and keys end that have no end of their own (<c>guestGrantExpiry</c>), UTC; null for never.</summary>
    public DateTimeOffset? GuestGrantExpiry { get; init; }

    /// <summary>
    /// When a grant of this ACL really ends: its own expiry, else the ceiling of its kind; null for never (docs/protocol.md §3.3).
    /// </summary>
    /// <param name="grant">A grant of this ACL.</param>
    public DateTimeOffset? EffectiveExpiry(FolderGrant grant)
    {
        Argument.NotNull(grant);
        return grant.Expiry
            ?? grant.Type switch
            {
                GranteeType.Public => null,
                GranteeType.Guest or GranteeType.Key => GuestGrantExpiry,
                _ => InternalGrantExpiry,
            };
    }

    internal static FolderAcl Read(ResponseElement acl) =>
        new()
        {
            Grants = [.. acl.Children("grant").Select(FolderGrant.Read)],
            InternalGrantExpiry = acl.Instant("internalGrantExpiry"),
            GuestGrantExpiry = acl.Instant("guestGrantExpiry"),
        };

    internal void Write(RequestWriter writer)
    {
        using (writer.Open("acl"))
        {
            writer.Attribute("internalGrantExpiry", InternalGrantExpiry);
            writer.Attribute("guestGrantExpiry", GuestGrantExpiry);
            foreach (FolderGrant grant in Grants)
            {
                // Here the server wants a zid on every grant, even on one to the public, and looks nobody up (docs/protocol.md §4.8).
                (grant with { GranteeId = grant.GranteeId ?? IdOf(grant) }).Write(writer);
            }
        }
    }

    private static string IdOf(FolderGrant grant) =>
        grant.Type switch
        {
            GranteeType.Public => WellKnownGrantee.Public,
            GranteeType.AllAuthenticated => WellKnownGrantee.AllAuthenticated,
            GranteeType.Guest or GranteeType.Key when grant.GranteeName is { } name => name,
            _ => throw Argument.Invalid(
                LocalizedText.Format(
                    $"A whole ACL names its grantees by id, but the grant to '{Quoted.Of(grant.GranteeName)}' has none. Set "
                        + $"{nameof(FolderGrant.GranteeId)}, or make single grants.",
                    $"Une ACL entière nomme ses bénéficiaires par leur id, mais le partage avec « {Quoted.Of(grant.GranteeName)} » n'en a "
                        + $"pas. "
                        + $"Indiquez {nameof(FolderGrant.GranteeId)}, ou accordez les partages un par un."
                ),
                nameof(grant)
            ),
        };
}

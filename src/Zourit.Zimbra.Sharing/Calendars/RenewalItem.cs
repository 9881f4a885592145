using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One renewal of a list: whose share of a calendar is to end when.</summary>
public sealed record RenewalItem : BulkItem
{
    /// <summary>The parameter of the public methods that the items come from.</summary>
    internal const string Parameter = "renewals";

    /// <summary>The guest's, user's or group's address, or the id in the ACL; null for the public.</summary>
    public string? Grantee { get; init; }

    /// <summary>The new end, or <see cref="ShareExpiry.Never"/>.</summary>
    public required ShareExpiry Expiry { get; init; }
}

using Zourit.Zimbra.Sharing.Granting;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One share of a list: a calendar that anybody may read.</summary>
public sealed record PublicShareItem : ShareItem
{
    /// <summary>Rights and end; null for reading without end. Used by sharing, not by revoking.</summary>
    public PublicShareOptions? Options { get; init; }

    internal override string Revoke => nameof(CalendarClient.RevokePublicAsync);

    internal override DesiredGrant Desire() => (Options ?? new PublicShareOptions()).ToGrant();

    internal override string? ToRevoke() => null;
}

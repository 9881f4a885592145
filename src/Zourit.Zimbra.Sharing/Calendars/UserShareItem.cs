using Zourit.Zimbra.Sharing.Granting;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One share of a list: a calendar and an account or group of the server.</summary>
public sealed record UserShareItem : ShareItem
{
    /// <summary>The account's or group's address; a bare name is one of the owner's domain.</summary>
    public required string User { get; init; }

    /// <summary>Rights, end, mail; null for a reader who is mailed. Used by sharing, not by revoking.</summary>
    public UserShareOptions? Options { get; init; }

    internal override string? Missing => base.Missing ?? (User is null ? nameof(User) : null);

    internal override string Revoke => nameof(CalendarClient.RevokeUserAsync);

    internal override DesiredGrant Desire() => (Options ?? new UserShareOptions()).For(User, Parameter);

    internal override string ToRevoke() => GranteeName.Parse(User, Parameter);
}

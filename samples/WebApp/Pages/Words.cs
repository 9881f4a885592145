using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Pages;

/// <summary>All that the pages say, in one language.</summary>
public sealed partial record Words
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string OtherLanguage { get; init; }

    public required string SkipToContent { get; init; }

    public required string DefaultCalendar { get; init; }

    public required string NoCalendars { get; init; }

    public required string NotShared { get; init; }

    public required string SharedWith { get; init; }

    public required string Identifier { get; init; }

    public required string Address { get; init; }

    public required string Until { get; init; }

    public required string Ended { get; init; }

    public required string From { get; init; }

    public required string Leaflet { get; init; }

    public required string Revoke { get; init; }

    public required string RevokeFrom { get; init; }

    public required string Everybody { get; init; }

    public required string ShareWithGuest { get; init; }

    public required string Mail { get; init; }

    public required string Rights { get; init; }

    public required string Viewer { get; init; }

    public required string Manager { get; init; }

    public required string End { get; init; }

    public required string Note { get; init; }

    public required string Share { get; init; }

    public required string SharePublicly { get; init; }

    public required string PublicCaution { get; init; }

    public required string Back { get; init; }

    public required string FailureTitle { get; init; }

    public required string DemoBanner { get; init; }

    public required string DemoMails { get; init; }

    public required string NoMails { get; init; }

    public required string OpenLink { get; init; }

    public required string To { get; init; }

    public required string Login { get; init; }

    public required string Subscriber { get; init; }

    public required string Warnings { get; init; }

    public required Dictionary<ShareOutcome, string> Outcomes { get; init; }

    public required Dictionary<RevocationOutcome, string> Revocations { get; init; }

    public required Dictionary<NotificationStatus, string> Notifications { get; init; }

    public required Dictionary<GranteeType, string> Grantees { get; init; }

    public required Dictionary<PermissionRole, string> Roles { get; init; }
}

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

    public required string Menu { get; init; }

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

    public required string ShowAll { get; init; }

    public required string Filter { get; init; }

    public required string ApplyFilter { get; init; }

    public required string NothingFound { get; init; }

    public required string Choose { get; init; }

    public required string RevokeChosen { get; init; }

    public required string RevokeFound { get; init; }

    public required string NothingChosen { get; init; }

    public required string PreviousPage { get; init; }

    public required string NextPage { get; init; }

    public required string PageNumber { get; init; }

    public required string ConfirmRevoke { get; init; }

    public required string RevokeEffect { get; init; }

    public required string GrantPasswordLost { get; init; }

    public required string ConfirmPublic { get; init; }

    public required string PublicEffect { get; init; }

    public required string ConfirmYes { get; init; }

    public required string ConfirmOpen { get; init; }

    public required string Cancel { get; init; }

    public required string Undo { get; init; }

    public required string UndoPublic { get; init; }

    public required string Restored { get; init; }

    public required string NothingRestored { get; init; }

    public required string Revoked { get; init; }

    public required string NotRevoked { get; init; }

    public required string NotRestored { get; init; }

    public required string BackToCalendar { get; init; }

    public required string Error { get; init; }

    public required string NoDay { get; init; }

    public required string PastDay { get; init; }

    public required string EndHint { get; init; }

    public required string NotFound { get; init; }

    public required string Refused { get; init; }

    public required string StaleForm { get; init; }

    public required string ProgramFailed { get; init; }

    public required string NoSuchShare { get; init; }

    public required string ThePublic { get; init; }

    public required string LetsNobodyIn { get; init; }

    public required string BadRequest { get; init; }

    public required string OneShare { get; init; }

    public required string ManyShares { get; init; }

    public required string Found { get; init; }

    public required Dictionary<ShareOutcome, string> Outcomes { get; init; }

    public required Dictionary<RevocationOutcome, string> Revocations { get; init; }

    public required Dictionary<NotificationStatus, string> Notifications { get; init; }

    /// <summary>In place of what is said of a mail that has left, where the reader has no password to choose.</summary>
    public required string MailWithoutLink { get; init; }

    public required Dictionary<GranteeType, string> Grantees { get; init; }

    public required Dictionary<PermissionRole, string> Roles { get; init; }
}

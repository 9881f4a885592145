using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Pages;

public sealed partial record Words
{
    public static Words English { get; } =
        new()
        {
            Code = "en",
            Title = "My shared calendars",
            OtherLanguage = "Français",
            SkipToContent = "Skip to content",
            DefaultCalendar = "Calendar",
            NoCalendars = "This account has no calendar.",
            NotShared = "This calendar is shared with nobody.",
            SharedWith = "Shared with",
            Identifier = "Identifier",
            Address = "ICS address",
            Until = "Until",
            Ended = "ended",
            From = "inherited from",
            Leaflet = "Leaflet",
            Revoke = "Revoke",
            RevokeFrom = "Revoke the share with",
            Everybody = "Everybody",
            ShareWithGuest = "Share with a guest",
            Mail = "Guest's mail address",
            Rights = "Rights",
            Viewer = "Read",
            Manager = "Read and write",
            End = "End of the share (optional)",
            Note = "Note to the guest (optional)",
            Share = "Share",
            SharePublicly = "Open to everybody",
            PublicCaution = "No password: whoever finds the address can read the calendar.",
            Back = "Back to the calendars",
            FailureTitle = "That did not work",
            DemoBanner = "Demo server: nothing leaves this machine.",
            DemoMails = "Mails sent",
            NoMails = "No mail has been sent yet.",
            OpenLink = "Open the guest's personal link",
            To = "To",
            Login = "User name",
            Subscriber = "For the guest",
            Warnings = "To be known",
            Outcomes = new()
            {
                [ShareOutcome.Created] = "The calendar is shared.",
                [ShareOutcome.Changed] = "The share was changed.",
                [ShareOutcome.Unchanged] = "The share stood already: nothing has changed.",
            },
            Revocations = new()
            {
                [RevocationOutcome.Removed] = "The share is revoked.",
                [RevocationOutcome.NotThere] = "There was no such share: nothing has changed.",
            },
            Notifications = new()
            {
                [NotificationStatus.Sent] = "A mail with a personal link has left: there the guest chooses a password.",
                [NotificationStatus.NotRequested] = "No mail was due.",
                [NotificationStatus.Failed] = "The mail has not left:",
                [NotificationStatus.Unknown] = "It is not known whether the mail has left:",
            },
            Grantees = new()
            {
                [GranteeType.Guest] = "guest",
                [GranteeType.User] = "account of the server",
                [GranteeType.Group] = "group",
                [GranteeType.Public] = "public",
            },
            Roles = new()
            {
                [PermissionRole.Viewer] = "read",
                [PermissionRole.Manager] = "read and write",
                [PermissionRole.Admin] = "administration",
                [PermissionRole.None] = "no right",
            },
        };
}

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
            Menu = "Menu",
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
            ShowAll = "All shares: filter, choose several",
            Filter = "Filter by name or address",
            ApplyFilter = "Filter",
            NothingFound = "No share matches.",
            Choose = "Choose",
            RevokeChosen = "Revoke the chosen shares…",
            RevokeFound = "Revoke all that were found…",
            NothingChosen = "Choose at least one share first.",
            PreviousPage = "Previous page",
            NextPage = "Next page",
            PageNumber = "Page {0} of {1}",
            ConfirmRevoke = "Revoke {0}?",
            RevokeEffect = "They lose access at once, and are not mailed. You can undo this on the next page.",
            GrantPasswordLost = "A password of the share itself cannot be brought back.",
            ConfirmPublic = "Open this calendar to everybody?",
            PublicEffect = "Whoever finds the address can read the calendar, without a password. You can undo this on the next page.",
            ConfirmYes = "Yes, revoke",
            ConfirmOpen = "Yes, open it",
            Cancel = "Cancel",
            Undo = "Undo: bring back {0}",
            UndoPublic = "Undo: close the calendar again",
            NothingRestored = "Nothing was brought back.",
            Restored = "As before: {0} brought back.",
            Revoked = "{0} revoked.",
            NotRevoked = "Not revoked:",
            NotRestored = "Not brought back:",
            BackToCalendar = "Back to the calendar",
            Error = "Error",
            NoDay = "'{0}' is no day. Write it like 2027-06-30.",
            PastDay = "{0} is past: give a day that is to come.",
            EndHint = "The whole day is included, in your time zone.",
            NotFound = "There is no such page.",
            Refused = "The request could not be answered ({0}).",
            StaleForm = "The request carries no valid antiforgery token. Load the page again and repeat it from there.",
            ProgramFailed = "This program failed; its log says more.",
            NoSuchShare = "The calendar '{0}' is not shared with {1}.",
            ThePublic = "the public",
            LetsNobodyIn =
                "This share lets nobody in: it has expired, its account was deleted, or its address is not a "
                + "bare mail address. Revoke it and share with the bare address.",
            BadRequest = "The request is not valid.",
            OneShare = "1 share",
            ManyShares = "{0} shares",
            Found = "{0} found of {1}",
            Outcomes = new()
            {
                [ShareOutcome.Created] = "The calendar is shared.",
                [ShareOutcome.Changed] = "The share was changed.",
                [ShareOutcome.Unchanged] = "The share was there already: nothing has changed.",
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
            MailWithoutLink = "A mail about the share has left. One signs in there with one's own account.",
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
                [PermissionRole.Custom] = "rights of their own",
            },
        };
}

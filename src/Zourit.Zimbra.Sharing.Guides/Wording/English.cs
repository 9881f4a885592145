using System.Globalization;

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>The guide in English.</summary>
internal static class English
{
    private const string OneLogin =
        "A program keeps one user name for each server: a calendar of the same server under another user name stays empty.";

    private const string NotAccepted =
        "“The credentials you have entered were not accepted” (or the question for the password again): user name or password is wrong; "
        + "your own mail address in place of the user name is wrong too.";

    private const string Stop =
        "Stop after the second wrong password: Thunderbird sends each of them four times, and after about ten the server refuses even the "
        + "right one for an hour. Delete wrong passwords that your program keeps.";

    private const string Empty = "If you get in and the calendar stays empty, sharing may have been switched off on the server.";
    private const string Ask = "Ask {contact}, and say which program you use and what it shows.";

    public static Phrases Phrases =>
        new()
        {
            Language = "en",
            Title = "The calendar “{calendar}” in your own program",
            FactsHeading = "What you need",
            AddressLabel = "Calendar address",
            ServerLabel = "Server for calendar programs (CalDAV)",
            ReadingLabel = "Address for reading only",
            UserLabel = "User name",
            OwnAccount = "the name of your account",
            PasswordLabel = "Password",
            EndsLabel = "The share ends on",
            ContactLabel = "Help",
            WarningLabel = "Please note",
            PasswordInClear =
                "The address is not encrypted (http instead of https). Your password would travel in clear, and others on the "
                + "way could read it. Ask {contact} for an https address "
                + "before you type your password anywhere.",
            ReadingInClear =
                "The address is not encrypted (http instead of https). What you read travels in clear, and others on the way "
                + "could see or change it.",
            UseEncrypted =
                "The server announces {announced}. Use the https address of this guide instead: with http everything would travel "
                + "in clear, passwords included.",
            Public =
                "This calendar is public. Whoever finds the address can read it, names and mail addresses of the people invited to its "
                + "events included.",
            AnyPassword =
                "If a program asks for a user name and a password, leave both empty. The server accepts any password for a public "
                + "calendar, so being let in proves nothing.",
            CanDelete =
                "Never choose “Delete” for this calendar in your program, and do not rename it: with your rights that deletes or renames "
                + "the calendar of {owner} itself, for everybody and for good. To be rid of it, choose [Unsubscribe] or remove the "
                + "account.",
            CanRename =
                "Do not rename this calendar in your program: with your rights that renames the calendar of {owner} itself, and nobody "
                + "finds it any more.",
            Subscribers = EnglishSubscribers.All,
            OpenLink = "Open your personal link: {link}",
            OpenMail =
                "Open the personal link in the mail that the server sent you about this share (its subject starts with “Share "
                + "Created”).",
            LinkEnds = "Your personal link works until {linkends}.",
            ProgramsHeading = "Choose your program",
            ProgramsIntro = "One of them is enough.",
            Programs = EnglishPrograms.All,
            Writing = EnglishWriting.All,
            CannotMark = "cannot sign in",
            KnowHeading = "Good to know",
            Know =
            [
                "A subscription is for reading: what you change in your program does not come back to the calendar.",
                "New events arrive at your program’s next update, which can take from some minutes to a day.",
                "Events that are marked private appear as busy times, without title or place, unless {owner} lets you see them.",
                "Reminders that {owner} has set come along. If they disturb you, switch them off for this calendar in your program.",
                OneLogin,
            ],
            KnowWriting =
            [
                "What you add or change is changed for everybody who has the calendar, {owner} included.",
                "Your program also finds an empty calendar of yours, called “Calendar”: untick it, since nothing can be saved there.",
                "Events that are marked private appear as busy times, and you cannot save such events here, unless {owner} lets you.",
                OneLogin,
            ],
            CannotDelete = "You cannot delete events: your program puts them back, or reports an error.",
            KnowEnds =
                "The share ends on {ends}. From then on your program may go on showing the old events, without any sign: delete the "
                + "calendar from it.",
            TroubleHeading = "If it does not work",
            Trouble =
            [
                NotAccepted + " So it is when the share is over.",
                "“Could not find calendars at this location”: the address is wrong. Check it up to its end, .ics.",
                Stop,
                Empty,
                Ask,
            ],
            WritingTrouble =
            [
                NotAccepted,
                "“Could not find calendars at this location”: the address is wrong, or you have not opened your personal link yet.",
                Stop,
                "If events cannot be saved, you may have chosen your own calendar, or your rights do not suffice.",
                Ask,
            ],
            PublicTrouble =
            [
                "Check the address up to its end, .ics. If the server asks you to sign in, the calendar is no longer public or has another "
                    + "name now.",
                Ask,
            ],
            QrCaption = "Scan this with your telephone to have the address there.",
            QrAlternative = "QR code of the calendar address",
            ProfileLabel = "Profile for iPhone and iPad (.mobileconfig)",
            AccountProfileLabel = "Profile for iPhone, iPad and Mac (.mobileconfig)",
            ProfileDescription = "Subscribes to the calendar “{calendar}” of {owner}. Holds no password.",
            Day = day => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        };
}

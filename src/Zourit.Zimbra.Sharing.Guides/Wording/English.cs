using System.Globalization;

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>The guide in English.</summary>
internal static class English
{
    public static Phrases Phrases =>
        new()
        {
            Language = "en",
            Title = "The calendar “{calendar}” in your own program",
            FactsHeading = "What you need",
            AddressLabel = "Calendar address",
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
            Subscribers = EnglishSubscribers.All,
            OpenLink = "Open your personal link: {link}",
            OpenMail =
                "Open the personal link in the mail that the server sent you about this share (its subject starts with “Share "
                + "Created”).",
            LinkEnds = "Your personal link works until {linkends}.",
            ProgramsHeading = "Choose your program",
            ProgramsIntro = "One of them is enough.",
            Programs = EnglishPrograms.All,
            CannotMark = "cannot sign in",
            KnowHeading = "Good to know",
            Know =
            [
                "A subscription is for reading: what you change in your program does not come back to the calendar.",
                "New events arrive at your program’s next update, which can take from some minutes to a day.",
                "Events that are marked private appear as busy times, without title or place, unless {owner} lets you see them.",
            ],
            KnowEnds = "The share ends on {ends}. From then on your program will report an error; delete the calendar from it.",
            TroubleHeading = "If it does not work",
            Trouble =
            [
                "The server gives one and the same answer (“401”, sign in again) for a wrong user name, a wrong password, a share that has "
                    + "ended and a calendar that is gone. "
                    + "Check the address up to its end, .ics, then the user name letter by letter, then the password.",
                "Do not try again and again: after several wrong passwords the server may refuse even the right one for an hour. Also "
                    + "delete "
                    + "wrong passwords that your program keeps.",
                "If you get in and the calendar stays empty, sharing may have been switched off on the server.",
                "Ask {contact}, and say which program you use and what it shows.",
            ],
            PublicTrouble =
            [
                "Check the address up to its end, .ics. If the server asks you to sign in, the calendar is no longer public or has another "
                    + "name now.",
                "Ask {contact}, and say which program you use and what it shows.",
            ],
            QrCaption = "Scan this with your telephone to have the address there.",
            QrAlternative = "QR code of the calendar address",
            ProfileLabel = "Profile for iPhone and iPad (.mobileconfig)",
            ProfileDescription = "Subscribes to the calendar “{calendar}” of {owner}. Holds no password.",
            Day = day => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        };
}

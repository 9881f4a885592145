namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>The steps in English for who may also write, by CalDAV. Programs that are not here only read.</summary>
internal static class EnglishWriting
{
    public static IReadOnlyDictionary<string, Advice> All =>
        new Dictionary<string, Advice>
        {
            ["thunderbird"] = new()
            {
                Steps =
                [
                    "Open the calendar and press [Add Calendar…] below the list of calendars (before version 152: [New Calendar…]).",
                    "Choose [On the Network], then [Next].",
                    "For [Username:] type {user} and for [Location:] paste {server}",
                    "Press [Find Calendars], type your password and let Thunderbird remember it.",
                    "Under [Calendar Type:] leave [CalDAV], tick this calendar and untick your own, and press [Subscribe].",
                ],
                Notes = ["If a wrong password was remembered, delete it in [Settings], [Privacy & Security], [Saved Passwords…]."],
            },
            ["iphone"] = new()
            {
                Steps =
                [
                    "Open [Settings], [Apps], [Calendar], [Calendar Accounts] (before iOS 18: [Settings], [Calendar], [Accounts]).",
                    "Choose [Add Account], [Other], [Add CalDAV Account].",
                    "For [Server] paste {server} and type {user} for [User Name], then your password, and press [Next].",
                    "Switch off [Reminders] and press [Save].",
                ],
                Notes =
                [
                    "Shorter with the profile that belongs to this guide: open it on the device, then press [Profile Downloaded] in "
                        + "[Settings] and install it. It holds no password: type it when the device asks.",
                ],
            },
            ["mac"] = new()
            {
                Steps =
                [
                    "In Calendar choose [Calendar], [Add Account…], [Other CalDAV Account…].",
                    "For [Account Type] choose [Manual], type {user} and your password, and for [Server Address] paste {server}",
                ],
                Notes = ["The profile for iPhone and iPad works on a Mac too."],
                OffersProfile = false,
            },
            ["evolution"] = new()
            {
                Steps =
                [
                    "In Evolution choose [File], [New], [Calendar], and for [Type] choose [CalDAV].",
                    "For [URL] paste {server} and type {user} for [User].",
                    "Press [Find Calendars], type your password, choose this calendar and press [OK].",
                ],
                Notes = ["GNOME Calendar then shows the calendar too, since both use the same list."],
            },
            ["android"] = new()
            {
                Steps =
                [
                    "Install DAVx⁵ (F-Droid or Google Play), open it and press [+].",
                    "Choose [Login with URL and user name]: for [Base URL] paste {server}, type {user} for [User name], then your "
                        + "password, and press [Login].",
                    "Under [CalDAV] tick this calendar and leave your own unticked.",
                ],
                Notes =
                [
                    "The events appear in the telephone’s own calendar app, Google Calendar included. ICSx⁵, by the same makers, "
                        + "only reads.",
                ],
            },
            ["nextcloud"] = new()
            {
                Impossible = true,
                Intro =
                [
                    "Nextcloud’s Calendar app shows no CalDAV calendars of other servers, and has no place for a password. Use one of the "
                        + "programs above.",
                ],
            },
            ["google"] = new()
            {
                Impossible = true,
                Intro =
                [
                    "Google Calendar cannot sign in. On an Android telephone use DAVx⁵ (above), and the events appear in its "
                        + "Google Calendar "
                        + "app all the same. On a computer use Thunderbird.",
                ],
            },
            ["outlook"] = new()
            {
                Impossible = true,
                Intro = ["Outlook on the web cannot sign in. On a computer use Thunderbird, on a telephone DAVx⁵ or Apple Calendar."],
            },
        };
}

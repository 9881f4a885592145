namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>The steps for each program in English, in the words of its English menus.</summary>
internal static class EnglishPrograms
{
    private const string NoImport = "Importing a file once is no way out: it is a copy that does not follow changes.";

    private const string OwnerDecides =
        "Only a public calendar could be read there. Whether to make it public is for {owner} to decide, "
        + "since everybody could then read it.";

    public static IReadOnlyList<ProgramPhrases> All =>
        [
            new(
                "thunderbird",
                "Thunderbird (Windows, macOS, Linux)",
                new Advice
                {
                    Steps =
                    [
                        "Open the calendar and press [Add Calendar…] below the list of calendars (before version 152: [New Calendar…]).",
                        "Choose [On the Network], then [Next].",
                        "For [Username] type {user} and for [Location] paste {address}.",
                        "Press [Find Calendars], type your password and let Thunderbird remember it.",
                        "If it asks for a [Calendar Type:], choose [iCalendar (ICS)]. Tick this calendar only, and press [Subscribe].",
                    ],
                    Notes = ["If a wrong password was remembered, delete it in [Settings], [Privacy & Security], [Saved Passwords…]."],
                },
                new Advice
                {
                    Steps =
                    [
                        "Open the calendar and press [Add Calendar…] below the list of calendars (before version 152: [New Calendar…]).",
                        "Choose [On the Network], then [Next].",
                        "Leave [Username] empty, paste {address} for [Location], and tick [This location doesn’t require credentials].",
                        "Press [Find Calendars], tick the calendar and press [Subscribe].",
                    ],
                }
            ),
            new(
                "iphone",
                "Apple Calendar on iPhone and iPad",
                new Advice
                {
                    Steps =
                    [
                        "Open [Settings], [Apps], [Calendar], [Calendar Accounts] (before iOS 18: [Settings], [Calendar], [Accounts]).",
                        "Choose [Add Account], [Other], [Add Subscribed Calendar].",
                        "For [Server] paste {address} and press [Next].",
                        "Type {user} for [User Name], then your password, and press [Save].",
                    ],
                    Notes =
                    [
                        "Shorter with the profile that belongs to this guide: open it on the device, then press [Profile Downloaded] in "
                            + "[Settings] and install it. The device calls it "
                            + "“not signed”; it holds the address and your user name, no password. Type the password when the device asks.",
                    ],
                },
                new Advice
                {
                    Steps =
                    [
                        "Open [Settings], [Apps], [Calendar], [Calendar Accounts] (before iOS 18: [Settings], [Calendar], [Accounts]).",
                        "Choose [Add Account], [Other], [Add Subscribed Calendar].",
                        "For [Server] paste {address}, press [Next], then [Save].",
                    ],
                    Notes =
                    [
                        "Shorter with the profile that belongs to this guide: open it on the device, then press [Profile Downloaded] in "
                            + "[Settings] and install it. The device calls it “not signed”.",
                    ],
                }
            )
            {
                OffersProfile = true,
            },
            new(
                "mac",
                "Apple Calendar on a Mac",
                new Advice
                {
                    Steps =
                    [
                        "In Calendar choose [File], [New Calendar Subscription…].",
                        "Paste {address} and press [Subscribe].",
                        "Type {user} and your password, and let the Mac remember them.",
                        "Choose how often to refresh under [Auto-refresh] and press [OK].",
                    ],
                    Notes = ["The profile for iPhone and iPad cannot be installed on a Mac."],
                },
                new Advice
                {
                    Steps =
                    [
                        "In Calendar choose [File], [New Calendar Subscription…].",
                        "Paste {address} and press [Subscribe].",
                        "Choose how often to refresh under [Auto-refresh] and press [OK].",
                    ],
                }
            ),
            new(
                "evolution",
                "GNOME: Evolution and GNOME Calendar (Linux)",
                new Advice
                {
                    Steps =
                    [
                        "In Evolution choose [File], [New], [Calendar].",
                        "For [Type] choose [On The Web], for [URL] paste {address}, and type {user} for [User].",
                        "Press [OK] and type your password.",
                    ],
                    Notes = ["GNOME Calendar then shows the calendar too, since both use the same list."],
                },
                new Advice
                {
                    Steps =
                    [
                        "In Evolution choose [File], [New], [Calendar].",
                        "For [Type] choose [On The Web], for [URL] paste {address}, leave [User] empty and press [OK].",
                    ],
                    Notes = ["GNOME Calendar then shows the calendar too, since both use the same list."],
                }
            ),
            new(
                "android",
                "Android: ICSx⁵ and DAVx⁵",
                new Advice
                {
                    Steps =
                    [
                        "Install ICSx⁵ (F-Droid or Google Play), open it and press [+].",
                        "Paste {address}, switch on [Requires authentication], type {user} and your password.",
                        "Go on, choose a title and a colour, and save.",
                    ],
                    Notes =
                    [
                        "The events appear in the telephone’s own calendar app, whichever you use. DAVx⁵, by the same makers, does not "
                            + "open .ics addresses.",
                    ],
                },
                new Advice
                {
                    Steps =
                    [
                        "Install ICSx⁵ (F-Droid or Google Play), open it and press [+].",
                        "Paste {address}, go on without signing in, choose a title and a colour, and save.",
                    ],
                    Notes =
                    [
                        "The events appear in the telephone’s own calendar app, whichever you use. DAVx⁵, by the same makers, does not "
                            + "open .ics addresses.",
                    ],
                }
            )
            {
                Also = new Dictionary<SubscriberKind, string>
                {
                    [SubscriberKind.Guest] =
                        "DAVx⁵ works too, once you have opened your personal link: sign in with the address {server} and the same "
                        + "user name and password.",
                    [SubscriberKind.GuestWithGrantPassword] =
                        "DAVx⁵ cannot sign you in either: the server’s CalDAV refuses passwords that belong to one calendar only.",
                    [SubscriberKind.User] = "DAVx⁵ works too, once you have accepted the share: sign in with the address {server}.",
                },
            },
            new(
                "nextcloud",
                "Nextcloud",
                new Advice
                {
                    Impossible = true,
                    Intro =
                    [
                        "Nextcloud’s Calendar app has no place for a user name and a password, so it cannot read this calendar. Use one "
                            + "of the programs above.",
                    ],
                    Notes = ["Do not write the password into the address: Nextcloud would keep it in clear. " + OwnerDecides],
                },
                new Advice
                {
                    Steps =
                    [
                        "In the Calendar app press [New calendar], then [New subscription from link (read-only)].",
                        "Paste {address} and confirm.",
                    ],
                    Notes = ["Unless its administrator has chosen otherwise, Nextcloud reads subscriptions anew only once a week."],
                }
            ),
            new(
                "google",
                "Google Calendar",
                new Advice
                {
                    Impossible = true,
                    Intro =
                    [
                        "Google Calendar cannot sign in: [From URL] takes no user name and no password. On an Android telephone use ICSx⁵ "
                            + "(above), and the events appear in the Google "
                            + "Calendar app of that telephone all the same. On a computer use Thunderbird.",
                    ],
                    Notes = [NoImport, OwnerDecides],
                },
                new Advice
                {
                    Steps =
                    [
                        "On a computer, open calendar.google.com; beside [Other calendars] press [+], then [From URL].",
                        "Paste {address} and press [Add calendar].",
                    ],
                    Notes = ["Google reads the address when it likes; a change can take a day to arrive."],
                }
            ),
            new(
                "outlook",
                "Outlook on the web (outlook.com, Microsoft 365)",
                new Advice
                {
                    Impossible = true,
                    Intro =
                    [
                        "Outlook on the web cannot sign in: [Subscribe from web] takes no user name and no password. On a computer use "
                            + "Thunderbird, on a telephone ICSx⁵ or Apple Calendar.",
                    ],
                    Notes = [NoImport, OwnerDecides],
                },
                new Advice
                {
                    Steps =
                    [
                        "In the calendar press [Add calendar], then [Subscribe from web].",
                        "Paste {address}, give the calendar a name and press [Import].",
                    ],
                    Notes = ["Outlook reads the address when it likes; a change can take a day to arrive."],
                }
            ),
        ];
}

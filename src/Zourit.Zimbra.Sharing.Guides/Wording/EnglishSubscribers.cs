namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>What the English guide says to each kind of subscriber.</summary>
internal static class EnglishSubscribers
{
    private const string Shared =
        "{owner} shares the calendar “{calendar}” with you. Here is how it appears beside your own events and stays up to date.";

    public static IReadOnlyDictionary<SubscriberKind, SubscriberPhrases> All =>
        new Dictionary<SubscriberKind, SubscriberPhrases>
        {
            [SubscriberKind.Everybody] = new(
                "{owner} has made the calendar “{calendar}” public. Here is how it appears beside your own events and stays up to date.",
                "None is needed: leave user name and password empty"
            ),
            [SubscriberKind.Guest] = new(Shared, "The one you choose yourself behind your personal link")
            {
                Heading = "First: choose your password",
                Steps =
                [
                    "Type your name as others may see it, choose a password (without accents: some programs cannot send them), "
                        + "and confirm. Nobody else knows it: keep it safe.",
                    "From now on your user name is {user} – it looks like a mail address but is not one, and your own mail address does "
                        + "not "
                        + "work "
                        + "in its place.",
                ],
                Notes =
                [
                    "The personal link is meant for you alone: do not pass it on.",
                    "If you already have a password for another calendar at {domain}, the same user name and password are valid here.",
                    "Forgotten the password? Ask {contact}: the server cannot mail you a new one.",
                ],
            },
            [SubscriberKind.GuestWithGrantPassword] = new(
                Shared,
                "The one that {owner} gives you for this calendar; the server never mails it"
            )
            {
                Heading = "First: get your password",
                Steps =
                [
                    "Get the password for this calendar from {owner}, by telephone or in person.",
                    "Your user name is your mail address {user} with nothing before or after it.",
                ],
                Notes = ["This password is for this calendar only. It is not the password of your mailbox: never type that one here."],
            },
            [SubscriberKind.User] = new(Shared, "The usual password of your account")
            {
                Heading = "First: perhaps you need nothing more",
                Steps =
                [
                    "In the Zimbra web client, open the mail about this share and press [Accept Share]: the calendar appears among "
                        + "yours, without any address.",
                ],
                Notes =
                [
                    "For other programs read on. If your account asks for a second factor at sign-in, the address does not accept its "
                        + "password: stay with the web client.",
                ],
            },
        };
}

using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

/// <summary>Shares of one calendar, seen by each kind of subscriber.</summary>
internal static class Subscriptions
{
    public const string Address = "https://mail1.example.net/home/owner@monasso.org/Sorties%20d'%C3%A9t%C3%A9.ics";
    public const string Identifier = "adresse.orange.fr@monasso.org";

    public static Subscription Guest { get; } =
        new()
        {
            Address = IcsAddress.Parse(Address),
            Subscriber = Subscriber.Guest(GuestIdentifier.Parse(Identifier)),
            OwnerName = "Les Amis du Lac",
            Contact = "Marie",
        };

    public static Subscription Editor { get; } = Guest with { Permissions = Permissions.Editor };

    public static Subscription GuestWithGrantPassword { get; } =
        Guest with
        {
            Subscriber = Subscriber.GuestWithGrantPassword(GuestAddress.Parse("adresse@orange.fr")),
        };

    public static Subscription User { get; } = Guest with { Subscriber = Subscriber.User("marie@monasso.org") };

    public static Subscription Everybody { get; } = Guest with { Subscriber = Subscriber.Everybody };

    public static Subscription OverHttp { get; } =
        Guest with
        {
            Address = IcsAddress.Parse(Address.Replace("https", "http", StringComparison.Ordinal)),
        };

    public static Subscription Of(SubscriberKind kind) =>
        kind switch
        {
            SubscriberKind.Guest => Guest,
            SubscriberKind.GuestWithGrantPassword => GuestWithGrantPassword,
            SubscriberKind.User => User,
            _ => Everybody,
        };

    /// <summary>The guide in all three forms, with no-break spaces made plain.</summary>
    public static IReadOnlyList<string> Forms(Subscription subscription, GuideLanguage language)
    {
        var guide = new SubscriptionGuide(subscription);
        return [.. new[] { guide.ToText(language), guide.ToMarkdown(language), guide.ToHtml(language) }.Select(Plain)];
    }

    /// <summary>The plain text on one line.</summary>
    public static string Text(Subscription subscription, GuideLanguage language) =>
        string.Join(
            ' ',
            Plain(new SubscriptionGuide(subscription).ToText(language)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}

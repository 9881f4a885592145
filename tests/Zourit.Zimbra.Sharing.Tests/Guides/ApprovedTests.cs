using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

/// <summary>The leaflet as its readers get it: whoever changes a word of it reads the whole again.</summary>
public sealed class ApprovedTests
{
    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(new Secret("0:1234567890:f0a1b2c3"));

    /// <summary>All that a leaflet can tell: an invitation, an end, an address that is announced without https.</summary>
    private static readonly Subscription Everything = Subscriptions.Guest with
    {
        Address = IcsAddress.Parse(Subscriptions.Address.Replace("https", "http", StringComparison.Ordinal)),
        EncryptedAddress = IcsAddress.Parse(Subscriptions.Address),
        CalendarName = "Sorties & *fêtes*",
        PersonalLink = Key.Sign(
            new Uri("https://mail1.example.net"),
            "8d1e0b9e",
            "257",
            "adresse@orange.fr",
            new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero)
        ),
        Expiry = new DateTimeOffset(2027, 8, 31, 12, 0, 0, TimeSpan.Zero),
    };

    public static MatrixTheoryData<string, GuideLanguage> Subscribers =>
        new(
            ["guest", "guest-with-grant-password", "user", "everybody", "over-http", "everything", "editor", "manager-over-http"],
            [GuideLanguage.English, GuideLanguage.French]
        );

    [Theory]
    [MemberData(nameof(Subscribers))]
    public void The_plain_leaflet_is_the_approved_one(string subscriber, GuideLanguage language) =>
        ApprovedText.Matches($"Guides/Approved/{subscriber}.{Code(language)}.txt", new SubscriptionGuide(Of(subscriber)).ToText(language));

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public void The_leaflet_is_the_approved_one_in_every_form(GuideLanguage language)
    {
        var guide = new SubscriptionGuide(Everything);

        ApprovedText.Matches($"Guides/Approved/everything.{Code(language)}.md", guide.ToMarkdown(language));
        ApprovedText.Matches($"Guides/Approved/everything.{Code(language)}.html", guide.ToHtml(language));
        ApprovedText.Matches($"Guides/Approved/everything.{Code(language)}.mobileconfig", guide.AppleProfile.ToMobileConfig(language));
        ApprovedText.Matches(
            $"Guides/Approved/editor.{Code(language)}.mobileconfig",
            new SubscriptionGuide(Subscriptions.Editor).AppleProfile.ToMobileConfig(language)
        );
    }

    private static Subscription Of(string subscriber) =>
        subscriber switch
        {
            "guest" => Subscriptions.Guest,
            "guest-with-grant-password" => Subscriptions.GuestWithGrantPassword,
            "user" => Subscriptions.User,
            "everybody" => Subscriptions.Everybody,
            "over-http" => Subscriptions.OverHttp,
            "editor" => Subscriptions.Editor,
            "manager-over-http" => Subscriptions.OverHttp with { Permissions = Permissions.Manager },
            _ => Everything,
        };

    private static string Code(GuideLanguage language) => language == GuideLanguage.French ? "fr" : "en";
}

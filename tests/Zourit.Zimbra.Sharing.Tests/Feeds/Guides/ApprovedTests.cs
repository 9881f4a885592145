using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Guides;

/// <summary>The leaflet as its readers get it: whoever changes a word of it reads the whole again.</summary>
public sealed class ApprovedTests
{
    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(new Secret("0:1234567890:f0a1b2c3"));

    /// <summary>All that a leaflet can tell: an invitation, an end, an address that is announced without https.</summary>
    private static readonly Subscription Everything = Guides.Guest with
    {
        Address = IcsAddress.Parse(Guides.Address.Replace("https", "http", StringComparison.Ordinal)),
        EncryptedAddress = IcsAddress.Parse(Guides.Address),
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
        ApprovedText.Matches(
            $"Feeds/Guides/Approved/{subscriber}.{Code(language)}.txt",
            new SubscriptionGuide(Of(subscriber)).ToText(language)
        );

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public void The_leaflet_is_the_approved_one_in_every_form(GuideLanguage language)
    {
        var guide = new SubscriptionGuide(Everything);

        ApprovedText.Matches($"Feeds/Guides/Approved/everything.{Code(language)}.md", guide.ToMarkdown(language));
        ApprovedText.Matches($"Feeds/Guides/Approved/everything.{Code(language)}.html", guide.ToHtml(language));
        ApprovedText.Matches(
            $"Feeds/Guides/Approved/everything.{Code(language)}.mobileconfig",
            guide.AppleProfile.ToMobileConfig(language)
        );
        ApprovedText.Matches(
            $"Feeds/Guides/Approved/editor.{Code(language)}.mobileconfig",
            new SubscriptionGuide(Guides.Editor).AppleProfile.ToMobileConfig(language)
        );
    }

    private static Subscription Of(string subscriber) =>
        subscriber switch
        {
            "guest" => Guides.Guest,
            "guest-with-grant-password" => Guides.GuestWithGrantPassword,
            "user" => Guides.User,
            "everybody" => Guides.Everybody,
            "over-http" => Guides.OverHttp,
            "editor" => Guides.Editor,
            "manager-over-http" => Guides.OverHttp with { Permissions = Permissions.Manager },
            _ => Everything,
        };

    private static string Code(GuideLanguage language) => language == GuideLanguage.French ? "fr" : "en";
}

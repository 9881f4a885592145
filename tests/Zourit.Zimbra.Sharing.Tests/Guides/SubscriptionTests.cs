using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

public sealed class SubscriptionTests
{
    [Fact]
    public void An_empty_identifier_or_address_is_no_subscriber()
    {
        Assert.ThrowsAny<ArgumentException>(() => Subscriber.Guest(default));
        Assert.ThrowsAny<ArgumentException>(() => Subscriber.GuestWithGrantPassword(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("marie @monasso.org")]
    [InlineData("marie\u0000@monasso.org")]
    [InlineData("marie@monasso.org\r\nX")]
    public void What_is_no_account_name_is_refused(string account) => Assert.ThrowsAny<ArgumentException>(() => Subscriber.User(account));

    [Fact]
    public void An_http_address_is_no_encrypted_form() =>
        Assert.ThrowsAny<ArgumentException>(() => Subscriptions.OverHttp with { EncryptedAddress = Subscriptions.OverHttp.Address });

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void A_profile_is_not_linked_by_script_or_file(string uri) =>
        Assert.ThrowsAny<ArgumentException>(() => Subscriptions.Guest with { AppleProfileUri = new Uri(uri) });

    [Fact]
    public void A_password_is_exposed_only_where_one_is_typed_and_no_https_address_is_known()
    {
        Assert.True(Subscriptions.OverHttp.ExposesPassword);
        Assert.False((Subscriptions.OverHttp with { Subscriber = Subscriber.Everybody }).ExposesPassword);
        Assert.False((Subscriptions.OverHttp with { EncryptedAddress = IcsAddress.Parse(Subscriptions.Address) }).ExposesPassword);
        Assert.False(Subscriptions.Guest.ExposesPassword);
    }

    [Fact]
    public void An_unknown_language_is_refused()
    {
        var guide = new SubscriptionGuide(Subscriptions.Guest);

        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => guide.ToText((GuideLanguage)9));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => guide.ToMarkdown((GuideLanguage)9));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => guide.ToHtml((GuideLanguage)9));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => guide.AppleProfile.ToMobileConfig((GuideLanguage)9));
    }

    [Fact]
    public void Nothing_that_a_guide_is_made_of_can_hold_a_password()
    {
        IEnumerable<Type> types = new[] { typeof(Subscription), typeof(Subscriber) }
            .SelectMany(type => type.GetProperties())
            .Select(property => property.PropertyType);

        Assert.DoesNotContain(typeof(Secret), types);
        Assert.DoesNotContain(typeof(FeedCredentials), types);
        Assert.Equal(
            typeof(GuestIdentifier),
            typeof(Subscriber).GetMethod(nameof(Subscriber.Guest))!.GetParameters().Single().ParameterType
        );
    }
}

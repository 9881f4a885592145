using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

/// <summary>What a guide says to a guest who may also write.</summary>
public sealed class WritingTests
{
    [Fact]
    public void A_guest_whose_rights_or_password_or_calendar_do_not_go_with_CalDAV_gets_the_guide_for_reading()
    {
        Subscription unfit = Subscriptions.Editor with
        {
            Address = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/Quoi%20%3F.ics"),
        };

        foreach (
            Subscription subscription in new[]
            {
                Subscriptions.Guest,
                Subscriptions.GuestWithGrantPassword with
                {
                    Permissions = Permissions.Manager,
                },
                Subscriptions.Everybody with
                {
                    Permissions = Permissions.Manager,
                },
                unfit,
            }
        )
        {
            Assert.False(subscription.IsForWriting);
            Assert.Contains(
                "A subscription is for reading",
                Subscriptions.Text(subscription, GuideLanguage.English),
                StringComparison.Ordinal
            );
        }

        Assert.DoesNotContain("DAVx⁵ works too", Subscriptions.Text(unfit, GuideLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rwidx", "Never choose “Delete”", "définitivement")]
    [InlineData("rwi", "Do not rename this calendar", "Ne renommez pas")]
    public void The_danger_of_the_rights_is_said_in_both_languages(string letters, string english, string french)
    {
        Subscription subscription = Subscriptions.Guest with { Permissions = Permissions.Parse(letters) };

        Assert.Contains(english, Subscriptions.Text(subscription, GuideLanguage.English), StringComparison.Ordinal);
        Assert.Contains(french, Subscriptions.Text(subscription, GuideLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_only_add_is_warned_of_nothing_and_knows_that_events_cannot_be_deleted()
    {
        string text = Subscriptions.Text(Subscriptions.Guest with { Permissions = Permissions.Parse("ri") }, GuideLanguage.English);

        Assert.DoesNotContain("Please note", text, StringComparison.Ordinal);
        Assert.Contains("You cannot delete events", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_contact_the_owners_address_is_given()
    {
        string text = Subscriptions.Text(Subscriptions.Editor with { Contact = null }, GuideLanguage.French);

        Assert.Contains("Contact : owner@monasso.org.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public void Every_address_can_be_copied_out_of_the_plain_guide(GuideLanguage language)
    {
        foreach (
            Subscription subscription in new[]
            {
                Subscriptions.Guest,
                Subscriptions.Editor,
                Subscriptions.GuestWithGrantPassword,
                Subscriptions.User,
            }
        )
        {
            Assert.All(
                new SubscriptionGuide(subscription)
                    .ToText(language)
                    .Split('\n')
                    .Where(line => line.Contains("://", StringComparison.Ordinal)),
                line => Assert.Matches(@"^\s+https://mail1\.example\.net/(home/owner@monasso\.org/Sorties%20d'%C3%A9t%C3%A9\.ics)?$", line)
            );
        }
    }

    [Fact]
    public void The_profile_sets_up_the_account_at_the_servers_root()
    {
        Subscription subscription = Subscriptions.Editor with
        {
            Address = IcsAddress.Parse("http://mail1.example.net:8080/home/owner@monasso.org/x.ics"),
        };

        string[] values =
        [
            .. XDocument
                .Parse(new SubscriptionGuide(subscription).AppleProfile.ToMobileConfig(GuideLanguage.English))
                .Descendants()
                .Where(each => !each.HasElements)
                .Select(each => each.Value.Length > 0 ? each.Value : each.Name.LocalName),
        ];

        Assert.Equal("com.apple.caldav.account", values[Array.IndexOf(values, "PayloadType") + 1]);
        Assert.Equal("mail1.example.net", values[Array.IndexOf(values, "CalDAVHostName") + 1]);
        Assert.Equal("8080", values[Array.IndexOf(values, "CalDAVPort") + 1]);
        Assert.Equal("false", values[Array.IndexOf(values, "CalDAVUseSSL") + 1]);
        Assert.Equal(Subscriptions.Identifier, values[Array.IndexOf(values, "CalDAVUsername") + 1]);
        Assert.DoesNotContain("CalDAVPassword", values);
    }
}

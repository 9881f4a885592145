using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

public sealed class FormTests
{
    private const string Hostile =
        "<script>alert(1)</script> \" onload=\"x ](javascript:x) ![i](http://evil.example) `c` **b** "
        + "www.evil.example\r\n# head\u202Egnp";

    [Fact]
    public void Plain_text_reads_line_by_line()
    {
        string[] lines = new SubscriptionGuide(Subscriptions.Guest).ToText(GuideLanguage.English).Split('\n');

        Assert.Equal("The calendar “Sorties d'été” in your own program", lines[0]);
        Assert.Equal(new string('=', lines[0].Length), lines[1]);
        Assert.Contains($"    {Subscriptions.Address}", lines);
        Assert.Contains($"    {Subscriptions.Identifier}", lines);
        Assert.Contains("2. Choose “On the Network”, then “Next”.", lines);
        Assert.Contains("Nextcloud (cannot sign in)", lines);
        Assert.All(lines, line => Assert.True(line.Length <= 76 || line.Contains("://", StringComparison.Ordinal), line));
        Assert.DoesNotContain(lines, line => line.EndsWith(' '));
    }

    [Fact]
    public void No_full_stop_touches_an_address_in_plain_text()
    {
        string text = new SubscriptionGuide(Subscriptions.Guest).ToText(GuideLanguage.French);

        Assert.DoesNotMatch(@"%A9\.ics[.,;:]", text);
        Assert.DoesNotMatch(@"adresse\.orange\.fr@monasso\.org[.,;:]", text);
    }

    [Fact]
    public void French_punctuation_does_not_leave_its_word()
    {
        foreach (
            string form in new[]
            {
                new SubscriptionGuide(Subscriptions.Guest).ToText(GuideLanguage.French),
                new SubscriptionGuide(Subscriptions.Everybody).ToMarkdown(GuideLanguage.French),
            }
        )
        {
            Assert.DoesNotMatch("[ \n][:;?!»](\\s|$)", form);
            Assert.DoesNotMatch("«[ \n]", form);
        }
    }

    [Fact]
    public void Markdown_reads_line_by_line()
    {
        string[] lines = new SubscriptionGuide(Subscriptions.Guest).ToMarkdown(GuideLanguage.French).Replace('\u00A0', ' ').Split('\n');

        Assert.Equal("# L’agenda « Sorties d'été » dans votre logiciel", lines[0]);
        Assert.Contains($"- **Adresse de l’agenda** — `{Subscriptions.Address}`", lines);
        Assert.Contains($"- **Identifiant** — `{Subscriptions.Identifier}`", lines);
        Assert.Contains("2. Choisissez **Sur le réseau**, puis **Suivant**.", lines);
        Assert.Contains("### Google Agenda — *connexion impossible*", lines);
    }

    [Fact]
    public void A_hostile_name_adds_no_markup_to_Markdown()
    {
        string markdown = new SubscriptionGuide(
            Subscriptions.Guest with
            {
                CalendarName = Hostile,
                OwnerName = Hostile,
                Contact = Hostile,
            }
        ).ToMarkdown(GuideLanguage.English);

        Assert.DoesNotMatch(@"(?<!\\)<script", markdown);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", markdown);
        Assert.DoesNotMatch(@"(?<!\\)`c", markdown);
        Assert.DoesNotContain("**b**", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("www.evil", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# head", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', markdown);
    }

    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public void A_hostile_name_adds_no_markup_to_HTML(GuideLanguage language)
    {
        string html = new SubscriptionGuide(
            Subscriptions.Guest with
            {
                CalendarName = Hostile,
                OwnerName = Hostile,
                Contact = Hostile,
            }
        ).ToHtml(language);
        string honest = new SubscriptionGuide(Subscriptions.Guest).ToHtml(language);

        Assert.Equal(Elements(honest), Elements(html));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
    }

    [Theory]
    [InlineData(GuideLanguage.English, "en")]
    [InlineData(GuideLanguage.French, "fr")]
    public void The_page_is_whole_in_itself_and_well_formed(GuideLanguage language, string tag)
    {
        foreach (SubscriberKind kind in Enum.GetValues<SubscriberKind>())
        {
            string html = new SubscriptionGuide(Subscriptions.Of(kind)).ToHtml(language);
            XElement page = Page.Read(html);

            Assert.Equal(tag, page.Attribute("lang")?.Value);
            Assert.Single(page.Descendants("h1"));
            Assert.Single(page.Descendants("main"));
            Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "img" or "link" or "iframe" or "object");
            Assert.All(page.Descendants().Attributes("src").Concat(page.Descendants().Attributes("href")), a =>
                Assert.Matches("^(#|data:application/x-apple-aspen-config;)", a.Value)
            );
            Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
            Assert.All(page.Descendants("nav").Descendants("a").Attributes("href"), a =>
                Assert.Single(page.Descendants(), e => e.Attribute("id")?.Value == a.Value[1..])
            );
            Assert.Equal(
                page.Descendants().Attributes("id").Count(),
                page.Descendants().Attributes("id").Select(a => a.Value).Distinct().Count()
            );
            XElement code = page.Descendants("svg").Single();
            Assert.Equal("img", code.Attribute("role")?.Value);
            Assert.NotEmpty(code.Attribute("aria-label")!.Value);
        }
    }

    [Theory]
    [InlineData(Subscriptions.Address)]
    [InlineData("https://mail1.example.net:8443/home/owner@monasso.org/Calendar.ics")]
    [InlineData("https://é.example.net/home/owner@monasso.org/Calendar.ics")]
    [InlineData("http://127.0.0.1:36599/home/owner@monasso.org/my-events.ics")]
    public void The_QR_code_reads_as_the_address(string address)
    {
        var subscription = Subscriptions.Guest with { Address = IcsAddress.Parse(address) };

        Assert.Equal(subscription.Address.ToString(), Page.QrText(new SubscriptionGuide(subscription).ToHtml(GuideLanguage.English)));
    }

    [Fact]
    public void An_address_too_long_to_scan_gets_no_QR_code()
    {
        var path = FolderPath.Parse("/" + string.Join('/', Enumerable.Repeat(new string('é', 200), 3)));
        string html = new SubscriptionGuide(
            Subscriptions.Guest with
            {
                Address = IcsAddress.FromRestRoot("https://mail1.example.net/home/owner@monasso.org", path),
            }
        ).ToHtml(GuideLanguage.English);

        Assert.Empty(Page.Read(html).Descendants("svg"));
        Assert.Empty(Page.Read(html).Descendants("figure"));
    }

    [Fact]
    public void The_page_carries_the_profile_unless_it_is_served_elsewhere()
    {
        string carrying = new SubscriptionGuide(Subscriptions.Guest).ToHtml(GuideLanguage.French);
        string data = Page.Read(carrying)
            .Descendants("a")
            .Attributes("href")
            .Single(a => a.Value.StartsWith("data:", StringComparison.Ordinal))
            .Value;
        string served = new SubscriptionGuide(
            Subscriptions.Guest with
            {
                AppleProfileUri = new Uri("profile?id=1&x=2", UriKind.Relative),
            }
        ).ToHtml(GuideLanguage.French);

        Assert.Equal(
            new AppleProfile(Subscriptions.Guest).ToMobileConfig(GuideLanguage.French),
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(data[(data.IndexOf(',', StringComparison.Ordinal) + 1)..]))
        );
        Assert.Contains("href=\"profile?id=1&amp;x=2\"", served, StringComparison.Ordinal);
        Assert.DoesNotContain("data:application", served, StringComparison.Ordinal);
    }

    private static string Elements(string html) => string.Join(' ', Page.Read(html).Descendants().Select(e => e.Name.LocalName));
}

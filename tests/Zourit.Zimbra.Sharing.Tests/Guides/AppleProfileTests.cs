using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guides;

public sealed class AppleProfileTests
{
    [Theory]
    [InlineData(GuideLanguage.English)]
    [InlineData(GuideLanguage.French)]
    public void It_is_a_property_list_with_the_keys_that_Apple_names(GuideLanguage language)
    {
        Dictionary<string, XElement> profile = Profile(Subscriptions.Guest, language),
            account = Account(profile);

        Assert.Equal("Configuration", profile["PayloadType"].Value);
        Assert.Equal("1", profile["PayloadVersion"].Value);
        Assert.Equal("integer", profile["PayloadVersion"].Name.LocalName);
        Assert.Equal("Sorties d'été", profile["PayloadDisplayName"].Value);
        Assert.Equal("Les Amis du Lac", profile["PayloadOrganization"].Value);
        Assert.Contains("Sorties d'été", profile["PayloadDescription"].Value, StringComparison.Ordinal);

        Assert.Equal("com.apple.subscribedcalendar.account", account["PayloadType"].Value);
        Assert.Equal("1", account["PayloadVersion"].Value);
        Assert.Equal(Subscriptions.Address, account["SubCalAccountHostName"].Value);
        Assert.Equal(Subscriptions.Identifier, account["SubCalAccountUsername"].Value);
        Assert.Equal("Sorties d'été", account["SubCalAccountDescription"].Value);
        Assert.Equal("true", account["SubCalAccountUseSSL"].Name.LocalName);
        Assert.DoesNotContain("SubCalAccountPassword", account.Keys);
    }

    [Fact]
    public void A_public_calendar_has_no_user_and_an_http_address_no_TLS()
    {
        Assert.DoesNotContain("SubCalAccountUsername", Account(Profile(Subscriptions.Everybody)).Keys);
        Assert.Equal("false", Account(Profile(Subscriptions.OverHttp))["SubCalAccountUseSSL"].Name.LocalName);
        Assert.Equal(
            "true",
            Account(Profile(Subscriptions.OverHttp with { EncryptedAddress = IcsAddress.Parse(Subscriptions.Address) }))[
                "SubCalAccountUseSSL"
            ].Name.LocalName
        );
    }

    [Fact]
    public void The_same_subscription_has_the_same_UUIDs_and_another_has_others()
    {
        Assert.Equal(Uuids(Subscriptions.Guest), Uuids(Subscriptions.Guest with { CalendarName = "Renamed", Contact = "Paul" }));
        Assert.Equal(4, Uuids(Subscriptions.Guest).Concat(Uuids(Subscriptions.User)).Distinct().Count());
        Assert.All(Uuids(Subscriptions.Guest), uuid => Assert.Equal(8, Guid.Parse(uuid).Version));
    }

    [Fact]
    public void A_hostile_name_stays_text()
    {
        const string Name = "</string><key>SubCalAccountPassword</key>\u0000\uFFFE & ]]>";

        Assert.Equal(
            "</string><key>SubCalAccountPassword</key> & ]]>",
            Account(Profile(Subscriptions.Guest with { CalendarName = Name }))["SubCalAccountDescription"].Value
        );
    }

    [Theory]
    [InlineData("/Calendar", "Calendar.mobileconfig")]
    [InlineData("/Asso/Sorties d'été", "Sorties-d--t.mobileconfig")]
    [InlineData("/日本", "calendar.mobileconfig")]
    public void The_file_is_named_after_the_folder(string path, string name) =>
        Assert.Equal(
            name,
            new AppleProfile(
                Subscriptions.Guest with
                {
                    Address = IcsAddress.FromRestRoot("https://mail1.example.net/home/owner@monasso.org", FolderPath.Parse(path)),
                }
            ).FileName
        );

    private static string[] Uuids(Subscription subscription)
    {
        Dictionary<string, XElement> profile = Profile(subscription);
        return [profile["PayloadUUID"].Value, Account(profile)["PayloadUUID"].Value];
    }

    private static Dictionary<string, XElement> Profile(Subscription subscription, GuideLanguage language = GuideLanguage.English)
    {
        string text = new AppleProfile(subscription).ToMobileConfig(language);
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\"",
            text,
            StringComparison.Ordinal
        );
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        XElement plist = XElement.Load(reader);
        Assert.Equal("plist", plist.Name.LocalName);
        Assert.Equal("1.0", plist.Attribute("version")?.Value);
        return Dictionary(plist.Elements().Single());
    }

    private static Dictionary<string, XElement> Account(Dictionary<string, XElement> profile) =>
        Dictionary(profile["PayloadContent"].Elements().Single());

    private static Dictionary<string, XElement> Dictionary(XElement dict)
    {
        Assert.Equal("dict", dict.Name.LocalName);
        return dict.Elements()
            .Chunk(2)
            .ToDictionary(pair => pair[0].Name.LocalName == "key" ? pair[0].Value : throw new XmlException("no key"), pair => pair[1]);
    }
}

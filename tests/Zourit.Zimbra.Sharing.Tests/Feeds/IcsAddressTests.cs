using CsCheck;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class IcsAddressTests
{
    private const string RestRoot = "https://mail1.example.net:8443/home/owner@monasso.org";

    [Theory]
    [InlineData("")]
    [InlineData("mail1.example.net")]
    [InlineData("https://mail1.example.net/")]
    [InlineData("https://mail1.example.net/home/")]
    [InlineData("ftp://mail1.example.net/home/owner@monasso.org")]
    [InlineData("ftp://guest:pw@mail1.example.net/home/owner@monasso.org")]
    public void What_is_no_REST_root_is_refused(string root)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => IcsAddress.FromRestRoot(root, FolderPath.Parse("/Calendar")));
        Assert.DoesNotContain("guest:pw", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/home/owner@monasso.org/Calendar.ics")]
    [InlineData("https://mail1.example.net/Calendar.ics")]
    [InlineData("https://mail1.example.net/home/owner@monasso.org")]
    [InlineData("ftp://mail1.example.net/home/owner@monasso.org/Calendar.ics")]
    [InlineData("https://guest:pw@mail1.example.net/home/owner@monasso.org/Calendar.ics")]
    [InlineData("https://guest:pw@mail1.example.net")]
    [InlineData("https://")]
    [InlineData("//\u202E")]
    [InlineData("http://\u202E./home/o/y")]
    [InlineData("webcal://$$/home/owner@monasso.org/Calendar.ics")]
    [InlineData("webcal://a%20b/home/owner@monasso.org/Calendar.ics")]
    public void What_is_no_address_of_a_calendar_is_refused(string text)
    {
        Assert.False(IcsAddress.TryParse(text, out _));
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() => IcsAddress.Parse(text));
        Assert.DoesNotContain("guest:pw", e.Message, StringComparison.Ordinal);
    }

    // docs/protocol.md §12.4, the client's form
    [Theory]
    [InlineData("/Réunions CA", "/R%C3%A9unions%20CA")]
    [InlineData("/Événements & sorties", "/%C3%89v%C3%A9nements%20%26%20sorties")]
    [InlineData("/50% #1", "/50%25%20%231")]
    [InlineData("/C++ (v2); x=1", "/C%2B%2B%20(v2)%3B%20x=1")]
    [InlineData("/Équipe [2026]", "/%C3%89quipe%20%5B2026%5D")]
    [InlineData("/A/B sous-dossier", "/A/B%20sous-dossier")]
    [InlineData("/L'agenda", "/L'agenda")]
    [InlineData("/a,b;c", "/a,b%3Bc")]
    [InlineData("/日程", "/%E6%97%A5%E7%A8%8B")]
    [InlineData("/📅 fêtes", "/%F0%9F%93%85%20f%C3%AAtes")]
    [InlineData("/tilde~_-.!$*@", "/tilde~_-.!$*@")]
    [InlineData("/e\u0301", "/e%CC%81")]
    [InlineData("/notes.v2", "/notes.v2")]
    public void Paths_are_escaped_as_the_server_does_or_better(string path, string escaped)
    {
        IcsAddress address = IcsAddress.FromRestRoot(RestRoot, FolderPath.Parse(path));

        Assert.Equal($"{RestRoot}{escaped}.ics", address.ToString());
        Assert.Equal(address.ToString(), address.Uri.AbsoluteUri);
        Assert.Equal(path, IcsAddress.Parse(address.ToString()).Path.Value);
    }

    // docs/protocol.md §12.5
    [Theory]
    [InlineData("https", 8443, "https://mail1.example.net:8443")]
    [InlineData("https", 443, "https://mail1.example.net")]
    [InlineData("https", null, "https://mail1.example.net")]
    [InlineData(null, null, "http://mail1.example.net")]
    [InlineData(null, 443, "http://mail1.example.net:443")]
    [InlineData("https", 80, "https://mail1.example.net:80")]
    [InlineData("HTTPS", 8443, "HTTPS://mail1.example.net")]
    public void A_domains_settings_give_the_servers_own_address(string? protocol, int? port, string root)
    {
        PublicService service = PublicService.OfDomain("mail1.example.net", protocol, port);

        Assert.Equal(
            $"{root}/home/login@asso.org/myevents.ics",
            IcsAddress.From(service, "login@asso.org", FolderPath.Parse("myevents")).ToString()
        );
    }

    [Fact]
    public void Without_a_public_host_name_the_mail_servers_port_is_always_written()
    {
        FolderPath path = FolderPath.Parse("myevents");

        Assert.Equal(
            "https://mbs1.example.net:443/home/login@asso.org/myevents.ics",
            IcsAddress.From(PublicService.OfMailServer("mbs1.example.net", "both"), "login@asso.org", path).ToString()
        );
        Assert.Equal(
            "http://mbs1.example.net:80/home/login@asso.org/myevents.ics",
            IcsAddress.From(PublicService.OfMailServer("mbs1.example.net", "http"), "login@asso.org", path).ToString()
        );
    }

    [Fact]
    public void A_folder_has_its_other_addresses()
    {
        IcsAddress address = IcsAddress.FromRestRoot(RestRoot, FolderPath.Parse("/my-events"));

        Assert.Equal($"{RestRoot}/my-events.html", address.Html.AbsoluteUri);
        Assert.Equal("webcals://mail1.example.net:8443/home/owner@monasso.org/my-events.ics", address.Webcal.AbsoluteUri);
        Assert.Equal($"{RestRoot}/my-events.ifb", address.FreeBusy.AbsoluteUri);
        Assert.True(address.IsEncrypted);
        Assert.Equal("owner@monasso.org", address.Account);
    }

    [Theory]
    [InlineData("webcals://mail1.example.net:8443/home/owner@monasso.org/my-events.ics")]
    [InlineData("https://mail1.example.net:8443/user/owner@monasso.org/my-events")]
    [InlineData(" https://mail1.example.net:8443/service/home/owner@monasso.org/my-events.ics ")]
    [InlineData("https://mail1.example.net:8443/home/owner@monasso.org/my-events.html")]
    [InlineData("https://mail1.example.net:8443/home/owner@monasso.org/my-events.HTML?view=month")]
    [InlineData("https://mail1.example.net:8443/home/owner@monasso.org/my-events.ifb")]
    [InlineData("https://mail1.example.net:8443/home/owner@monasso.org/my-events?fmt=html")]
    [InlineData("https://mail1.example.net:8443/home/owner@monasso.org/my-events/")]
    public void An_address_is_read_as_people_pass_it_on(string text) =>
        Assert.Equal($"{RestRoot}/my-events.ics", IcsAddress.Parse(text).ToString());

    [Theory]
    [InlineData("plan.html.ics", "/plan.html")]
    [InlineData("plan.ifb.ics", "/plan.ifb")]
    [InlineData("plan.ics.ics", "/plan.ics")]
    [InlineData("plan.ics.html", "/plan.ics")]
    [InlineData("notes.v2", "/notes.v2")]
    public void One_suffix_is_that_of_the_address_and_the_rest_the_folders_name(string last, string path) =>
        Assert.Equal(path, IcsAddress.Parse($"{RestRoot}/{last}").Path.Value);

    [Fact]
    public void A_plain_address_says_so()
    {
        IcsAddress address = IcsAddress.Parse("webcal://mail1.example.net/home/owner@monasso.org/my-events.ics");

        Assert.False(address.IsEncrypted);
        Assert.Equal("http://mail1.example.net/home/owner@monasso.org/my-events.ics", address.ToString());
        Assert.Equal("webcal://mail1.example.net/home/owner@monasso.org/my-events.ics", address.Webcal.AbsoluteUri);
    }

    [Fact]
    public void Every_path_comes_back_from_its_address() =>
        Gen.String.Sample(text =>
        {
            if (FolderPath.TryParse("/" + text, out FolderPath path) && !path.IsRoot)
            {
                Assert.Equal(path.Value, IcsAddress.Parse(IcsAddress.FromRestRoot(RestRoot, path).ToString()).Path.Value);
            }
        });

    [Fact]
    public void Every_address_that_is_read_is_read_again_as_the_same() =>
        Gen.OneOf<string>(
                Gen.OneOf(
                    "https://",
                    "webcals://",
                    "HTTP://",
                    "mail1.example.net",
                    "[::1]",
                    ":8443",
                    "/home/",
                    "/user/",
                    "/service",
                    "owner@monasso.org",
                    "/",
                    "my-events",
                    ".ics",
                    ".html",
                    ".ifb",
                    "%2F",
                    "%",
                    "é",
                    "?fmt=ics",
                    "#x",
                    " ",
                    ";",
                    "+",
                    "\u202E"
                ),
                Gen.String[0, 3]
            )
            .Array[1, 9]
            .Select(string.Concat)
            .Select(text => text.Contains("://", StringComparison.Ordinal) ? text : $"https://mail1.example.net/home/o@x.org/{text}")
            .Sample(text =>
            {
                if (IcsAddress.TryParse(text, out IcsAddress? address))
                {
                    Assert.Equal(address, IcsAddress.Parse(address.ToString()));
                    Assert.Equal(address.Path.Value, IcsAddress.Parse(address.ToString()).Path.Value);
                    Assert.Equal(address.Account, IcsAddress.Parse(address.ToString()).Account);
                }
            });
}

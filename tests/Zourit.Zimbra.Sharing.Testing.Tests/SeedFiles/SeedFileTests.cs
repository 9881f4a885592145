using System.Text;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;

namespace Zourit.Zimbra.Sharing.Testing.Tests.SeedFiles;

public sealed class SeedFileTests
{
    private static readonly string Example = Path.Combine(AppContext.BaseDirectory, "seed.example.json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("null", "null")]
    [InlineData("""{"acounts":[]}""", "acounts")]
    [InlineData("""{"accounts":[{"name":"a@b","pasword":"x"}]}""", "pasword")]
    [InlineData("""{"config":{"zimbraFeatureSharingEnabled":true}}""", "TRUE")]
    public void A_seed_that_says_something_unknown_is_refused(string json, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => SeedFile.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"accounts":null}""", "accounts")]
    [InlineData("""{"accounts":[{"name":"a@b.test"},null]}""", "$.accounts[1]")]
    [InlineData("""{"accounts":[{"name":null}]}""", "name")]
    [InlineData("""{"accounts":[{"name":"a@b.test","aliases":[null]}]}""", "$.accounts[0].aliases[0]")]
    [InlineData("""{"accounts":[{"name":"a@b.test","attributes":{"displayName":null}}]}""", "An attribute's value")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","grants":[{"to":"pub","rights":null}]}]}]}""", "rights")]
    [InlineData("""{"groups":[{"name":"g@b.test","members":null}]}""", "members")]
    public void A_null_in_a_seed_is_refused_instead_of_ending_the_program_later(string json, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => SeedFile.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"accounts":[{"name":"a@b.test","cos":"gold"}]}""", "gold")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","grants":[{"to":"usr","name":"c@d.test"}]}]}]}""", "c@d.test")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","grants":[{"to":"pub","rights":"q"}]}]}]}""", "q")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x:y"}]}]}""", "a@b.test, /x:y: Zimbra allows no folder")]
    [InlineData(
        """{"accounts":[{"name":"a@b.test","folders":[{"path":"/x"}],"mountpoints":[{"path":"/m/.","owner":"a@b.test","folder":"/x"}]}]}""",
        "a@b.test, /m/.: Zimbra allows no folder"
    )]
    [InlineData(
        """{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","events":[{"summary":"s","start":"tomorrow"}]}]}]}""",
        "tomorrow"
    )]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","events":[{"ics":"hello"}]}]}]}""", "hello")]
    [InlineData("""{"accounts":[{"name":"a@b.test","mountpoints":[{"path":"/m","owner":"a@b.test","folder":"/none"}]}]}""", "/none")]
    [InlineData("""{"accounts":[{"name":"a@b.test"},{"name":"A@b.test"}]}""", "A@b.test")]
    [InlineData("""{"accounts":[{"name":"a@b.test"},{"name":"c@b.test","aliases":["a@b.test"]}]}""", "a@b.test")]
    [InlineData("""{"accounts":[{"name":"a@b.test"}],"groups":[{"name":"a@b.test"}]}""", "a@b.test")]
    public async Task A_seed_that_refers_to_nothing_or_names_an_address_twice_is_refused(string json, string named)
    {
        var refused = await Assert.ThrowsAsync<FormatException>(() =>
            FakeZimbra.StartFromFileAsync(SeedFile.Parse(json), cancellationToken: Cancel)
        );
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"accounts":[{"name":"owner","password":"x"}]}""", "owner")]
    [InlineData("""{"accounts":[{"name":""}]}""", "no address")]
    [InlineData("""{"accounts":[{"name":"a@b.test","aliases":["alias@"]}]}""", "alias@")]
    [InlineData("""{"groups":[{"name":"@b.test"}]}""", "@b.test")]
    [InlineData("""{"accounts":[{"name":"a@b.test","sent":[{"from":"a@b.test","to":[],"subject":"Hello"}]}]}""", "Hello")]
    [InlineData("""{"outbox":[{"from":"a@b.test","to":[],"subject":"Hello"}]}""", "Hello")]
    [InlineData("""{"accounts":[{"name":"admin@example.test","admin":true}]}""", "admin@example.test")]
    [InlineData("""{"accounts":[{"name":"admin@example.test","password":"x"}]}""", "\"admin\": true")]
    public async Task A_seed_with_an_address_that_is_none_or_is_taken_is_refused_by_name(string json, string named)
    {
        var refused = await Assert.ThrowsAsync<FormatException>(() =>
            FakeZimbra.StartFromFileAsync(SeedFile.Parse(json), cancellationToken: Cancel)
        );
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"accounts":[{"name":"a@b.test","status":"aktiv"}]}""", "aktiv")]
    [InlineData("""{"accounts":[{"name":"a@b.test","attributes":{"zimbraHideInGal":"true"}}]}""", "zimbraHideInGal must be TRUE or FALSE")]
    [InlineData("""{"config":{"zimbraExternalSharingEnabled":"yes"}}""", "yes")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","view":"calendar"}]}]}""", "calendar")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","flags":"#z"}]}]}""", "/x: A folder has no flag \"z\"")]
    [InlineData("""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","color":128}]}]}""", "no colour 128")]
    [InlineData("""{"publicationLag":"5"}""", "5.00:00:00")]
    [InlineData("""{"publicationLag":"-00:00:01"}""", "-00:00:01")]
    [InlineData("""{"clock":"9999-12-31T00:00:00Z"}""", "9999-12-31")]
    [InlineData(
        """
            {"accounts":[{"name":"a@b.test","folders":[
                {"path":"/x","events":[{"summary":"s","start":"20261201T090000","zone":"Paris"}]}]}]}
            """,
        "Paris"
    )]
    [InlineData(
        """
            {"accounts":[{"name":"a@b.test","folders":[
                {"path":"/x","events":[{"summary":"Fair","start":"20261201T090000Z","end":"20261201"}]}]}]}
            """,
        "Fair"
    )]
    public async Task A_seed_with_a_word_that_would_do_something_else_is_refused(string json, string named)
    {
        var refused = await Assert.ThrowsAsync<FormatException>(() =>
            FakeZimbra.StartFromFileAsync(SeedFile.Parse(json), cancellationToken: Cancel)
        );
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weekly")]
    [InlineData("RRULE:FREQ=WEEKLY")]
    [InlineData("COUNT=3")]
    [InlineData("FREQ=WEEKLY;COUNT=many")]
    [InlineData("FREQ=WEEKLY;COUNT=99999999999999")]
    public async Task A_seed_with_a_rule_that_would_make_its_calendar_unreadable_is_refused(string rule)
    {
        var events = $$"""{"summary":"s","start":"20261201T090000Z","recurrence":"{{rule}}"}""";
        var json = $$"""{"accounts":[{"name":"a@b.test","folders":[{"path":"/x","events":[{{events}}]}]}]}""";
        var refused = await Assert.ThrowsAsync<FormatException>(() =>
            FakeZimbra.StartFromFileAsync(SeedFile.Parse(json), cancellationToken: Cancel)
        );
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_series_without_a_valid_rule_is_refused_and_the_calendar_stays_readable()
    {
        await using var zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("a@b.test", "pa55word", account => account.Calendar("/x", calendar => calendar.SharePublicly("r"))),
            cancellationToken: Cancel
        );
        using var client = new HttpClient { BaseAddress = zimbra.ServerUri };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("a@b.test:pa55word"u8));
        using var series = new StringContent(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:1
            DTSTART:20261201T090000Z
            RRULE:FREQ=SOMETIMES
            END:VEVENT
            END:VCALENDAR
            """
        );

        using var posted = await client.PostAsync("home/a@b.test/x?fmt=ics", series, Cancel);

        Assert.Equal(500, (int)posted.StatusCode);
        Assert.Contains("FREQ=SOMETIMES", await posted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("FREQ=SOMETIMES", await client.GetStringAsync("home/a@b.test/x.ics", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_a_domain_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            FakeZimbra.StartAsync(seed => seed.Account("owner", "x"), cancellationToken: Cancel)
        );
        Assert.Contains("\"owner\" is no address", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Passwords_do_not_print()
    {
        var seed = SeedFile.Load(Example);
        Assert.DoesNotContain("Secret-1owner", string.Join(" ", seed.Accounts), StringComparison.Ordinal);
        Assert.DoesNotContain("gr4nt-pass", string.Join(" ", seed.Accounts[1].Folders[0].Grants), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_says_everything_and_the_server_answers_accordingly()
    {
        await using var zimbra = await FakeZimbra.StartFromFileAsync(SeedFile.Load(Example), cancellationToken: Cancel);
        using var sender = new Sender(zimbra.ServerUri, zimbra.AdminUri);
        Assert.Equal(("admin@monasso.org", "Adm1n-pass"), (zimbra.AdminName, zimbra.AdminPassword));

        var owner = await LogInAsync(sender, "president@monasso.org", "Secret-1owner");
        var folder = await AskAsync(
            sender,
            owner,
            """<GetFolderRequest xmlns="urn:zimbraMail"><folder path="/my-events"/></GetFolderRequest>"""
        );
        var grants = folder.Descendants().Where(element => element.Name.LocalName == "grant").ToList();
        Assert.Equal(
            ["guest r", "usr rwidx", "grp r", "pub r"],
            grants.Select(grant => $"{(string?)grant.Attribute("gt")} {(string?)grant.Attribute("perm")}")
        );
        Assert.Equal("1826841600000", (string?)grants[0].Attribute("expiry"));
        Assert.Equal(
            "3",
            (string?)folder.Descendants().First(element => (string?)element.Attribute("name") == "my-events").Attribute("color")
        );

        var reader = await LogInAsync(sender, "reader@monasso.org", "Secret-1reader");
        var tree = await AskAsync(sender, reader, """<GetFolderRequest xmlns="urn:zimbraMail"/>""");
        Assert.Equal(
            "owner@monasso.org",
            (string?)tree.Descendants().Single(element => element.Name.LocalName == "link").Attribute("owner")
        );

        var sent = await AskAsync(
            sender,
            owner,
            """<SearchRequest xmlns="urn:zimbraMail" types="message"><query>in:sent</query></SearchRequest>"""
        );
        Assert.Contains(sent.Descendants(), element => element.Name.LocalName == "su" && element.Value == "Hello");
        Assert.Equal("Raw", Assert.Single(zimbra.Outbox.Mails).Subject);

        var closed = await sender.SoapAsync(toAdmin: false, null, Login("gone@monasso.org", "Secret-1gone"), Cancel);
        Assert.Contains("account.AUTH_FAILED", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_of_the_example_goes_out_with_its_series_and_without_its_private_words()
    {
        await using var zimbra = await FakeZimbra.StartFromFileAsync(SeedFile.Load(Example), cancellationToken: Cancel);
        using var client = new HttpClient();

        var calendar = await client.GetStringAsync(new Uri(zimbra.ServerUri, "home/owner@monasso.org/my-events.ics"), Cancel);
        Assert.Contains("SUMMARY:Fair\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=WEEKLY;COUNT=6\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("""EXDATE;TZID="Europe/Paris":20261208T200000""", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Dress rehearsal\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("""RECURRENCE-ID;TZID="Europe/Paris":20261215T200000""", calendar, StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20261227\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("UID:raw-1\r\n", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Doctor", calendar, StringComparison.Ordinal);
        Assert.Contains("CLASS:PRIVATE\r\n", calendar, StringComparison.Ordinal);
    }

    private static string Login(string name, string password) =>
        $"""<AuthRequest xmlns="urn:zimbraAccount"><account by="name">{name}</account><password>{password}</password></AuthRequest>""";

    private static async Task<string> LogInAsync(Sender sender, string name, string password) =>
        XDocument
            .Parse((await sender.SoapAsync(toAdmin: false, null, Login(name, password), Cancel)).Text)
            .Descendants()
            .First(element => element.Name.LocalName == "authToken")
            .Value;

    private static async Task<XDocument> AskAsync(Sender sender, string token, string body) =>
        XDocument.Parse(Encoding.UTF8.GetString((await sender.SoapAsync(toAdmin: false, token, body, Cancel)).Body));
}

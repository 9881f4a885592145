using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Testing.Tests.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Journals;

public sealed class JournalTests
{
    private const string Token = "0_ab6036c9eea251754e786d036e8f1f7ed5dae981_69643d33363a3339";

    [Theory]
    [InlineData("<password>hush</password>", "<password>***</password>")]
    [InlineData("""<a n="zimbraPreAuthKey"/><b>text</b>""", """<a n="zimbraPreAuthKey"/><b>text</b>""")]
    [InlineData("<oldPassword a='1'>hush</oldPassword>", "<oldPassword a='1'>***</oldPassword>")]
    [InlineData("""<grant gt="guest" d="a@b" pw="hush" perm="r"/>""", """<grant gt="guest" d="a@b" pw="***" perm="r"/>""")]
    [InlineData("""<grant gt='guest' pw = 'hush "x"'/>""", """<grant gt='guest' pw = '***'/>""")]
    [InlineData("""<a n="zimbraPreAuthKey">hush</a>""", """<a n="zimbraPreAuthKey">***</a>""")]
    [InlineData("<preauth timestamp=\"1\">hush</preauth>", "<preauth timestamp=\"1\">***</preauth>")]
    [InlineData("<authToken>" + Token + "</authToken>", "<authToken>***</authToken>")]
    [InlineData("see https://x/service/extuserprov/?p=" + Token + ".", "see https://x/service/extuserprov/?p=***")]
    [InlineData("""{"pw":"hu\"sh","perm":"r"}""", """{"pw":"***","perm":"r"}""")]
    [InlineData("""{"password":{"_content":"hush"}}""", """{"password":{"_content":"***"}}""")]
    [InlineData("""{"authToken":[{"_content":"hush"}]}""", """{"authToken":[{"_content":"***"}]}""")]
    [InlineData("""{"a":[{"n":"zimbraPreAuthKey","_content":"hush"}]}""", """{"a":[{"n":"zimbraPreAuthKey","_content":"***"}]}""")]
    [InlineData("displayname=Guest&password=hush", "displayname=Guest&password=***")]
    [InlineData("/home/a/b.ics?auth=qp&zauthtoken=hush&fmt=ics", "/home/a/b.ics?auth=qp&zauthtoken=***&fmt=ics")]
    [InlineData("""<a n="zimbraPreAuthKey"/><b>plain</b>""", """<a n="zimbraPreAuthKey"/><b>plain</b>""")]
    [InlineData("""<key n="x"/>plain""", """<key n="x"/>plain""")]
    [InlineData("<notes>nothing secret here</notes>", "<notes>nothing secret here</notes>")]
    public void No_secret_stays_in_a_body_or_an_address(string said, string kept) => Assert.Equal(kept, Redaction.Text(said));

    [Theory]
    [InlineData("Authorization", "Basic aHVzaA==", "Basic ***")]
    [InlineData("Cookie", "ZM_AUTH_TOKEN=hush; b=c", "ZM_AUTH_TOKEN=***; b=***")]
    [InlineData("X-Zimbra-Csrf-Token", "hush", "***")]
    [InlineData("User-Agent", "curl", "curl")]
    public void No_secret_stays_in_a_header(string name, string said, string kept) => Assert.Equal(kept, Redaction.Header(name, said));

    [Fact]
    public void On_a_busy_machine_a_request_failed_since_its_secrets_were_not_found_in_time()
    {
        string kept = Redaction.InTime("<pw>hush</pw>", text => throw new RegexMatchTimeoutException(text, "pw", TimeSpan.FromSeconds(1)));

        Assert.Contains("13 characters", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_keeps_the_last_requests_only_and_counts_all()
    {
        await using var server = await BareServer.StartAsync();
        for (var i = 0; i < 103; i++)
            (await server.SoapAsync("NoOpRequest", $"requestId=\"{i}\"")).Dispose();

        Assert.Equal(100, server.Journal.Entries.Count);
        Assert.Equal(103, server.Journal.Requests);
        Assert.Equal(4, server.Journal.Entries[0].Number);
        Assert.Contains("requestId=\"102\"", server.Journal.Entries[^1].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_link_stays_nowhere_in_an_entry()
    {
        await using var server = await FakeZimbra.StartRecordedAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var token = $"0_{new string('a', 40)}_6161";
        (
            await client.GetAsync(new Uri(server.ServerUri, $"service/extuserprov/?p={token}"), TestContext.Current.CancellationToken)
        ).Dispose();

        var entry = Assert.Single(server.Journal.Entries);
        Assert.DoesNotContain(
            token,
            $"{entry.Target} {string.Join(' ', entry.RequestHeaders)} {entry.RequestBody} {entry.ReplyBody}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_request_that_never_reached_the_server_is_kept_with_the_reason()
    {
        await using var server = await BareServer.StartAsync();
        server.Rules.OnAnything().Call(1).BadGateway();
        (await server.SoapAsync("NoOpRequest")).Dispose();
        (await server.SoapAsync("NoOpRequest")).Dispose();

        Assert.Null(server.Journal.Entries[0].Status);
        Assert.Equal(["HtmlPage 502"], server.Journal.Entries[0].Injected);
        Assert.Equal(200, server.Journal.Entries[1].Status);
        Assert.Equal(2, server.Journal.Of("NoOpRequest").Count);
    }

    [Fact]
    public async Task Long_bodies_are_cut_and_a_secret_at_the_cut_does_not_show()
    {
        await using var server = await BareServer.StartAsync();
        server.Reply = new string('x', 16_370) + "<password>hush-hush-hush</password>" + new string('y', 50_000);
        (await server.SoapAsync("NoOpRequest")).Dispose();

        var kept = server.Journal.Entries[0].ReplyBody;
        Assert.Equal(16_384, kept.Length);
        Assert.DoesNotContain("hush", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_prints_its_lists_and_no_secret()
    {
        await using var world = await World.StartAsync();
        world.Zimbra.Misbehave.On("AuthRequest").Delay(TimeSpan.Zero);
        await world.LogInAsync();

        string text = world.Zimbra.Journal.Entries.Single().ToString();

        Assert.StartsWith("JournalEntry { Number = 1, At = ", text, StringComparison.Ordinal);
        Assert.Contains("Operations = [AuthRequest], RequestHeaders = [", text, StringComparison.Ordinal);
        Assert.Contains("<password>***</password>", text, StringComparison.Ordinal);
        Assert.Contains("Injected = [Delay]", text, StringComparison.Ordinal);
        Assert.DoesNotContain(World.Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
    }
}

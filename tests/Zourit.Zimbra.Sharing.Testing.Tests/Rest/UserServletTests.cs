using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Testing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Rest;

/// <summary>The rules of REST addresses that the recordings and sequences touch at one point only (docs/protocol.md §8).</summary>
public sealed class UserServletTests
{
    private const string Alice = "alice@example.test";
    private const string Password = "Secret-1alice";

    private static readonly DateTimeOffset Now = new(2030, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/home/", 400)]
    [InlineData("/home/alice@example.test/Calendar.ics?id=abc", 400)]
    [InlineData("/home/alice@example.test/Calendar.ics?id=10-x", 400)]
    [InlineData("/home/alice@example.test/Calendar?fmt=cf", 501)]
    [InlineData("/home/alice@example.test/Inbox", 501)]
    [InlineData("/home/alice@example.test/calendar%09%20?fmt=ics", 200)]
    [InlineData("/home/alice@example.test/Calendar?fmt=nope", 200)]
    [InlineData("/home/alice@example.test/Calendar.ics?fmt=nope", 200)]
    [InlineData("/home/alice@example.test/Calendar.ics?fmt=ics", 404)]
    [InlineData("/home/alice@example.test/?name=Calendar", 200)]
    [InlineData("/home/~alice/Calendar.ics", 200)]
    [InlineData("/home/~/Calendar.ics", 200)]
    [InlineData("/home/alice@example.test/Inbox.ics", 200)]
    [InlineData("/home//alice@example.test/Calendar.ics", 404)]
    [InlineData("/home/alice@example.test/Cal%00endar.ics", 400)]
    public async Task An_address_has_its_status(string path, int status)
    {
        await using var session = await StartAsync();

        using HttpResponseMessage reply = await session.GetAsync(path, Alice, Password);

        Assert.Equal(status, (int)reply.StatusCode);
    }

    [Theory]
    [InlineData(Alice, 200)]
    [InlineData("bob@example.test", 404)]
    public async Task An_appointment_is_read_by_the_id_of_its_invitation(string user, int status)
    {
        await using var session = await FakeSession.StartAsync();
        (_, _, string invitation) = await Meetings.MakeAsync(session);
        string alice = session.Zimbra.Directory.FindAccount(Alice)!.Id;

        using HttpResponseMessage reply = await session.GetAsync(
            $"/home/~/?id={alice}:{invitation}&fmt=ics",
            user,
            $"Secret-1{user.Split('@')[0]}"
        );

        Assert.Equal(status, (int)reply.StatusCode);
        string text = await reply.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(status == 200, text.Contains("SUMMARY:Meeting", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?auth=qp", 404)]
    [InlineData("?auth=co", 404)]
    [InlineData("?auth=ba", 401)]
    public async Task A_list_without_basic_hides_the_challenge(string query, int anonymous)
    {
        await using var session = await StartAsync();

        using HttpResponseMessage reply = await session.GetAsync("/home/alice@example.test/Calendar.ics" + query);

        Assert.Equal(anonymous, (int)reply.StatusCode);
        Assert.Equal(anonymous == 401, reply.Headers.WwwAuthenticate.Count == 1);
    }

    [Fact]
    public async Task A_bad_token_is_refused_before_a_good_password_is_looked_at_unless_tokens_are_left_out()
    {
        await using var session = await StartAsync();

        using HttpResponseMessage refused = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics?zauthtoken=garbage",
            Alice,
            Password
        );
        using HttpResponseMessage ignored = await session.GetAsync(
            "/home/alice@example.test/Calendar.ics?zauthtoken=garbage&auth=ba",
            Alice,
            Password
        );

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Empty(refused.Headers.WwwAuthenticate);
        Assert.Equal(HttpStatusCode.OK, ignored.StatusCode);
    }

    [Fact]
    public async Task The_realm_is_that_of_the_domain_addressed()
    {
        await using var session = await StartAsync();
        session.Zimbra.Change(directory => directory.FindDomain("example.test")!.Attributes["zimbraBasicAuthRealm"] = "Asso");
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(session.Zimbra.ServerUri, "home/alice@example.test/Calendar.ics")
        )
        {
            Headers = { Host = "share.example.test" },
        };

        using HttpResponseMessage reply = await session.Http.SendAsync(request, Cancel);

        Assert.Equal("BASIC realm=\"Asso\"", reply.Headers.NonValidated["WWW-Authenticate"].ToString());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?start=-1d", 1)]
    [InlineData("?start=m1d&end=p1week", 1)]
    [InlineData("?end=2030-01-05", 1)]
    [InlineData("?start=1893456000000&end=1893801600000", 1)]
    [InlineData("?start=20300109&end=20300111", 0)]
    [InlineData("?start=2030-01-09T00:00:00", 2)]
    [InlineData("?start=2030/01/11&end=2030/01/01", 0)]
    public async Task Bounds_are_read_as_the_server_reads_them(string query, int events)
    {
        await using var session = await StartAsync();

        using HttpResponseMessage reply = await session.GetAsync("/home/alice@example.test/Calendar.ics" + query, Alice, Password);

        Assert.Equal(events, Count(await reply.Content.ReadAsStringAsync(Cancel), "BEGIN:VEVENT"));
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would_without_a_body()
    {
        await using var session = await StartAsync();

        using HttpResponseMessage reply = await session.GetAsync("/home/alice@example.test/Calendar.ics", Alice, Password, HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("text/calendar", reply.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await reply.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Null(reply.Headers.ETag);
    }

    [Fact]
    public async Task Free_and_busy_times_are_for_everybody()
    {
        await using var session = await StartAsync();

        using HttpResponseMessage reply = await session.GetAsync("/home/alice@example.test/?fmt=ifb");
        using HttpResponseMessage shorter = await session.GetAsync("/service/pubcal/freebusy.ifb?acct=alice@example.test");

        Assert.Contains(
            "FREEBUSY;FBTYPE=BUSY:20300110T180000Z/20300110T190000Z",
            await reply.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.Contains("DTSTART:20300103T120000Z", await shorter.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/home/alice@example.test/?fmt=ifb&start=2030/01/01&end=2031/02/01", 400)]
    [InlineData("/home/ghost@example.test/?fmt=ifb", 200)]
    [InlineData("/home/ghost@example.test/Calendar.ifb", 401)]
    public async Task Free_and_busy_times_have_their_limits(string path, int status)
    {
        await using var session = await StartAsync();

        using HttpResponseMessage reply = await session.GetAsync(path);

        Assert.Equal(status, (int)reply.StatusCode);
    }

    [Fact]
    public async Task A_policy_switched_off_later_leaves_an_empty_calendar()
    {
        await using var session = await StartAsync();
        await session.AskAsync(
            await session.AliceAsync(),
            "<FolderActionRequest xmlns='urn:zimbraMail'><action id='10' op='grant'><grant "
                + "gt='pub' perm='r'/></action></FolderActionRequest>"
        );

        using HttpResponseMessage before = await session.GetAsync("/home/alice@example.test/Calendar.ics");
        session.Zimbra.Change(directory => directory.FindAccount(Alice)!.Attributes["zimbraPublicSharingEnabled"] = "FALSE");
        using HttpResponseMessage after = await session.GetAsync("/home/alice@example.test/Calendar.ics");

        Assert.Equal(2, Count(await before.Content.ReadAsStringAsync(Cancel), "BEGIN:VEVENT"));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(0, Count(await after.Content.ReadAsStringAsync(Cancel), "BEGIN:VEVENT"));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        await using var session = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(session.Zimbra.ServerUri, "service/soap/"))
        {
            Content = new StringContent("<x/>"),
        };
        request.Headers.Referrer = new Uri("https://evil.invalid/page");

        using HttpResponseMessage reply = await session.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    [Theory]
    [InlineData("", 0, 302, "/mail")]
    [InlineData("&redirectURL=BASE/home", 0, 302, "/home")]
    [InlineData("&redirectURL=https://evil.invalid/", 0, 400, null)]
    [InlineData("", 20, 400, null)]
    public async Task Preauth_lets_a_browser_in_for_five_minutes_and_to_this_server_only(
        string more,
        int minutesOld,
        int status,
        string? location
    )
    {
        await using var session = await StartAsync();
        long time = Now.AddMinutes(-minutesOld).ToUnixTimeMilliseconds();
        const string Key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        session.Zimbra.Change(directory => directory.FindDomain("example.test")!.Attributes["zimbraPreAuthKey"] = Key);
        string query = $"account={Alice}&by=name&timestamp={time}&expires=0&preauth={Hmac(Key, $"{Alice}|name|0|{time}")}";
        string root = new Uri(
            (await session.AskAsync(await session.AliceAsync(), "<GetInfoRequest xmlns='urn:zimbraAccount' sections='mbox'/>"))
                .One("rest")
                .Value
        ).GetLeftPart(UriPartial.Authority);

        using HttpResponseMessage reply = await session.GetAsync(
            $"/service/preauth?{query}{more.Replace("BASE", root, StringComparison.Ordinal)}"
        );

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(location, reply.Headers.Location?.AbsolutePath);
    }

    private static async Task<FakeSession> StartAsync()
    {
        FakeSession session = await FakeSession.StartAsync(new FakeZimbraOptions { TimeProvider = new FakeTimeProvider(Now) });
        string alice = await session.AliceAsync();
        foreach ((string name, string day) in new[] { ("Past", "20300103"), ("Today", "20300110") })
        {
            await session.AskAsync(
                alice,
                $"<CreateAppointmentRequest xmlns='urn:zimbraMail'><m l='10'><inv><comp name='{name}' fb='B' transp='O'><s "
                    + $"d='{day}T180000Z'/><e d='{day}T190000Z'/></comp>"
                    + "</inv></m></CreateAppointmentRequest>"
            );
        }

        return session;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

#pragma warning disable CA5350 // SHA-1 is the protocol's choice.
    private static string Hmac(string key, string text) =>
        Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}

using System.Net;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What surprises whoever reads over REST (docs/protocol.md §8.2, §8.3, §8.5, §8.6), one test each.</summary>
public sealed class RestQuirkTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_anonymous_access_missing_and_private_look_alike()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        var missing = IcsAddress.Parse(calendar.Address.ToString().Replace("my-events", "nothing", StringComparison.Ordinal));

        var ofPrivate = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token)
        );
        var ofMissing = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(missing, cancellationToken: Token)
        );

        Assert.Equal(ofPrivate.Message, ofMissing.Message);
        Assert.Contains("does not tell these apart", ofMissing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_account_gets_404_and_a_stranger_401_for_the_same_folder()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        await Assert.ThrowsAsync<ZimbraFeedException>(() =>
            calendar.Client.Feeds.ReadAsync(calendar.Address, new() { Credentials = SharedCalendar.Guest }, cancellationToken: Token)
        );
        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(
                calendar.Address,
                new() { Credentials = new FeedCredentials("stranger@free.fr", new Secret("any")) },
                cancellationToken: Token
            )
        );
    }

    [Fact]
    public async Task A_cookie_of_the_server_is_not_sent_back_since_a_stale_one_closes_even_a_public_calendar()
    {
        await using var server = new ScriptedServer(
            Replies.Http(200, Ics.Calendar(), "text/calendar", "Set-Cookie: ZM_AUTH_TOKEN=0_owner; Path=/\r\n")
        );
        await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

        await client.Feeds.ReadAsync(Ics.Address(server), cancellationToken: Token);
        await client.Feeds.ReadAsync(Ics.Address(server), cancellationToken: Token);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request.Head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_clients_own_login_is_never_sent_to_a_feed()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.AsOwner.Feeds.ReadAsync(calendar.Address, cancellationToken: Token)
        );

        Assert.DoesNotContain("Authorization", Assert.Single(calendar.Server.Journal.Entries).RequestHeaders.Keys);
    }

    [Theory]
    [InlineData("/notes.v2"), InlineData("/plan.ics"), InlineData("/C++ & Co; 100%"), InlineData("/Fête 🎉")]
    public async Task A_name_with_a_suffix_or_with_signs_of_its_own_is_found(string path)
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)), path)
        ).Public();

        Feed feed = await calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token);

        Assert.Equal(path[1..], feed.Name);
        Assert.Single(feed.Events);
    }

    [Fact]
    public async Task A_folder_that_is_no_calendar_comes_as_an_empty_one_with_a_warning()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        var inbox = IcsAddress.FromRestRoot(
            $"{calendar.Server.ServerUri.GetLeftPart(UriPartial.Authority)}/home/{SharedCalendar.Owner}",
            FolderPath.Parse("/Inbox")
        );

        Feed feed = await calendar.Client.Feeds.ReadAsync(
            inbox,
            new() { Credentials = new FeedCredentials(SharedCalendar.Owner, new Secret(SharedCalendar.OwnerPassword)) },
            cancellationToken: Token
        );

        Assert.Equal(FeedWarningCode.NoEvents, Assert.Single(feed.Warnings).Code);
    }

    [Fact]
    public async Task An_unknown_user_name_empties_a_public_calendar_when_external_sharing_is_off()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))
        ).Public();
        calendar.Server.Change(directory =>
            directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE"
        );

        Feed anybody = await calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token);
        Feed stranger = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { Credentials = new FeedCredentials("stranger@free.fr", new Secret("any")) },
            cancellationToken: Token
        );

        Assert.Single(anybody.Events);
        Assert.Contains("unknown user name", Assert.Single(stranger.Warnings).Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bounds_of_the_window_are_sent_as_milliseconds_since_the_server_ignores_a_date_with_a_time()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Public();

        await calendar.Client.Feeds.ReadAsync(calendar.Address, new() { From = Noon, To = Noon.AddHours(1) }, cancellationToken: Token);

        Assert.EndsWith(
            $"?start={Noon.AddDays(-1).ToUnixTimeMilliseconds()}&end={Noon.AddHours(25).ToUnixTimeMilliseconds()}",
            Assert.Single(calendar.Server.Journal.Entries).Target,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("locked"), InlineData("closed"), InlineData("lockout"), InlineData("pending")]
    public async Task An_owner_whose_account_is_not_active_closes_its_calendars_to_everybody(string status)
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).Public();
        calendar.Server.Change(directory => directory.FindAccount(SharedCalendar.Owner)!.Status = status);

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token)
        );
        var e = await Assert.ThrowsAsync<ZimbraFeedException>(() =>
            calendar.Client.Feeds.ReadAsync(calendar.Address, new() { Credentials = SharedCalendar.Guest }, cancellationToken: Token)
        );

        Assert.Equal(HttpStatusCode.NotFound, e.StatusCode);
    }
}

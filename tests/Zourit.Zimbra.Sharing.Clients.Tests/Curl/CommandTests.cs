using System.Globalization;
using Zourit.Zimbra.Sharing.Clients.Tests.Processes;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Curl;

/// <summary>What a guest's calendar answers to curl.</summary>
public sealed class CommandTests
{
    private static readonly string[] Login = ["--user", $"{SharedCalendars.Identifier}:{SharedCalendars.Password}"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nobody", null)]
    [InlineData("a wrong password", $"{SharedCalendars.Identifier}:wrong")]
    [InlineData("the bare mail address", $"adresse@orange.fr:{SharedCalendars.Password}")]
    public async Task A_private_calendar_asks_for_a_login(string who, string? login)
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        string[] user = login is null ? [] : ["--user", login];

        Assert.Equal(401, await StatusAsync([.. user, asso.Feed(SharedCalendars.Read).ToString()]));
        Assert.True(401 == await StatusAsync([.. user, "-X", "PROPFIND", asso.CalDav(SharedCalendars.Read).AbsoluteUri]), who);
    }

    [Fact]
    public async Task A_calendar_that_is_not_shared_is_not_there()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        Assert.Equal(404, await StatusAsync([.. Login, asso.Feed("/Calendar").ToString()]));
        Assert.Equal(404, await StatusAsync([.. Login, "-X", "PROPFIND", asso.CalDav("/Calendar").AbsoluteUri]));
    }

    [Fact]
    public async Task The_address_that_programs_ask_first_leads_to_CalDAV()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        ClientProgram.Result head = await CurlAsync("--head", $"{asso.Root}/.well-known/caldav");

        Assert.Contains("301", head.Output, StringComparison.Ordinal);
        Assert.Contains($"Location: {asso.Root}/dav", head.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_feed_is_the_text_that_the_library_opens()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        await using var client = new ZimbraClient(asso.Server.ServerUri, Authentication.ZimbraCredentials.Anonymous);
        using var reader = new StreamReader(
            await client.Feeds.OpenAsync(
                asso.Feed(SharedCalendars.Read),
                new() { Credentials = new FeedCredentials(SharedCalendars.Identifier, new Secret(SharedCalendars.Password)) },
                cancellationToken: Cancel
            )
        );

        ClientProgram.Result got = await CurlAsync([.. Login, asso.Feed(SharedCalendars.Read).ToString()]);

        Assert.Contains("SUMMARY:Répétition générale", got.Output, StringComparison.Ordinal);
        Assert.Equal(await reader.ReadToEndAsync(Cancel), got.Output);
    }

    [Fact]
    public async Task A_guest_who_may_write_puts_changes_and_deletes_an_event()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        string address = asso.CalDav(SharedCalendars.Written, "couture.ics").AbsoluteUri;
        string[] put = [.. Login, "-X", "PUT", "-H", "Content-Type: text/calendar", "--data-binary", EventFiles.Added];

        Assert.Equal(500, await StatusAsync([.. put, asso.CalDav(SharedCalendars.Read, "couture.ics").AbsoluteUri]));
        Assert.Equal(302, await StatusAsync([.. put, asso.CalDav(SharedCalendars.Written, "other.ics").AbsoluteUri]));
        Assert.Equal(201, await StatusAsync([.. put, address]));
        Assert.Equal(412, await StatusAsync([.. put, "-H", "If-Match: \"1-1\"", address]));
        Assert.Equal(200, await StatusAsync([.. Login, address]));
        Assert.Equal(204, await StatusAsync([.. Login, "-X", "DELETE", address]));
        Assert.Equal(404, await StatusAsync([.. Login, address]));
    }

    private static async Task<int> StatusAsync(params string[] arguments) =>
        int.Parse(
            (await CurlAsync(["--output", "/dev/null", "--write-out", "%{http_code}", .. arguments])).Output,
            CultureInfo.InvariantCulture
        );

    private static async Task<ClientProgram.Result> CurlAsync(params string[] arguments)
    {
        string curl = ClientProgram.Find("curl");
        using var home = new TemporaryFolder();
        ClientProgram.Result ended = await ClientProgram.RunAsync(
            curl,
            ["--silent", "--show-error", "--noproxy", "*", .. arguments],
            home,
            Cancel
        );
        Assert.True(ended.ExitCode == 0, ended.All);
        return ended;
    }
}

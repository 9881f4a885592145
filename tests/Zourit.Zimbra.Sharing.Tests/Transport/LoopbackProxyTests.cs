using System.Diagnostics;
using System.Net;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Transport;

/// <summary>
/// Plain http is allowed to this machine, and with HTTP_PROXY set .NET sent it to the proxy: the password of a login and a guest's Basic
/// credentials in clear.
/// </summary>
public sealed class LoopbackProxyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://LOCALHOST.:8080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1.:8080")]
    [InlineData("http://127.1.2.3:7070")]
    [InlineData("http://2130706433")]
    [InlineData("http://[::1]:7070")]
    [InlineData("http://[::ffff:127.0.0.1]")]
    [InlineData("http://[::ffff:127.9.9.9]")]
    [InlineData("https://localhost:8443")]
    public void No_proxy_is_used_for_this_machine(string address)
    {
        var bypass = new LoopbackBypass(new WebProxy("http://proxy.example.net:3128"));

        Assert.True(bypass.IsBypassed(new Uri(address)));
        Assert.Null(bypass.GetProxy(new Uri(address)));
        Assert.True(ServerAddress.IsLoopback(new Uri(address)));
    }

    [Theory]
    [InlineData("http://mail1.example.net")]
    [InlineData("http://localhost.example.net")]
    [InlineData("http://127.0.0.1.example.net")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://[::2]")]
    [InlineData("http://[::ffff:10.0.0.1]")]
    public void Other_machines_are_not_taken_for_this_one(string address)
    {
        var bypass = new LoopbackBypass(new WebProxy("http://proxy.example.net:3128"));

        Assert.Equal(new Uri("http://proxy.example.net:3128"), bypass.GetProxy(new Uri(address)));
        Assert.False(ServerAddress.IsLoopback(new Uri(address)));
    }

    [Fact]
    public async Task A_proxy_of_the_handler_sees_nothing_of_SOAP_feeds_sign_ups_and_admin_requests()
    {
        await using var proxy = new ScriptedServer(Replies.Http(502, ""));

        await UseEverythingAsync(options => options.ConfigureHttp = http => http.Proxy = new WebProxy(proxy.Address, BypassOnLocal: false));

        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task HTTP_PROXY_sees_nothing_of_SOAP_feeds_sign_ups_and_admin_requests()
    {
        await using var proxy = new ScriptedServer(Replies.Http(502, ""));
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(LoopbackProxyTests).Assembly.Location,
                "--filter-method",
                "*" + nameof(Everything_works_on_this_machine),
                "--no-progress",
                "--no-ansi",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in new[] { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" })
        {
            start.Environment[variable] = proxy.Address.ToString();
        }

        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Token);
        string output = await process.StandardOutput.ReadToEndAsync(Token) + await errors;
        await process.WaitForExitAsync(Token);

        Assert.True(process.ExitCode == 0, output);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public Task Everything_works_on_this_machine() => UseEverythingAsync(_ => { });

    [Fact]
    public async Task A_proxy_that_does_not_answer_is_named_instead_of_the_server()
    {
        await using var client = new ZimbraClient(
            new Uri("http://mail1.example.net"),
            ZimbraCredentials.Token(new Secret("0_given")),
            TestClients.Options(options =>
            {
                options.AllowInsecureHttp = true;
                options.ConfigureHttp = http => http.Proxy = new WebProxy("http://user:s3cret@127.0.0.1:1");
            })
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("the proxy http://127.0.0.1:1 does not answer", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing answers at", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    private static async Task UseEverythingAsync(Action<ZimbraClientOptions> configure)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();

        await world.AsOwner(configure).SendAsync(new NoOpRequest(), Token);
        await world.AsAdmin(configure).Guests.FindAsync(GuestIdentifier.Parse(Identifier), Token);
        await world
            .Anonymous(configure)
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );
        Feed feed = await world
            .Anonymous(configure)
            .Feeds.ReadAsync(
                IcsAddress.Parse(new Uri(world.Server.ServerUri, $"/home/{Owner}{Events}.ics").ToString()),
                new() { Credentials = new FeedCredentials(Identifier, new Secret(GuestPassword)) },
                cancellationToken: Token
            );
        Assert.Empty(feed.Problems);
    }
}

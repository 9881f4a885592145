using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>What carries a password, a token or a personal link goes encrypted, to the host it is meant for, and nowhere else.</summary>
public sealed class TransportTests
{
    private const string Owner = "owner@monasso.org";
    private const string PlainHost = "http://mail1.example.net";

    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(
        new Secret("0:1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    );

    private static readonly FeedCredentials Guest = new("adresse.orange.fr@monasso.org", new Secret("CanaryOfTheGuest"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [
        InlineData(PlainHost),
        InlineData("http://192.0.2.7"),
        InlineData("http://127.0.0.1.example.net"),
        InlineData("http://localhost.example.net"),
        InlineData("http://[2001:db8::1]")
    ]
    public void A_client_for_a_plain_address_of_another_machine_is_not_made_unless_it_is_allowed(string address)
    {
        var server = new Uri(address);
        ArgumentException byServer = Assert.ThrowsAny<ArgumentException>(() => new ZimbraClient(server, ZimbraCredentials.Anonymous));
        ArgumentException byAdmin = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(
                new Uri("https://mail1.example.net"),
                ZimbraCredentials.Anonymous,
                new ZimbraClientOptions { AdminUri = server }
            )
        );
        OptionsValidationException byContainer = Assert.Throws<OptionsValidationException>(() =>
            Container(options => options.ServerUri = server)
        );
        OptionsValidationException byContainersAdmin = Assert.Throws<OptionsValidationException>(() =>
            Container(options => options.AdminUri = server)
        );

        foreach (Exception e in (Exception[])[byServer, byAdmin, byContainer, byContainersAdmin])
        {
            Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(ZimbraClientOptions.AllowInsecureHttp), e.Message, StringComparison.Ordinal);
        }

        Assert.NotNull(
            new ZimbraClient(server, ZimbraCredentials.Anonymous, new ZimbraClientOptions { AllowInsecureHttp = true, AdminUri = server })
        );
        Container(options => (options.ServerUri, options.AdminUri, options.Client.AllowInsecureHttp) = (server, server, true));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080"), InlineData("http://localhost:8080"), InlineData("http://[::1]:8080")]
    public void This_machine_may_be_spoken_to_plainly(string address) =>
        Assert.NotNull(
            new ZimbraClient(new Uri(address), ZimbraCredentials.Anonymous, new ZimbraClientOptions { AdminUri = new Uri(address) })
        );

    [Fact]
    public async Task A_plain_address_from_elsewhere_is_not_opened_unless_it_is_allowed()
    {
        var asked = new ConcurrentQueue<string>();
        await using ZimbraClient careful = Watched(asked, allow: false);
        await using ZimbraClient careless = Watched(asked, allow: true);
        foreach (Func<ZimbraClient, Task> call in Opened(PlainHost))
        {
            ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(careful));
            Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
            Assert.Empty(asked);

            await Assert.ThrowsAsync<ZimbraConnectionException>(() => call(careless));
            Assert.Equal("mail1.example.net:80", Assert.Single(asked));
            asked.Clear();
        }
    }

    [Fact]
    public async Task The_password_of_a_guest_is_not_tried_at_a_plain_address()
    {
        var asked = new ConcurrentQueue<string>();
        await using ZimbraClient client = Watched(asked, allow: false);

        FeedDiagnosis diagnosis = await client.Feeds.DiagnoseAddressAsync(
            IcsAddress.Parse($"{PlainHost}/home/{Owner}/my-events.ics"),
            "adresse@orange.fr",
            new() { Password = new Secret("CanaryOfTheGuest") },
            Token
        );

        Assert.False(diagnosis.PasswordTried);
    }

    [Theory]
    [InlineData(301), InlineData(302), InlineData(303), InlineData(307), InlineData(308)]
    public async Task No_redirect_is_followed_by_anything_that_is_sent(int status)
    {
        await using var elsewhere = new ScriptedServer(Replies.Http(200, Replies.Auth()));
        await using var server = new ScriptedServer(
            Replies.Http(status, "", extraHeaders: $"Location: {elsewhere.Address}service/soap/\r\n")
        );
        await using ZimbraClient owner = TestClients.WithPassword(server);
        await using var admin = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Admin("admin@example.net", new Secret("s3cret")),
            TestClients.Options(options => options.AdminUri = server.Address)
        );
        Func<Task>[] calls =
        [
            () => owner.SendAsync(new NoOpRequest(), Token),
            () => owner.Calendars.ShareWithGuestAsync("/my-events", "adresse@orange.fr", cancellationToken: Token),
            () => admin.SendAsync(new GetConfigRequest { AttributeName = "x" }, Token),
            () => admin.Mailbox(Owner).SendAsync(new NoOpRequest(), Token),
            .. Opened(server.Address.GetLeftPart(UriPartial.Authority)).Select(call => (Func<Task>)(() => call(owner))),
        ];
        foreach (Func<Task> call in calls)
        {
            ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(call);
            Assert.Equal(status, (int?)e.StatusCode);
        }

        await owner.Feeds.FindEncryptedAddressAsync(IcsAddress.Parse($"{server.Address}home/{Owner}/my-events.ics"), Token);

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task The_form_with_the_guest_s_password_goes_only_where_the_link_leads()
    {
        await using var elsewhere = new ScriptedServer(Replies.Http(200, "<html></html>", "text/html"));
        await using var server = new ScriptedServer(
            (request, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            request.RequestLine.StartsWith("POST", StringComparison.Ordinal)
                                ? Replies.Http(307, "", extraHeaders: $"Location: {elsewhere.Address}\r\n")
                                : Replies.Http(
                                    200,
                                    $"<html><form action=\"{elsewhere.Address}\"><input name=\"displayname\"></form></html>",
                                    "text/html",
                                    "Set-Cookie: ZM_PRELIM_AUTH_TOKEN=0_a_b\r\n"
                                )
                        ),
                        token
                    )
                    .AsTask()
        );
        await using var guest = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options());

        await Assert.ThrowsAnyAsync<ZimbraException>(() =>
            guest.Invitations.AcceptAsync(
                Key.Sign(server.Address, "owner-id", "10", "adresse@orange.fr", null),
                "Adresse",
                new Secret("CanaryOfTheGuest"),
                cancellationToken: Token
            )
        );

        Assert.Single(server.Requests, request => request.Body.Contains("CanaryOfTheGuest", StringComparison.Ordinal));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task No_cookie_is_kept_and_credentials_of_one_call_stay_out_of_the_next()
    {
        await using var server = new ScriptedServer(
            (request, stream, token) =>
                stream
                    .WriteAsync(
                        Encoding.UTF8.GetBytes(
                            Replies.Http(
                                200,
                                request.Body.Contains("AuthRequest", StringComparison.Ordinal) ? Replies.Auth("0_CanaryOfTheToken")
                                    : request.Body.Length > 0 ? Replies.Soap(Replies.NoOp)
                                    : "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                                request.Body.Length > 0 ? "text/xml" : "text/calendar",
                                "Set-Cookie: ZM_AUTH_TOKEN=0_CanaryOfTheCookie; Path=/\r\n"
                            )
                        ),
                        token
                    )
                    .AsTask()
        );
        await using ZimbraClient owner = TestClients.WithPassword(server);
        var address = IcsAddress.Parse($"{server.Address}home/{Owner}/my-events.ics");

        await owner.SendAsync(new NoOpRequest(), Token);
        await owner.Feeds.ReadAsync(address, new() { Credentials = Guest }, cancellationToken: Token);
        await owner.Feeds.ReadAsync(address, cancellationToken: Token);
        await owner.SendAsync(new NoOpRequest(), Token);

        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request.Head, StringComparison.OrdinalIgnoreCase));
        Assert.Single(server.Requests, request => request.Head.Contains("Authorization:", StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Requests, request => Assert.DoesNotContain("CanaryOfTheToken", request.Head, StringComparison.Ordinal));
        Assert.Equal(2, server.Requests.Count(request => request.Body.Contains("CanaryOfTheToken", StringComparison.Ordinal)));
    }

    /// <summary>Everything that opens an address which came from elsewhere.</summary>
    private static Func<ZimbraClient, Task>[] Opened(string host)
    {
        var feed = IcsAddress.Parse($"{host}/home/{Owner}/my-events.ics");
        PersonalLink link = Key.Sign(new Uri(host), "owner-id", "10", "adresse@orange.fr", null);
        return
        [
            client => client.Feeds.ReadAsync(feed, new() { Credentials = Guest }, cancellationToken: Token),
            client => client.Feeds.ReadAsync(feed, cancellationToken: Token),
            client => client.Feeds.ReadIfChangedAsync(feed, "hash", new() { Credentials = Guest }, cancellationToken: Token),
            client => client.Feeds.OpenAsync(feed, new() { Credentials = Guest }, cancellationToken: Token),
            client => client.Feeds.ReadFreeBusyAsync(feed, new() { Credentials = Guest }, cancellationToken: Token),
            client => client.Invitations.AcceptAsync(link, "Adresse", new Secret("CanaryOfTheGuest"), cancellationToken: Token),
            client =>
                client.Invitations.AcceptAsync(
                    PersonalLink.Parse(link.Uri.AbsoluteUri),
                    "Adresse",
                    new Secret("CanaryOfTheGuest"),
                    cancellationToken: Token
                ),
        ];
    }

    private static ZimbraClient Watched(ConcurrentQueue<string> asked, bool allow) =>
        new(
            new Uri("https://mail2.example.net"),
            ZimbraCredentials.Anonymous,
            TestClients.Options(options =>
            {
                options.AllowInsecureHttp = allow;
                options.ConfigureHttp = http =>
                    http.ConnectCallback = (context, _) =>
                    {
                        asked.Enqueue($"{context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}");
                        throw new SocketException((int)SocketError.ConnectionRefused);
                    };
            })
        );

    private static void Container(Action<ZimbraSharingOptions> configure)
    {
        var services = new ServiceCollection();
        services
            .AddZimbraSharing(options =>
            {
                options.ServerUri = new Uri("https://mail1.example.net");
                configure(options);
            })
            .UseCredentials(_ => ZimbraCredentials.Anonymous);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IOptions<ZimbraSharingOptions>>().Value.ToString();
    }
}

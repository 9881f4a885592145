using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class EncryptedAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nothing_listens_for_https_there_is_no_such_address()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync(configure: options =>
            options.ConfigureHttp = http =>
                http.ConnectCallback = (context, _) => throw new SocketException((int)SocketError.ConnectionRefused)
        );

        Assert.Null(await calendar.Client.Feeds.FindEncryptedAddressAsync(calendar.Address, Token));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_gives_no_address()
    {
        await using var tls = new TlsFront();
        await using SharedCalendar calendar = await SharedCalendar.StartAsync(configure: options =>
            options.ConfigureHttp = http => http.ConnectCallback = tls.ConnectAsync
        );
        tls.Serve(calendar.Server.ServerUri.Port);

        Assert.Null(await calendar.Client.Feeds.FindEncryptedAddressAsync(calendar.Public().Address, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_https_answers_its_form_is_found_for_public_and_guarded_calendars(bool isPublic)
    {
        await using var tls = new TlsFront();
        await using SharedCalendar calendar = await SharedCalendar.StartAsync(configure: options =>
            options.ConfigureHttp = http =>
            {
                http.ConnectCallback = tls.ConnectAsync;
                http.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate?.GetCertHashString() == tls.Thumbprint;
            }
        );
        tls.Serve(calendar.Server.ServerUri.Port);
        IcsAddress announced = (isPublic ? calendar.Public() : calendar.WithGuest()).Address;

        IcsAddress? found = await calendar.Client.Feeds.FindEncryptedAddressAsync(announced, Token);

        Assert.Equal($"https://127.0.0.1/home/{SharedCalendar.Owner}/my-events.ics", found?.ToString());
        Assert.Same(found, await calendar.Client.Feeds.FindEncryptedAddressAsync(found!, Token));
    }

    [Fact]
    public async Task A_share_gives_the_https_form_of_the_announced_http_address_where_its_client_comes_by_https()
    {
        await using var tls = new TlsFront();
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();
        tls.Serve(calendar.Server.ServerUri.Port);
        await using var owner = new ZimbraClient(
            new Uri("https://127.0.0.1"),
            ZimbraCredentials.Password(SharedCalendar.Owner, new Secret(SharedCalendar.OwnerPassword)),
            new ZimbraClientOptions
            {
                ConfigureHttp = http =>
                {
                    http.ConnectCallback = tls.ConnectAsync;
                    http.MaxConnectionsPerServer = 1;
                    http.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                        certificate?.GetCertHashString() == tls.Thumbprint;
                },
            }
        );

        GuestShare share = await owner.Calendars.ShareWithGuestAsync("/my-events", SharedCalendar.Mail, new() { Notify = false }, Token);
        CalendarGrant listed = await owner
            .Calendars.ListSharesAsync(new() { Calendar = "/my-events" }, cancellationToken: Token)
            .FirstAsync(Token);

        string encrypted = $"https://127.0.0.1/home/{SharedCalendar.Owner}/my-events.ics";
        Assert.False(share.IcsAddress.IsEncrypted);
        Assert.Equal((encrypted, encrypted), (share.EncryptedAddress?.ToString(), listed.EncryptedAddress?.ToString()));
        Assert.Contains(
            encrypted,
            Assert.Single(share.Warnings, warning => warning.Code == ShareWarningCode.UnencryptedAddress).Text.English,
            StringComparison.Ordinal
        );
        Assert.Equal((encrypted, false), (share.ToSubscription().BestAddress.ToString(), share.ToSubscription().ExposesPassword));
        Assert.Empty(
            (
                await owner.Feeds.ReadAsync(share.EncryptedAddress!, new() { Credentials = SharedCalendar.Guest }, cancellationToken: Token)
            ).Events
        );
    }

    [Fact]
    public async Task A_share_by_a_client_that_comes_by_http_says_how_to_find_the_https_form()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        GuestShare share = await calendar.AsOwner.Calendars.ShareWithGuestAsync(
            "/my-events",
            SharedCalendar.Mail,
            new() { Notify = false },
            Token
        );

        Assert.Null(share.EncryptedAddress);
        Assert.True(share.ToSubscription().ExposesPassword);
        Assert.Contains(
            "FindEncryptedAddressAsync",
            Assert.Single(share.Warnings, warning => warning.Code == ShareWarningCode.UnencryptedAddress).Text.English,
            StringComparison.Ordinal
        );
    }

    /// <summary>TLS before a plain server, as a proxy does it; connections to https's own port are led to it.</summary>
    private sealed class TlsFront : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly RSA _key = RSA.Create(2048);
        private readonly X509Certificate2 _certificate;
        private Task _serving = Task.CompletedTask;

        public TlsFront()
        {
            _certificate = new CertificateRequest(
                "CN=127.0.0.1",
                _key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            ).CreateSelfSigned(
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)
            );
            _listener.Start();
        }

        public string Thumbprint => _certificate.Thumbprint;

        public void Serve(int port) => _serving = Task.Run(() => ServeAsync(port));

        public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(
                IPAddress.Loopback,
                context.DnsEndPoint.Port == 443 ? ((IPEndPoint)_listener.LocalEndpoint).Port : context.DnsEndPoint.Port,
                cancellationToken
            );
            return new NetworkStream(socket, ownsSocket: true);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _serving;
            _listener.Dispose();
            _certificate.Dispose();
            _key.Dispose();
            _stop.Dispose();
        }

        private async Task ServeAsync(int port)
        {
            try
            {
                while (true)
                {
                    using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token),
                        server = new();
                    await ForwardAsync(client, server, port);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        private async Task ForwardAsync(TcpClient client, TcpClient server, int port)
        {
            try
            {
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                await server.ConnectAsync(IPAddress.Loopback, port, _stop.Token);
                await Task.WhenAny(tls.CopyToAsync(server.GetStream(), _stop.Token), server.GetStream().CopyToAsync(tls, _stop.Token));
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or SocketException)
            {
                // The client rejected the certificate, or closed the connection.
                return;
            }
        }
    }
}

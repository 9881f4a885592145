using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Addresses and passwords that are wrong: each ends in an exception that names the problem and the remedy.</summary>
public sealed class WrongAddressTests
{
    private const string Owner = "owner@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_whose_name_nobody_knows()
    {
        await using var client = new ZimbraClient(
            new Uri("https://mail.nowhere.invalid"),
            ZimbraCredentials.Password(Owner, new Secret("pw")),
            TestClients.Options()
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("mail.nowhere.invalid cannot be resolved", e.Message, StringComparison.Ordinal);
        Assert.Contains("Check how it is spelled", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admin_port_in_place_of_the_user_port()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var client = new ZimbraClient(
            zimbra.AdminUri,
            ZimbraCredentials.Password(Owner, new Secret("s3cret-P4ss")),
            TestClients.Options()
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Equal(HttpStatusCode.NotFound, e.StatusCode);
        Assert.Contains(zimbra.AdminUri.Authority, e.Message, StringComparison.Ordinal);
        Assert.Contains("not of the admin service", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_port_in_place_of_the_admin_port()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            TestClients.Options(options => options.AdminUri = zimbra.ServerUri)
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.SendAsync(new GetConfigRequest { AttributeName = "x" }, Token)
        );

        Assert.Contains(zimbra.ServerUri.Authority, e.Message, StringComparison.Ordinal);
        Assert.Contains("AdminUri", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_admin_port_where_nothing_listens()
    {
        await using var client = new ZimbraClient(
            new Uri("http://127.0.0.1:9"),
            ZimbraCredentials.Admin("admin@example.net", new Secret("pw")),
            TestClients.Options(options =>
                options.ConfigureHttp = http =>
                    http.ConnectCallback = (_, _) => throw new SocketException((int)SocketError.ConnectionRefused)
            )
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            client.SendAsync(new GetConfigRequest { AttributeName = "x" }, Token)
        );

        Assert.Contains("127.0.0.1:7071", e.Message, StringComparison.Ordinal);
        Assert.Contains("AdminUri", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-password", Owner), InlineData("s3cret-P4ss", "nobody@monasso.org"), InlineData("s3cret-P4ss", "nobody@nowhere.org")]
    public async Task A_wrong_name_or_password(string password, string account)
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password(account, new Secret(password)),
            TestClients.Options()
        );

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
        Assert.Contains(account, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong", "admin"), InlineData("s3cret-P4ss", Owner)]
    public async Task An_administrator_with_a_wrong_password_and_one_who_is_no_administrator(string password, string account)
    {
        await using FakeZimbra zimbra = await StartAsync();
        string name = account == "admin" ? zimbra.AdminName : account;
        await using var client = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(name, new Secret(password)),
            TestClients.Options(options => options.AdminUri = zimbra.AdminUri)
        );

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            client.SendAsync(new GetConfigRequest { AttributeName = "x" }, Token)
        );

        Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_owner_to_act_for_and_an_unknown_folder()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var admin = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            TestClients.Options(options => options.AdminUri = zimbra.AdminUri)
        );

        ZimbraFaultException nobody = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            admin.Mailbox("nobody@monasso.org").SendAsync(new NoOpRequest(), Token)
        );
        ZimbraFaultException nowhere = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            admin.Mailbox(Owner).SendAsync(GetFolderRequest.AtPath("/Nulle part à l'horizon"), Token)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchAccount, nobody.Code);
        Assert.Contains("nobody@monasso.org", nobody.Message, StringComparison.Ordinal);
        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, nowhere.Code);
        Assert.Contains("/Nulle part à l'horizon", nowhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_to_a_port_that_speaks_http()
    {
        await using FakeZimbra zimbra = await StartAsync();
        await using var client = new ZimbraClient(
            new UriBuilder(zimbra.ServerUri) { Scheme = "https" }.Uri,
            ZimbraCredentials.Password(Owner, new Secret("s3cret-P4ss")),
            TestClients.Options()
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => client.SendAsync(new NoOpRequest(), Token));

        Assert.Contains("does not speak TLS", e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_and_the_remedy()
    {
        using X509Certificate2 certificate = SelfSigned();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task serving = ServeAsync(listener, certificate, stop.Token);
        var address = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        await using var careful = new ZimbraClient(address, ZimbraCredentials.Token(new Secret("0_given")), TestClients.Options());
        await using var trusting = new ZimbraClient(
            address,
            ZimbraCredentials.Token(new Secret("0_given")),
            TestClients.Options(options =>
                options.ConfigureHttp = http =>
                    http.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown?.GetCertHashString() == certificate.GetCertHashString()
            )
        );

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            careful.SendAsync(new NoOpRequest(), Token)
        );

        Assert.Contains("nobody who is trusted has signed its certificate", e.Message, StringComparison.Ordinal);
        Assert.Contains("name it in ZimbraClientOptions.TrustedRoots", e.Message, StringComparison.Ordinal);
        Assert.NotNull(await trusting.SendAsync(new NoOpRequest(), Token));
        await stop.CancelAsync();
        await serving;
    }

    [Theory]
    [
        InlineData("http://mail.example.net", "Use https"),
        InlineData("ftp://mail.example.net", "start with https://"),
        InlineData("mail.example.net", "start with https://")
    ]
    public void An_admin_address_that_cannot_be_used_is_refused_with_its_name_and_the_remedy(string address, string remedy)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(
                new Uri("https://mail.example.net"),
                ZimbraCredentials.Token(new Secret("0_x")),
                new ZimbraClientOptions { AdminUri = new Uri(address, UriKind.RelativeOrAbsolute) }
            )
        );

        Assert.Contains("AdminUri", e.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_to_another_machine_is_refused_unless_it_is_allowed()
    {
        var address = new Uri("http://mail.example.net");

        ArgumentException e = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(address, ZimbraCredentials.Token(new Secret("0_x")))
        );

        Assert.Contains("http://mail.example.net", e.Message, StringComparison.Ordinal);
        Assert.Contains("AllowInsecureHttp", e.Message, StringComparison.Ordinal);
        Assert.NotNull(
            new ZimbraClient(address, ZimbraCredentials.Token(new Secret("0_x")), new ZimbraClientOptions { AllowInsecureHttp = true })
        );
    }

    [Fact]
    public void Empty_names_and_secrets_are_refused_before_anything_is_sent()
    {
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.Password(" ", new Secret("pw")));
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.Password(Owner, new Secret("")));
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.Admin(Owner, default(Secret)));
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.Preauth(Owner, new Secret("")));
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.Token(new Secret("")));
        Assert.ThrowsAny<ArgumentException>(() => ZimbraCredentials.AdminToken(default));
    }

    private static Task<FakeZimbra> StartAsync() =>
        FakeZimbra.StartAsync(seed => seed.Account(Owner, "s3cret-P4ss"), cancellationToken: Token);

    private static X509Certificate2 SelfSigned()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync(cancellationToken);
                await using var tls = new SslStream(connection.GetStream());
                try
                {
                    await tls.AuthenticateAsServerAsync(
                        new SslServerAuthenticationOptions { ServerCertificate = certificate },
                        cancellationToken
                    );
                    byte[] buffer = new byte[65536];
                    string received = "";
                    int read = 0;
                    do
                    {
                        read = await tls.ReadAsync(buffer, cancellationToken);
                        received += Encoding.UTF8.GetString(buffer, 0, read);
                    } while (read > 0 && !received.Contains(":Envelope>", StringComparison.Ordinal));

                    await tls.WriteAsync(Encoding.UTF8.GetBytes(Replies.Http(200, Replies.Soap(Replies.NoOp))), cancellationToken);
                }
                catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The client did not like the certificate, which is what the test is about.
                    continue;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
            return;
        }
    }
}

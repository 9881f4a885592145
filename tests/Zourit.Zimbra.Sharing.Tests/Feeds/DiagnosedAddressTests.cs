using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Diagnosis;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What is between the guest and the server.</summary>
public sealed class DiagnosedAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301, "Location: https://elsewhere.example.net/\r\n", FeedFindingCode.Redirected)]
    [InlineData(503, "", FeedFindingCode.RequestsRejected)]
    [InlineData(429, "Retry-After: 5\r\n", FeedFindingCode.RequestsRejected)]
    [InlineData(200, "", FeedFindingCode.NotZimbra)]
    [InlineData(404, "", FeedFindingCode.NotZimbra)]
    [InlineData(502, "", FeedFindingCode.ServerFailing)]
    public async Task What_a_proxy_says_is_reported_and_no_password_sent(int status, string headers, FeedFindingCode code)
    {
        await using var server = new ScriptedServer(Replies.Http(status, "<html>proxy</html>", "text/html", headers));

        FeedDiagnosis diagnosis = await Ask(Ics.Address(server));

        Assert.Equal(code, Assert.Single(diagnosis.Causes).Code);
        Assert.False(diagnosis.PasswordTried);
        Assert.Equal(FeedAccess.Closed, diagnosis.Access);
        Assert.All(server.Requests, request => Assert.DoesNotContain("Authorization", request.Head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_reported()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        FeedDiagnosis diagnosis = await Ask(IcsAddress.Parse($"http://127.0.0.1:{port}/home/owner@monasso.org/my-events.ics"));

        Assert.Equal(FeedFindingCode.NothingListens, Assert.Single(diagnosis.Causes).Code);
    }

    [Fact]
    public async Task A_host_name_that_does_not_exist_is_reported()
    {
        FeedDiagnosis diagnosis = await Ask(IcsAddress.Parse("https://mial1.example.net/home/owner@monasso.org/my-events.ics"), options =>
            options.ConfigureHttp = handler => handler.ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound)
        );

        FeedFinding cause = Assert.Single(diagnosis.Causes);
        Assert.Equal(FeedFindingCode.ServerNameUnknown, cause.Code);
        Assert.Contains("mial1.example.net", cause.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_reported()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeTlsAsync(listener);

        FeedDiagnosis diagnosis = await Ask(
            IcsAddress.Parse($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/home/owner@monasso.org/my-events.ics")
        );
        listener.Stop();
        await serving;

        Assert.Equal(FeedFindingCode.CertificateRefused, Assert.Single(diagnosis.Causes).Code);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_reported()
    {
        await using var server = new ScriptedServer((_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));

        FeedDiagnosis diagnosis = await Ask(Ics.Address(server), options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300));

        Assert.Equal(FeedFindingCode.ServerFailing, Assert.Single(diagnosis.Causes).Code);
    }

    [Fact]
    public async Task Another_address_than_the_servers_own_is_reported()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        var typed = IcsAddress.Parse(
            calendar
                .Address.ToString()
                .Replace("127.0.0.1", "localhost", StringComparison.Ordinal)
                .Replace("/home/", "/user/", StringComparison.Ordinal)
        );

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAddressAsync(typed, SharedCalendar.Mail, cancellationToken: Token);

        FeedFinding finding = diagnosis.Findings.Single(finding => finding.Code == FeedFindingCode.OtherAddress);
        Assert.Contains(calendar.Address.ToString(), finding.Remedy.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announced_address_that_is_not_encrypted_is_reported_and_not_used()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory =>
            directory.FindDomain("monasso.org")!.Attributes["zimbraPublicServiceHostname"] = "agenda.monasso.org"
        );

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            "/my-events",
            SharedCalendar.Mail,
            cancellationToken: Token
        );

        FeedFinding finding = diagnosis.Findings.Single(finding => finding.Code == FeedFindingCode.NotEncrypted);
        Assert.Contains("http://agenda.monasso.org/home/", finding.Sentence.English, StringComparison.Ordinal);
        Assert.Equal(calendar.Address, diagnosis.Address);
        Assert.Empty(diagnosis.Causes);
    }

    [Fact]
    public async Task An_announced_address_that_is_invalid_is_not_used()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();
        calendar.Server.Change(directory =>
            directory.FindDomain("monasso.org")!.Attributes["zimbraPublicServiceHostname"] = "agenda monasso.org"
        );

        FeedDiagnosis diagnosis = await calendar.AsOwner.Feeds.DiagnoseAsync(
            SharedCalendar.Owner,
            "/my-events",
            SharedCalendar.Mail,
            cancellationToken: Token
        );

        Assert.Equal(calendar.Address, diagnosis.Address);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_for_the_owners_questions_is_a_finding()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        await using var client = new ZimbraClient(
            server,
            ZimbraCredentials.Password("owner@monasso.org", new Secret("x")),
            TestClients.Options(null)
        );

        FeedDiagnosis diagnosis = await client.Feeds.DiagnoseAsync(
            "owner@monasso.org",
            "/my-events",
            SharedCalendar.Mail,
            cancellationToken: Token
        );

        Assert.Equal(FeedFindingCode.NothingListens, Assert.Single(diagnosis.Causes).Code);
    }

    [Fact]
    public void Every_finding_has_its_words_in_both_languages()
    {
        foreach (FeedFindingCode code in Enum.GetValues<FeedFindingCode>().Except([FeedFindingCode.Unknown]))
        {
            FindingText text = FindingTexts.Of(code);
            Assert.All(new[] { text.Sentence.English, text.Sentence.French, text.Remedy.English, text.Remedy.French }, words =>
                Assert.False(string.IsNullOrWhiteSpace(words), code.ToString())
            );
            Assert.NotEqual(text.Sentence.English, text.Sentence.French);
        }
    }

    private static async Task<FeedDiagnosis> Ask(IcsAddress address, Action<ZimbraClientOptions>? configure = null)
    {
        await using var client = new ZimbraClient(
            new Uri(address.Uri.GetLeftPart(UriPartial.Authority)),
            ZimbraCredentials.Anonymous,
            TestClients.Options(configure)
        );
        return await client.Feeds.DiagnoseAddressAsync(
            address,
            SharedCalendar.Identifier,
            new() { Password = new Secret(SharedCalendar.GuestPassword) },
            Token
        );
    }

    private static async Task ServeTlsAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        try
        {
            using TcpClient client = await listener.AcceptTcpClientAsync(Token);
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadExactlyAsync(new byte[1], Token);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or SocketException)
        {
            // The client turns away, which is what the test is about.
            return;
        }
    }
}

using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.DependencyInjection;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// A certificate error is never ignored, whatever is asked for; an authority of one's own can be trusted, and then only what it has signed
/// for this host.
/// </summary>
public sealed class CertificateTests
{
    private const string Guest = "adresse@orange.fr";

    // docs/protocol.md §12.2
    private const string LinkToken =
        "0_7fb14f7ce2c41c279c15f7e8758839d08e4648bb_6169643d33363a38633261336235652d306631642d346637652d396135332d36643166306337653"
        + "26234343b6669643d333a3235373b656d61696c3d33303a6d617269652e63757269652b6167656e6461406578616d706c652e636f6d3b6578703d31333"
        + "a313736373833303430303030303b";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Certificates that are refused though the authority is trusted, and what the message says.</summary>
    public static TheoryData<string, string> Bad { get; } =
        new()
        {
            { "of another authority", "TrustedRoots" },
            { "of itself", "TrustedRoots" },
            { "of another host", "another host name" },
            { "that has ended", "has expired, or is not valid yet (valid from " },
            { "for signing mails", "not trusted" },
        };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_certificate_is_refused_by_everything_that_is_sent_although_an_own_authority_is_trusted(string kind, string why)
    {
        using var authority = new TestAuthority();
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var front = new TlsFront(zimbra.ServerUri, Certificate(kind, authority));
        await using ZimbraClient owner = Client(
            front,
            ZimbraCredentials.Password(GrantingZimbra.Owner, new Secret(GrantingZimbra.Password)),
            options => options.TrustedRoots.Add(authority.Root)
        );
        await using ZimbraClient admin = Client(
            front,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            options => options.TrustedRoots.Add(authority.Root)
        );

        await AssertRefusedAsync(front, owner, admin, why);

        Assert.Empty(zimbra.Journal.Entries);
    }

    [Fact]
    public async Task An_own_authority_is_not_trusted_by_itself()
    {
        using var authority = new TestAuthority();
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var front = new TlsFront(zimbra.ServerUri, authority.Issue());
        await using ZimbraClient owner = Client(
            front,
            ZimbraCredentials.Password(GrantingZimbra.Owner, new Secret(GrantingZimbra.Password))
        );
        await using ZimbraClient admin = Client(front, ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)));

        await AssertRefusedAsync(front, owner, admin, "name it in ZimbraClientOptions.TrustedRoots");

        Assert.Empty(zimbra.Journal.Entries);
    }

    [Fact]
    public async Task With_an_own_authority_everything_works()
    {
        using var authority = new TestAuthority();
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var front = new TlsFront(zimbra.ServerUri, authority.Issue());
        await using var adminFront = new TlsFront(zimbra.AdminUri, authority.Issue());
        await using ZimbraClient owner = Client(
            front,
            ZimbraCredentials.Password(GrantingZimbra.Owner, new Secret(GrantingZimbra.Password)),
            options => options.TrustedRoots.Add(authority.Root)
        );
        await using ZimbraClient admin = Client(
            front,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            options =>
            {
                options.TrustedRoots.Add(authority.Root);
                options.AdminUri = adminFront.Address;
            }
        );

        GuestShare share = await owner.Calendars.ShareWithGuestAsync("/my-events", Guest, cancellationToken: Token);
        SentInvitation? sent = await owner.Invitations.FindAsync(
            new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse("/my-events") },
            Token
        );
        AcceptedInvitation accepted = await owner.Invitations.AcceptAsync(
            sent!.Link,
            "Adresse",
            new Secret("gu3st-Passw0rd"),
            cancellationToken: Token
        );
        Feed feed = await owner.Feeds.ReadAsync(
            Address(front),
            new() { Credentials = FeedCredentials.ForGuest(share.GuestIdentifier!.Value, new Secret("gu3st-Passw0rd")) },
            cancellationToken: Token
        );

        Assert.Equal(AcceptanceOutcome.AccountCreated, accepted.Outcome);
        Assert.Empty(feed.Events);
        Assert.NotNull(await admin.Guests.FindByMailAsync("monasso.org", Guest, Token));
    }

    [Fact]
    public async Task A_server_s_own_certificate_can_be_trusted_alone()
    {
        X509Certificate2 certificate = TestAuthority.SelfSigned();
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var front = new TlsFront(zimbra.ServerUri, certificate);
        await using ZimbraClient owner = Client(
            front,
            ZimbraCredentials.Password(GrantingZimbra.Owner, new Secret(GrantingZimbra.Password)),
            options => options.TrustedRoots.Add(certificate)
        );

        await GrantingZimbra.GrantAndReadBackAsync(owner, Token);
    }

    [Theory]
    [InlineData("none"), InlineData("sockets"), InlineData("client")]
    public async Task With_a_container_the_authority_comes_from_a_file_and_holds_for_a_primary_handler_of_the_program(string primary)
    {
        using var authority = new TestAuthority();
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var front = new TlsFront(zimbra.ServerUri, authority.Issue());
        await using var wrong = new TlsFront(zimbra.ServerUri, authority.Issue(host: "mail1.example.net"));
        using var file = new TemporaryFile(authority.Root.ExportCertificatePem());
        foreach (Uri server in (Uri[])[front.Address, wrong.Address])
        {
            ServiceCollection collection = Container(server, file.Path, out ZimbraSharingBuilder builder);
            if (primary != "none")
            {
                builder.HttpClient.ConfigurePrimaryHttpMessageHandler(HttpMessageHandler () =>
                    primary == "sockets" ? new SocketsHttpHandler() : new HttpClientHandler()
                );
            }

            await using ServiceProvider services = collection.BuildServiceProvider();
            ZimbraClient client = services.GetRequiredService<ZimbraClient>();
            if (server == front.Address)
            {
                await GrantingZimbra.GrantAndReadBackAsync(client, Token);
                continue;
            }

            ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
                GrantingZimbra.GrantAndReadBackAsync(client, Token)
            );
            Assert.Contains("another host name", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [
        InlineData(null, "cannot be read"),
        InlineData("", "holds no certificate"),
        InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "is not a certificate")
    ]
    public void A_file_that_holds_no_certificate_is_named_at_the_start(string? content, string problem)
    {
        using var file = new TemporaryFile(content);
        using ServiceProvider services = Container(new Uri("https://mail1.example.net"), file.Path, out _).BuildServiceProvider();

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ZimbraClient>);
        ArgumentException withoutContainer = Assert.ThrowsAny<ArgumentException>(() =>
            new ZimbraClient(
                new Uri("https://mail1.example.net"),
                ZimbraCredentials.Anonymous,
                new ZimbraClientOptions { TrustedRootsFile = file.Path }
            )
        );

        Assert.StartsWith("Zimbra:TrustedRootsFile: the file '", Assert.Single(e.Failures), StringComparison.Ordinal);
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.Contains(problem, withoutContainer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_that_takes_any_certificate_is_refused()
    {
        ServiceCollection collection = Container(new Uri("https://mail1.example.net"), authority: null, out ZimbraSharingBuilder builder);
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() =>
            new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
            }
        );
        using ServiceProvider services = collection.BuildServiceProvider();

        Assert.Contains(
            "accepts any certificate",
            Assert.Throws<InvalidOperationException>(services.GetRequiredService<ZimbraClient>).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_program_pins_counts_alone()
    {
        using var authority = new TestAuthority();
        await using FakeZimbra zimbra = await GrantingZimbra.StartAsync(Token);
        await using var front = new TlsFront(zimbra.ServerUri, authority.Issue());
        await using ZimbraClient owner = Client(
            front,
            ZimbraCredentials.Password(GrantingZimbra.Owner, new Secret(GrantingZimbra.Password)),
            options =>
            {
                options.TrustedRoots.Add(authority.Root);
                options.ConfigureHttp = http => http.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => false;
            }
        );

        await Assert.ThrowsAsync<ZimbraConnectionException>(() => GrantingZimbra.GrantAndReadBackAsync(owner, Token));
    }

    private static async Task AssertRefusedAsync(TlsFront front, ZimbraClient owner, ZimbraClient admin, string why)
    {
        var link = PersonalLink.Parse($"{front.Address}service/extuserprov/?p={LinkToken}");
        Func<Task>[] calls =
        [
            () => owner.Calendars.ShareWithGuestAsync("/my-events", Guest, cancellationToken: Token),
            () => admin.SendAsync(new GetConfigRequest { AttributeName = "zimbraDefaultDomainName" }, Token),
            () =>
                owner.Feeds.ReadAsync(
                    Address(front),
                    new() { Credentials = new FeedCredentials(Guest, new Secret("gu3st-Passw0rd")) },
                    cancellationToken: Token
                ),
            () => owner.Feeds.ReadFreeBusyAsync(Address(front), cancellationToken: Token),
            () => owner.Invitations.AcceptAsync(link, "Adresse", new Secret("gu3st-Passw0rd"), cancellationToken: Token),
        ];
        foreach (Func<Task> call in calls)
        {
            ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(call);
            Assert.Contains(
                $"no secure connection to {front.Address.GetLeftPart(UriPartial.Authority)}",
                e.Message,
                StringComparison.Ordinal
            );
            Assert.Contains(why, e.Message, StringComparison.Ordinal);
            Assert.False(e.IsTransient);
        }

        await using ZimbraClient anybody = Client(front, ZimbraCredentials.Anonymous);
        FeedDiagnosis diagnosis = await anybody.Feeds.DiagnoseAddressAsync(
            Address(front),
            Guest,
            new() { Password = new Secret("gu3st-Passw0rd") },
            Token
        );
        Assert.Contains(diagnosis.Findings, finding => finding.Code == FeedFindingCode.CertificateRefused);
        Assert.False(diagnosis.PasswordTried);
    }

    private static IcsAddress Address(TlsFront front) => IcsAddress.Parse($"{front.Address}home/{GrantingZimbra.Owner}/my-events.ics");

    private static X509Certificate2 Certificate(string kind, TestAuthority authority)
    {
        using var other = new TestAuthority("Authority of somebody else");
        return kind switch
        {
            "of another authority" => other.Issue(),
            "of itself" => TestAuthority.SelfSigned(),
            "of another host" => authority.Issue(host: "mail1.example.net"),
            "that has ended" => authority.Issue(until: TimeProvider.System.GetUtcNow() - Day),
            _ => authority.Issue(purpose: "1.3.6.1.5.5.7.3.4"),
        };
    }

    private static ZimbraClient Client(TlsFront front, ZimbraCredentials credentials, Action<ZimbraClientOptions>? configure = null)
    {
        var options = new ZimbraClientOptions { AdminUri = front.Address, MaxRetries = 0 };
        configure?.Invoke(options);
        return new ZimbraClient(front.Address, credentials, options);
    }

    private static ServiceCollection Container(Uri server, string? authority, out ZimbraSharingBuilder builder)
    {
        IConfigurationSection section = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Zimbra:ServerUri"] = server.ToString(),
                    ["Zimbra:Account"] = GrantingZimbra.Owner,
                    ["Zimbra:Password"] = GrantingZimbra.Password,
                    ["Zimbra:TrustedRootsFile"] = authority,
                }
            )
            .Build()
            .GetSection("Zimbra");
        var collection = new ServiceCollection();
        builder = collection.AddZimbraSharing(section);
        return collection;
    }

    /// <summary>A file with a text; with null the path of one that is not there.</summary>
    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string? content)
        {
            Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"authority-{Guid.NewGuid():N}.pem");
            if (content is not null)
            {
                File.WriteAllText(Path, content);
            }
        }

        public string Path { get; }

        public void Dispose() => File.Delete(Path);
    }
}

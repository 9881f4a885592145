using System.Net.Sockets;
using System.Security;
using System.Text;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>A server that quotes back what it was sent, in every place that it can: no exception and no log may quote it on.</summary>
public sealed class EchoTests
{
    private const string Password = "CanaryPassw0rd<&>\"'";
    private const string SessionToken = "0_CanaryToken";
    private const string GrantPassword = "CanaryGrantPw";

    private static readonly string[] Canaries =
    [
        "Canary",
        Convert.ToBase64String("adresse.orange.fr@monasso.org:Canary"u8)[..^4],
        "CanaryToken",
    ];

    private static readonly ProvisioningKey Key = ProvisioningKey.Parse(
        new Secret("0:1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Codes { get; } =
    [
        "account.AUTH_FAILED",
        "account.CHANGE_PASSWORD",
        "account.MAINTENANCE_MODE",
        "account.TWO_FACTOR_AUTH_REQUIRED",
        "service.AUTH_EXPIRED",
        "service.AUTH_REQUIRED",
        "service.PERM_DENIED",
        "service.FAILURE",
        "service.UNKNOWN_DOCUMENT",
        "account.INVALID_PASSWORD",
        "account.INVALID_ATTR_VALUE",
        "mail.GRANT_EXISTS",
        "novel.CODE",
    ];

    public static TheoryData<int> Statuses { get; } = [200, 204, 302, 400, 401, 403, 404, 418, 429, 500, 501, 502, 503];

    [Theory, MemberData(nameof(Codes))]
    public async Task A_fault_that_quotes_the_request_is_reported_without_its_secrets(string code)
    {
        using var log = new CapturedLog();
        await using ScriptedServer server = ScriptedServer.Soap(request =>
            request.Body.Contains("BatchRequest", StringComparison.Ordinal)
                ? Replies.Soap(
                    $"<BatchResponse xmlns=\"urn:zimbra\">{Inner(code, request, "0")}{Inner(code, request, "1")}</BatchResponse>"
                )
                : Replies
                    .Fault(code, Quoted(request))
                    .Replace(
                        "</Trace>",
                        $"{Quoted(request)}</Trace><a n=\"value\" t=\"STR\">{Quoted(request)}</a>",
                        StringComparison.Ordinal
                    )
        );
        var failures = new List<Exception>();
        foreach (ZimbraClient client in Clients(server, log))
        {
            await using ZimbraClient closed = client;
            foreach (ZimbraRequest request in Requests)
            {
                if (await Record.ExceptionAsync(() => Schemas.Untyped.SendAsync(client, request, Token)) is { } e)
                {
                    failures.Add(e);
                }
            }

            if (await Record.ExceptionAsync(() => Batch(client)) is { } inBatch)
            {
                failures.Add(inBatch);
            }
        }

        // The text itself came through; what was secret in it did not.
        Assert.Contains(failures, e =>
            e is ZimbraFaultException { Fault.Reason: var reason }
            && reason.Contains("Envelope", StringComparison.Ordinal)
            && reason.Contains("***", StringComparison.Ordinal)
        );
        AssertNothingShown(failures, log);
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task An_answer_that_is_no_Zimbra_s_is_not_quoted(int status)
    {
        using var log = new CapturedLog();
        await using var server = new ScriptedServer((request, stream, token) => EchoAsync(status, request, stream, token));
        var failures = new List<Exception>();
        foreach (ZimbraClient client in Clients(server, log))
        {
            await using ZimbraClient closed = client;
            foreach (Func<Task> call in Calls(client, server.Address))
            {
                Exception? e = await Record.ExceptionAsync(call);
                failures.Add(Assert.IsAssignableFrom<ZimbraException>(e));
            }
        }

        AssertNothingShown(failures, log);
    }

    private static async Task<Exception[]> MissingAndConflictingSharesAsync()
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", Password, account => account.Calendar("/my-events")),
            cancellationToken: Token
        );
        await using var owner = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password("owner@monasso.org", new Secret(Password)),
            new ZimbraClientOptions { RetryDelay = TimeSpan.Zero }
        );
        var missing = await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            owner.Calendars.RenewAsync("/my-events", "adresse@orange.fr", ShareExpiry.Never, Token)
        );
        await owner.Calendars.SharePubliclyAsync("/my-events", cancellationToken: Token);
        zimbra.Misbehave.On("FolderActionRequest").Fault("mail.MODIFY_CONFLICT");
        var conflict = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            owner.Calendars.RenewPublicAsync("/my-events", TimeProvider.System.GetUtcNow().AddDays(1), Token)
        );
        return [missing, conflict];
    }

    [Fact]
    public async Task Every_type_of_exception_is_among_those_that_show_nothing()
    {
        using var log = new CapturedLog();
        var failures = new List<Exception>();
        foreach (int status in (int[])[200, 404, 502])
        {
            await using var server = new ScriptedServer((request, stream, token) => EchoAsync(status, request, stream, token));
            await CollectAsync(server);
        }

        foreach (string code in (string[])["account.AUTH_FAILED", "account.INVALID_PASSWORD"])
        {
            await using ScriptedServer server = ScriptedServer.Soap(request => Replies.Fault(code, Quoted(request)));
            await CollectAsync(server);
        }

        // The same name is made of both addresses (docs/protocol.md §3).
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Domain("monasso.org").Guest("adresse.orange@fr", "monasso.org", "another"),
            cancellationToken: Token
        );
        await using var admin = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Admin(zimbra.AdminName, new Secret(zimbra.AdminPassword)),
            new ZimbraClientOptions { AdminUri = zimbra.AdminUri }
        );
        failures.AddRange(await MissingAndConflictingSharesAsync());
        failures.Add(
            await Assert.ThrowsAsync<ZimbraGuestAddressException>(() =>
                admin.Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = "monasso.org",
                        Guest = "adresse@gmial.com",
                        Password = new Secret(Password),
                    },
                    Token
                )
            )
        );
        failures.Add(
            await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
                admin.Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        OwnerDomain = "monasso.org",
                        Guest = "adresse@orange.fr",
                        Password = new Secret(Password),
                    },
                    Token
                )
            )
        );

        zimbra.Change(directory => directory.FindAccount(zimbra.AdminName)!.Attributes["zimbraIsAdminAccount"] = null);
        zimbra.Change(directory => directory.FindAccount(zimbra.AdminName)!.Attributes["zimbraIsDelegatedAdminAccount"] = "TRUE");
        failures.Add(
            await Assert.ThrowsAsync<ZimbraMissingRightException>(() =>
                admin.Guests.FindAsync(GuestIdentifier.Parse("adresse.orange.fr@monasso.org"), Token)
            )
        );

        Assert.Empty(EveryException.Types.Except(failures.Select(e => e.GetType())).Select(type => type.Name));
        AssertNothingShown(failures, log);

        async Task CollectAsync(ScriptedServer server)
        {
            foreach (ZimbraClient client in Clients(server, log))
            {
                await using ZimbraClient closed = client;
                foreach (Func<Task> call in Calls(client, server.Address))
                {
                    failures.Add(Assert.IsAssignableFrom<ZimbraException>(await Record.ExceptionAsync(call)));
                }
            }
        }
    }

    private static ZimbraRequest[] Requests =>
        [
            new NoOpRequest(),
            new SetPasswordRequest { AccountId = "id", NewPassword = new Secret(Password) },
            new CreateAccountRequest { Name = "adresse.orange.fr@monasso.org", Password = new Secret(Password) },
            FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r") with { Password = new Secret(GrantPassword) }),
            FolderActionRequest.Grant("10", FolderGrant.Key("Partenaire", "r", new Secret("CanaryKey"))),
            new GetConfigRequest { AttributeName = "zimbraExternalAccountProvisioningKey" },
        ];

    private static async Task Batch(ZimbraClient client)
    {
        FolderActionRequest grant = FolderActionRequest.Grant(
            "10",
            FolderGrant.Guest("adresse@orange.fr", "r") with
            {
                Password = new Secret(GrantPassword),
            }
        );
        BatchResponse answers = await client.SendAsync(new BatchRequest([new NoOpRequest(), grant]), Token);
        answers.OutcomeOf(grant).ResponseOrThrow();
    }

    private static IEnumerable<Func<Task>> Calls(ZimbraClient client, Uri server)
    {
        var address = IcsAddress.Parse($"{server}home/owner@monasso.org/my-events.ics");
        var guest = new FeedCredentials("adresse.orange.fr@monasso.org", new Secret(Password));
        PersonalLink link = Key.Sign(server, "owner-id", "10", "adresse@orange.fr", null);
        return
        [
            .. Requests.Select(request => (Func<Task>)(() => Schemas.Untyped.SendAsync(client, request, Token))),
            () => client.Feeds.ReadAsync(address, new() { Credentials = guest }, cancellationToken: Token),
            () => client.Feeds.ReadFreeBusyAsync(address, new() { Credentials = guest }, cancellationToken: Token),
            () =>
                client.Invitations.AcceptAsync(
                    link,
                    "Adresse",
                    new Secret(Password),
                    new AcceptOptions { PublicationWait = TimeSpan.Zero },
                    Token
                ),
            () =>
                client.Calendars.ShareWithGuestAsync(
                    "/my-events",
                    "adresse@orange.fr",
                    new() { GrantPassword = new Secret(GrantPassword) },
                    Token
                ),
        ];
    }

    private static IEnumerable<ZimbraClient> Clients(ScriptedServer server, CapturedLog log)
    {
        foreach (
            ZimbraCredentials credentials in (ZimbraCredentials[])
                [
                    ZimbraCredentials.Token(new Secret(SessionToken)),
                    ZimbraCredentials.AdminToken(new Secret(SessionToken)),
                    ZimbraCredentials.Password("owner@monasso.org", new Secret(Password)),
                    ZimbraCredentials.Admin("admin@example.net", new Secret(Password)),
                    ZimbraCredentials.Preauth("owner@monasso.org", new Secret("CanaryPreauthKey")),
                ]
        )
        {
            yield return new ZimbraClient(
                server.Address,
                credentials,
                TestClients.Options(options =>
                {
                    options.AdminUri = server.Address;
                    options.RefusedLoginPause = TimeSpan.Zero;
                    options.LoggerFactory = new LoggerFactory([log], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
                })
            );
        }
    }

    // A sign-up page that lets the form be sent, so that the answer to the form is quoted, too.
    private static Task EchoAsync(int status, ReceivedRequest request, NetworkStream stream, CancellationToken token)
    {
        string quoted = Quoted(request);
        string answer = request.RequestLine.StartsWith("GET /service/extuserprov", StringComparison.Ordinal)
            ? Replies.Http(
                200,
                $"<html><input name=\"displayname\" value=\"{quoted}\"></html>",
                "text/html",
                "Set-Cookie: ZM_PRELIM_AUTH_TOKEN=0_Canary_b\r\n"
            )
            : Replies
                .Http(
                    status,
                    status == 204 ? "" : $"<html>{quoted}</html>",
                    "text/html",
                    $"Location: https://Canary:Canary@elsewhere.example.net/?{Uri.EscapeDataString(request.Body)}\r\nX-Quoted: "
                        + $"{Flat(request)}\r\nWWW-Authenticate: Basic realm=\"Canary\"\r\n"
                )
                .Replace(" Said\r\n", $" {Flat(request)}\r\n", StringComparison.Ordinal);
        return stream.WriteAsync(Encoding.UTF8.GetBytes(answer), token).AsTask();
    }

    private static string Inner(string code, ReceivedRequest request, string id) =>
        $"<soap:Fault "
        + $"requestId=\"{id}\"><soap:Reason><soap:Text>{Quoted(request)}</soap:Text></soap:Reason><soap:Detail><Error><Code>{code}</Code>"
        + $"<Trace>{Quoted(request)}</Trace><a n=\"v\" t=\"STR\">{Quoted(request)}</a></Error></soap:Detail></soap:Fault>";

    private static string Quoted(ReceivedRequest request) => SecurityElement.Escape(request.Head + request.Body);

    private static string Flat(ReceivedRequest request) => (request.Head + request.Body).ReplaceLineEndings(" ");

    private static void AssertNothingShown(IEnumerable<Exception> failures, CapturedLog log)
    {
        foreach (Exception e in failures)
        {
            string shown = Printed.Everything(e);
            Assert.All(Canaries, canary => Assert.DoesNotContain(canary, shown, StringComparison.OrdinalIgnoreCase));
        }

        string lines = string.Join('\n', log.Lines);
        Assert.Contains("Zourit.Zimbra.Sharing", lines, StringComparison.Ordinal);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, lines, StringComparison.OrdinalIgnoreCase));
    }
}

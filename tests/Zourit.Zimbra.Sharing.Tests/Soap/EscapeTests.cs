using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Whatever goes wrong, only the library's own exceptions come out, and no secret with them or in the log.</summary>
[Trait("Category", "Slow")]
public sealed class EscapeTests
{
    private const string PasswordCanary = "CanaryOfThePassword";
    private const string TokenCanary = "0_CanaryOfTheToken";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string>> All => Misbehaviour.All.Select(one => new TheoryDataRow<string>(one.Name));

    [Theory, MemberData(nameof(All))]
    public async Task A_server_that_misbehaves_ends_in_an_exception_of_the_library_without_secrets(string name)
    {
        using var log = new CapturedLog();
        await using ScriptedServer server = Misbehaviour.All.Single(one => one.Name == name).Start();
        await using ServiceProvider services = Services(server, log);
        await using var withToken = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Token(new Secret(TokenCanary)),
            Options(server, log)
        );
        await using var withPassword = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Password("owner@monasso.org", new Secret(PasswordCanary)),
            Options(server, log)
        );
        await using var admin = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Admin("admin@example.net", new Secret(PasswordCanary)),
            Options(server, log)
        );
        (object Sender, ZimbraRequest Request, bool IsRead)[] calls =
        [
            (withToken, new NoOpRequest(), true),
            (
                withToken,
                FolderActionRequest.Grant("10", FolderGrant.Guest("adresse@orange.fr", "r") with { Password = new Secret(PasswordCanary) }),
                false
            ),
            (
                withToken,
                new BatchRequest([new GetInfoRequest(), SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null)]),
                false
            ),
            (withPassword, SendShareNotificationRequest.Created("10", "adresse@orange.fr", notes: null), true),
            (admin, new SetPasswordRequest { AccountId = "id", NewPassword = new Secret(PasswordCanary) }, true),
            (admin.Mailbox("owner@monasso.org"), new NoOpRequest(), true),
            (services.GetRequiredService<ZimbraClient>(), new NoOpRequest(), true),
        ];
        foreach ((object sender, ZimbraRequest request, bool isRead) in calls)
        {
            Exception? e = await Record.ExceptionAsync(() => Schemas.Untyped.SendAsync(sender, request, Token));

            ZimbraException ours = Assert.IsAssignableFrom<ZimbraException>(e);
            Assert.NotNull(ours.Operation);

            // Of a call that only logged in or read, the outcome is always known.
            Assert.False(isRead && ours is ZimbraOutcomeUnknownException, ours.ToString());
            AssertNoSecret(ours.ToString());
        }

        AssertNoSecret(log);
    }

    [Fact]
    public async Task Faults_and_refusals_hold_no_secret_either()
    {
        using var log = new CapturedLog();
        string[] codes =
        [
            "account.AUTH_FAILED",
            "account.CHANGE_PASSWORD",
            "account.MAINTENANCE_MODE",
            "service.PERM_DENIED",
            "service.UNKNOWN_DOCUMENT",
            "service.AUTH_EXPIRED",
            "service.FAILURE",
            "novel.CODE",
        ];
        foreach (string code in codes)
        {
            await using var server = ScriptedServer.Soap(_ => Replies.Fault(code));
            await using var withToken = new ZimbraClient(
                server.Address,
                ZimbraCredentials.Token(new Secret(TokenCanary)),
                Options(server, log)
            );
            await using var withPassword = new ZimbraClient(
                server.Address,
                ZimbraCredentials.Password("owner@monasso.org", new Secret(PasswordCanary)),
                Options(server, log)
            );
            await using var admin = new ZimbraClient(
                server.Address,
                ZimbraCredentials.Admin("admin@example.net", new Secret(PasswordCanary)),
                Options(server, log)
            );
            foreach (ZimbraClient client in (ZimbraClient[])[withToken, withPassword, admin])
            {
                ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() => client.SendAsync(new NoOpRequest(), Token));
                AssertNoSecret(e.ToString() + client);
            }
        }

        AssertNoSecret(log);
    }

    private static void AssertNoSecret(CapturedLog log)
    {
        AssertNoSecret(string.Join('\n', log.Lines.Where(line => line.StartsWith("Zourit.Zimbra.Sharing", StringComparison.Ordinal))));

        // HttpClient's own log, which the program may switch off, quotes lines that are no HTTP; what was sent exists nowhere.
        string all = string.Join('\n', log.Lines);
        Assert.Contains("Zourit.Zimbra.Sharing", all, StringComparison.Ordinal);
        Assert.DoesNotContain(PasswordCanary, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TokenCanary, all, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertNoSecret(string text)
    {
        foreach (string canary in (string[])[PasswordCanary, TokenCanary, Misbehaviour.Canary])
        {
            Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static ZimbraClientOptions Options(ScriptedServer server, CapturedLog log) =>
        TestClients.Options(options =>
        {
            options.AdminUri = server.Address;
            options.AttemptTimeout = TimeSpan.FromMilliseconds(500);
            options.MaxReplyBytes = 64 * 1024;
            options.RefusedLoginPause = TimeSpan.Zero;
            options.LoggerFactory = new LoggerFactory([log], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        });

    private static ServiceProvider Services(ScriptedServer server, CapturedLog log)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddZimbraSharing(options =>
        {
            options.ServerUri = server.Address;
            options.Account = "owner@monasso.org";
            options.Password = new Secret(PasswordCanary);
            options.Client.MaxRetries = 0;
            options.Client.AttemptTimeout = TimeSpan.FromMilliseconds(500);
            options.Client.MaxReplyBytes = 64 * 1024;
        });
        return services.BuildServiceProvider();
    }
}

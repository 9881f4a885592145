using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.DependencyInjection;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Guides;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Security;

/// <summary>
/// The whole story of an association, its guests and its administrator, failures included, at the most talkative level of everything that
/// reports: no password, token, key or personal link is in it.
/// </summary>
[Trait("Category", "Slow")]
public sealed partial class WholeRunTests
{
    private const string Owner = "owner@monasso.org";
    private const string OwnerPassword = "CanaryOwner-Pässw0rd";
    private const string Guest = "adresse@orange.fr";
    private const string GuestPassword = "CanaryGuest-Passw0rd";
    private const string OtherPassword = "CanaryOther-Passw0rd";
    private const string WrongPassword = "CanaryWrong-Passw0rd";
    private const string GrantPassword = "CanaryGrant-Passw0rd";
    private const string PreauthKey = "ca0a71e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_run_tells_no_secret_at_any_level()
    {
        using var log = new CapturedLog();
        using var listener = new EveryListener();
        var secrets = new ConcurrentDictionary<string, string>();
        var printed = new StringBuilder();
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed =>
                seed.Domain("monasso.org", domain => domain.Attributes["zimbraPreAuthKey"] = PreauthKey)
                    .Account(Owner, OwnerPassword, account => account.Calendar("/my-events"))
                    .Account("paul@monasso.org", OtherPassword),
            cancellationToken: Token
        );
        await using ServiceProvider owner = Services(zimbra, log, secrets, options =>
            (options.Account, options.Password) = (Owner, new Secret(OwnerPassword))
        );
        await using ServiceProvider admin = Services(zimbra, log, secrets, options =>
            (options.Account, options.Password, options.IsAdmin) = (zimbra.AdminName, new Secret(zimbra.AdminPassword), true)
        );
        await using ServiceProvider preauth = Services(zimbra, log, secrets, options =>
            (options.Account, options.PreauthKey) = (Owner, new Secret(PreauthKey))
        );
        await using ServiceProvider wrong = Services(zimbra, log, secrets, options =>
            (options.Account, options.Password) = (Owner, new Secret(WrongPassword))
        );
        using var factory = new LoggerFactory([log], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        await using var bare = new ZimbraClient(
            zimbra.ServerUri,
            ZimbraCredentials.Password(Owner, new Secret(OwnerPassword)),
            new ZimbraClientOptions { LoggerFactory = factory, MaxRetries = 0 }
        );

        await TellAsync(Client(owner), Client(admin), printed);
        await Print(printed, () => Client(preauth).SendAsync(new NoOpRequest(), Token));
        await Print(printed, () => Client(wrong).SendAsync(new NoOpRequest(), Token));
        await Print(printed, () => bare.SendAsync(new NoOpRequest(), Token));
        await FailAsync(zimbra, Client(owner), Client(admin), bare, printed);

        foreach (
            (string secret, string where) in (IEnumerable<(string, string)>)
                [
                    ("Canary", "a password"),
                    (PreauthKey, "the preauth key"),
                    (zimbra.AdminPassword, "the administrator's password"),
                    (
                        Convert.ToBase64String(Encoding.UTF8.GetBytes($"adresse.orange.fr@monasso.org:{GuestPassword}")),
                        "the guest's Basic credentials"
                    ),
                    .. secrets.Select(secret => (secret.Key, secret.Value)),
                ]
        )
        {
            AssertNowhere(secret, where, "the log", log.Lines);
            AssertNowhere(secret, where, "a span, measurement or event", listener.Lines);
            AssertNowhere(secret, where, "a result or exception", printed.ToString().Split('\n'));
        }

        // It is not for want of talk that nothing was reported.
        Assert.Contains(secrets.Values, where => where == "a token");
        Assert.Contains(secrets.Values, where => where == "a link's token");
        Assert.Contains(secrets.Values, where => where == "a cookie");
        Assert.Contains(log.Lines, line =>
            line.StartsWith("System.Net.Http.HttpClient.Zourit.Zimbra.Sharing", StringComparison.Ordinal)
            && line.Contains("Trace", StringComparison.Ordinal)
        );
        Assert.Contains(log.Lines, line => line.StartsWith("Zourit.Zimbra.Sharing", StringComparison.Ordinal));
        Assert.Contains(listener.Lines, line => line.StartsWith("System.Net.Http", StringComparison.Ordinal));
        Assert.Contains(listener.Lines, line => line.StartsWith("Zourit.Zimbra.Sharing", StringComparison.Ordinal));
    }

    private static async Task TellAsync(ZimbraClient owner, ZimbraClient admin, StringBuilder printed)
    {
        GuestShare share = await owner.Calendars.ShareWithGuestAsync("/my-events", Guest, new() { Note = "Bonjour" }, Token);
        SentInvitation invitation = (
            await owner.Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = share.Path }, Token)
        )!;
        AcceptedInvitation accepted = await owner.Invitations.AcceptAsync(
            invitation.Link,
            "Adresse",
            new Secret(GuestPassword),
            cancellationToken: Token
        );
        var reader = FeedCredentials.ForGuest(share.GuestIdentifier!.Value, new Secret(GuestPassword));
        Feed feed = await owner.Feeds.ReadAsync(share.IcsAddress, new() { Credentials = reader }, cancellationToken: Token);
        FreeBusy busy = await owner.Feeds.ReadFreeBusyAsync(share.IcsAddress, new() { Credentials = reader }, cancellationToken: Token);
        FeedDiagnosis right = await owner.Feeds.DiagnoseAsync(
            Owner,
            "/my-events",
            Guest,
            new() { Password = new Secret(GuestPassword) },
            Token
        );
        FeedDiagnosis bad = await admin.Feeds.DiagnoseAsync(
            Owner,
            "/my-events",
            Guest,
            new() { Password = new Secret(WrongPassword) },
            Token
        );
        GuestShare withPassword = await owner.Calendars.ShareWithGuestAsync(
            "/my-events",
            "marie@example.com",
            new() { GrantPassword = new Secret(GrantPassword), Notify = false },
            Token
        );
        PublicShare open = await owner.Calendars.SharePubliclyAsync("/my-events", cancellationToken: Token);
        PersonalLink computed = await admin.Mailbox(Owner).Invitations.ComputeLinkAsync(share.Path, Guest, Token);
        GuestCreation made = await admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = "/my-events",
                Guest = "jean@example.com",
                Password = new Secret(OtherPassword),
            },
            Token
        );
        GuestPasswordReset reset = await admin.Guests.SetPasswordAsync(
            GuestIdentifier.For(GuestAddress.Parse("jean@example.com"), "monasso.org"),
            new Secret(WrongPassword),
            Token
        );
        object[] told =
        [
            share,
            invitation,
            accepted,
            reader,
            feed,
            busy,
            right,
            bad,
            withPassword,
            open,
            computed,
            made,
            reset,
            share.ToSubscription() with
            {
                PersonalLink = computed,
            },
            await All(
                admin.Guests.CreateAllAsync(
                    [
                        new NewGuestAccount
                        {
                            OwnerDomain = "monasso.org",
                            Guest = "lea@example.com",
                            Password = new Secret(OtherPassword),
                        },
                    ],
                    cancellationToken: Token
                )
            ),
            await admin.Guests.InspectAsync(GuestIdentifier.For(GuestAddress.Parse(Guest), "monasso.org"), Token),
            await admin.Guests.SuspendAsync(GuestIdentifier.For(GuestAddress.Parse(Guest), "monasso.org"), Token),
            await admin.Guests.ResumeAsync(GuestIdentifier.For(GuestAddress.Parse(Guest), "monasso.org"), Token),
            await All(admin.Guests.ListAccessAsync(Guest, cancellationToken: Token)),
            await All(admin.Calendars.ReviewAsync(new ReviewOptions { Domain = "monasso.org" }, Token)),
            await All(owner.Calendars.ListSharesAsync(cancellationToken: Token)),
            await admin.SendAsync(
                new SetPasswordRequest
                {
                    AccountId = (await admin.Guests.FindByMailAsync("monasso.org", Guest, Token))!.Id,
                    NewPassword = new Secret(GuestPassword),
                },
                Token
            ),
            await owner.SendAsync(GetFolderRequest.AtPath("/my-events"), Token),
            await owner.Calendars.RevokeGuestAsync("/my-events", "marie@example.com", cancellationToken: Token),
            await admin.Guests.RetireAsync("monasso.org", "jean@example.com", cancellationToken: Token),
        ];
        foreach (object each in told)
        {
            printed.AppendLine(Printed.Everything(each));
        }
    }

    /// <summary>Each of these goes wrong on purpose, in its first or second attempt or altogether.</summary>
    private static async Task FailAsync(FakeZimbra zimbra, ZimbraClient owner, ZimbraClient admin, ZimbraClient bare, StringBuilder printed)
    {
        IcsAddress address = IcsAddress.FromRestRoot($"{zimbra.ServerUri}home/{Owner}", FolderPath.Parse("/my-events"));
        PersonalLink link = (
            await owner.Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse("/my-events") }, Token)
        )!.Link;
        Func<MisbehaviourTrigger, MisbehaviourRule>[] ways =
        [
            on => on.ResetBeforeEffect(),
            on => on.ResetAfterEffect(),
            on => on.CutReply(),
            on => on.HtmlPage(403),
            on => on.ServiceUnavailable(),
            on => on.BadGateway(),
            on => on.EmptyReply(),
            on => on.Doctype(),
            on => on.RedirectTo(new Uri("https://elsewhere.example.net/")),
            on => on.ExpireToken(),
            on => on.Fault("service.FAILURE"),
        ];
        Func<Task>[] calls =
        [
            () =>
                owner.Calendars.ShareWithGuestAsync(
                    "/my-events",
                    "marie@example.com",
                    new() { GrantPassword = new Secret(GrantPassword) },
                    Token
                ),
            () =>
                admin.Guests.CreateAsync(
                    new NewGuestAccount
                    {
                        Owner = Owner,
                        Calendar = "/my-events",
                        Guest = "jean@example.com",
                        Password = new Secret(OtherPassword),
                    },
                    Token
                ),
            () =>
                owner.Feeds.ReadAsync(
                    address,
                    new() { Credentials = new FeedCredentials("adresse.orange.fr@monasso.org", new Secret(WrongPassword)) },
                    cancellationToken: Token
                ),
            () => owner.Invitations.AcceptAsync(link, "Adresse", new Secret(GuestPassword), cancellationToken: Token),
            () => bare.SendAsync(new NoOpRequest(), Token),
        ];
        foreach (Func<MisbehaviourTrigger, MisbehaviourRule> way in ways)
        {
            using MisbehaviourRule rule = way(zimbra.Misbehave.OnAnything());
            foreach (Func<Task> call in calls)
            {
                await Print(printed, call);
            }
        }

        zimbra.Misbehave.Clear();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Print(printed, () => owner.SendAsync(new NoOpRequest(), cancellation.Token));
        await Print(printed, () =>
            owner.Feeds.ReadAsync(
                IcsAddress.Parse($"{zimbra.ServerUri}home/{Owner}/nowhere.ics"),
                new() { Credentials = new FeedCredentials("x@monasso.org", new Secret(WrongPassword)) },
                cancellationToken: Token
            )
        );
        await Print(printed, () =>
            owner.Calendars.ShareWithGuestAsync("/nowhere", Guest, new() { GrantPassword = new Secret(GrantPassword) }, Token)
        );
    }

    private static async Task Print(StringBuilder printed, Func<Task> call)
    {
        if (await Record.ExceptionAsync(call) is { } e)
        {
            printed.AppendLine(Printed.Everything(e));
        }
    }

    private static void AssertNowhere(string secret, string what, string place, IEnumerable<string> lines) =>
        Assert.False(
            lines.FirstOrDefault(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)) is { } told && told.Length > 0,
            $"{what} is told in {place}: {lines.FirstOrDefault(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase))}"
        );

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> stream) => await stream.ToListAsync(Token);

    private static ZimbraClient Client(ServiceProvider services) => services.GetRequiredService<ZimbraClient>();

    private static ServiceProvider Services(
        FakeZimbra zimbra,
        CapturedLog log,
        ConcurrentDictionary<string, string> secrets,
        Action<ZimbraSharingOptions> configure
    )
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        collection
            .AddZimbraSharing(options =>
            {
                (options.ServerUri, options.AdminUri) = (zimbra.ServerUri, zimbra.AdminUri);
                (options.Client.MaxRetries, options.Client.RetryDelay, options.Client.BreakAfterRequests) = (1, TimeSpan.Zero, 0);
                configure(options);
            })
            .HttpClient.AddHttpMessageHandler(() => new SecretCollector(secrets));
        return collection.BuildServiceProvider();
    }

    /// <summary>Learns the tokens and links that the server gave out, to look for them later.</summary>
    private sealed partial class SecretCollector(ConcurrentDictionary<string, string> secrets) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            Collect(Tokens().Matches(body), "a token");
            Collect(Links().Matches(body), "a link's token");
            if (response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
            {
                Collect(Cookies().Matches(string.Join('\n', cookies)), "a cookie");
            }

            return response;
        }

        private void Collect(MatchCollection matches, string where)
        {
            foreach (Match match in matches.Where(match => match.Groups[1].Length > 8))
            {
                secrets.TryAdd(match.Groups[1].Value, where);
            }
        }

        [GeneratedRegex("<authToken[^>]*>([^<]+)<")]
        private static partial Regex Tokens();

        [GeneratedRegex("extuserprov/\\?p=([0-9]+_[0-9a-f]{40}_[0-9a-f]+)")]
        private static partial Regex Links();

        [GeneratedRegex("^[A-Z_]+=([^;]+)", RegexOptions.Multiline)]
        private static partial Regex Cookies();
    }
}

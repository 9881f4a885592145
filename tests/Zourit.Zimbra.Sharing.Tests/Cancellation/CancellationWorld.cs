using System.Globalization;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>A server with an association, a guest who has an account, and one who has not; its whole state can be reported as
/// facts.</summary>
internal sealed class CancellationWorld : IAsyncDisposable
{
    public const string Known = "connu@orange.fr";
    public const string NewPassword = "pa55-wörd-2";

    private readonly AssociationWorld _association;
    private readonly Counter _requests = new();
    private readonly StandingClock _clock = new();
    private readonly List<CancellingHandler> _handlers = [];

    private CancellationWorld(AssociationWorld association)
    {
        _association = association;
        (OwnerClient, Admin, Anybody) = Connect(configure: null);
    }

    public static GuestIdentifier KnownIdentifier { get; } = GuestIdentifier.Parse("connu.orange.fr@monasso.org");

    public FakeZimbra Server => _association.Server;

    public ZimbraClient OwnerClient { get; private set; }

    public ZimbraClient Admin { get; private set; }

    public ZimbraClient Anybody { get; private set; }

    public IcsAddress Address => IcsAddress.Parse($"{Server.ServerUri}home/{Owner}{Events}.ics");

    /// <summary>The link that the server mailed to the guest who has no account yet.</summary>
    public PersonalLink Link { get; private set; } = null!;

    public string FolderId => Server.FolderOf(Owner, "/libre")!.Id.ToString(CultureInfo.InvariantCulture);

    public int Requests => _requests.Count;

    /// <summary>How many items streams gave.</summary>
    public int Items { get; private set; }

    /// <summary>A world whose clients have not logged in yet, and whose clock does not move.</summary>
    public static async Task<CancellationWorld> StartAsync(Action<ZimbraClientOptions>? configure = null)
    {
        var world = new CancellationWorld(
            await new Association()
                .WithEvents(calendar => calendar.ShareWithGuest(Known, "r").SharePublicly("r").Event("Fête", Day(1), Day(2)))
                .WithOwner(account =>
                    account.Calendar("/libre").Calendar("/autre", calendar => calendar.ShareWithGuest("invite@orange.fr", "r"))
                )
                .With(seed => seed.Guest(Known, "monasso.org", GuestPassword))
                .StartAsync()
        );

        // Mailed by the server, so that there is a link to accept and a mail to find.
        await world.OwnerClient.Calendars.NotifyAgainAsync(
            "/autre",
            "invite@orange.fr",
            cancellationToken: TestContext.Current.CancellationToken
        );
        world.Link = PersonalLink.Parse(world._association.LinkTo("invite@orange.fr").AbsoluteUri);
        (world.OwnerClient, world.Admin, world.Anybody) = world.Connect(options =>
        {
            options.TimeProvider = world._clock;
            options.AttemptTimeout = 10 * StandingClock.LongestPause;
            options.TotalTimeout = 100 * StandingClock.LongestPause;
            configure?.Invoke(options);
        });
        return world;
    }

    /// <summary>From now on counts the requests of all clients from 1, and does at one of them what is planned.</summary>
    public CancellationPlan Plan(Moment moment, int number)
    {
        var plan = new CancellationPlan(moment, Requests + number);
        _clock.Plan = plan;
        _handlers.ForEach(handler => handler.Plan = plan);
        return plan;
    }

    /// <summary>Calls that have taken the only place of each client and never give it back.</summary>
    public async Task<Task[]> TakeAllPlacesAsync(CancellationPlan plan, CancellationToken cancellationToken)
    {
        Task[] calls =
        [
            OwnerClient.SendAsync(new NoOpRequest(), cancellationToken),
            Admin.SendAsync(new NoOpRequest(), cancellationToken),
            Anybody.Feeds.ReadAsync(Address, cancellationToken: cancellationToken),
        ];
        await plan.PlacesAreTakenAsync(calls.Length, cancellationToken);
        return calls;
    }

    /// <summary>New clients that nothing is planned for, as those of a program that was started again.</summary>
    public void StartAgain() => (OwnerClient, Admin, Anybody) = Connect(configure: null);

    public void ItemCame()
    {
        Items++;
        if (_handlers[0].Plan is { Moment: Moment.AtFirstItem } plan)
        {
            plan.Cancel();
        }
    }

    /// <summary>
    /// What the server holds: accounts, folders, grants, mails. Ids and times that differ between two worlds are left out.
    /// </summary>
    public HashSet<string> Facts()
    {
        var facts = new HashSet<string>();
        Server.Change(directory =>
        {
            foreach (Account account in directory.Accounts)
            {
                facts.Add($"account {account.Name}");
                facts.Add($"{account.Name} status {account.Status}");
                facts.Add(
                    $"{account.Name} password "
                        + $"{account.Password switch { GuestPassword => "first", NewPassword => "second", null => "none", _ => "other" }}"
                );
                facts.Add($"{account.Name} calendar feature {account.Attributes["zimbraFeatureCalendarEnabled"]}");
                foreach (MailFolder folder in account.Mailbox?.Folders.Where(folder => folder.Id >= 257 || folder.Acl is not null) ?? [])
                {
                    facts.Add($"folder {account.Name}{folder.Path} {(folder.Link is null ? "" : "link")}");
                    foreach (AccessGrant grant in folder.Acl?.Grants ?? [])
                    {
                        facts.Add(
                            $"grant {account.Name}{folder.Path} "
                                + $"{(grant.Type == "usr" ? directory.FindAccountById(grant.GranteeId)?.Name : grant.GranteeId)} "
                                + $"{grant.Type} {grant.Rights} {grant.Expiry != 0}"
                        );
                    }
                }
            }
        });
        foreach (IGrouping<(string To, string Subject), OutgoingMail> mails in Server.Outbox.Mails.GroupBy(mail => (mail.To, mail.Subject)))
        {
            facts.UnionWith(
                mails.Select(
                    (_, i) => string.Create(CultureInfo.InvariantCulture, $"mail to {mails.Key.To}: {mails.Key.Subject} ({i + 1})")
                )
            );
        }

        return facts;
    }

    public ValueTask DisposeAsync() => _association.DisposeAsync();

    private (ZimbraClient Owner, ZimbraClient Admin, ZimbraClient Anybody) Connect(Action<ZimbraClientOptions>? configure) =>
        (
            _association.AsOwner(Patient + configure, Handler()),
            _association.AsAdmin(Patient + configure, Handler()),
            _association.Anonymous(Patient + configure, Handler())
        );

    // Pauses that the clock must let pass, so that there is a moment between two attempts.
    private static void Patient(ZimbraClientOptions options) =>
        (options.RetryDelay, options.MaxRetryDelay) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    private CancellingHandler Handler()
    {
        var handler = new CancellingHandler(_requests);
        _handlers.Add(handler);
        return handler;
    }

    private static DateTimeOffset Day(int day) => new(2026, 12, day, 9, 0, 0, TimeSpan.Zero);
}

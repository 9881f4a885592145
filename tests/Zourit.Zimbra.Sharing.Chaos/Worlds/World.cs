using System.Globalization;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;

namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>The server of one scenario, and its state read directly: never through the library.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Admin = "admin@club0.test";

    /// <summary>
    /// How long the server does not try a mail server that it could not reach: shorter than the real minute, so that mails of the same run
    /// leave again.
    /// </summary>
    public static readonly TimeSpan MailServerRetry = TimeSpan.FromMilliseconds(300);

    private const string CalendarFeature = "zimbraFeatureCalendarEnabled";

    private static readonly DateTimeOffset FirstEvent = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private World(Scenario scenario, FakeZimbra server, ScenarioClock clock)
    {
        Scenario = scenario;
        Server = server;
        Clock = clock;
        Passers = new Passers(server, scenario);
        Turns = scenario.InTurns ? new Turns(new Dice(scenario.Seed, "turns"), clock) : null;
        Stalls = scenario.InTurns ? new StallWatch(server, scenario.Faults) : null;
    }

    public Scenario Scenario { get; }

    public FakeZimbra Server { get; }

    public ScenarioClock Clock { get; }

    /// <summary>Null where requests come as the machine lets them.</summary>
    public Turns? Turns { get; }

    /// <summary>Null where requests come as the machine lets them.</summary>
    public StallWatch? Stalls { get; }

    /// <summary>What other sessions do between the requests of the callers' batches.</summary>
    public Passers Passers { get; }

    public static async Task<World> StartAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var clock = new ScenarioClock(scenario.InTurns);
        FakeZimbra server = await FakeZimbra.StartAsync(
            seed => Seed(seed, scenario),
            new FakeZimbraOptions
            {
                AdminName = Admin,
                AdminPassword = scenario.AdminPassword,
                JournalCapacity = 5_000,
                TimeProvider = clock,
                MailServerRetry = MailServerRetry,
            },
            cancellationToken
        );

        // A grant that somebody made with another program.
        server.Change(directory =>
            directory
                .FindAccount(scenario.Open.Cell.Owner)!
                .Mailbox!.Find(scenario.Open.Cell.Calendar)!
                .Acl!.Grants.Add(new AccessGrant("reader", "key", "r") { Secret = scenario.AccessKey })
        );
        if (scenario.Capped is { } capped)
        {
            server.ChangeGrants(capped.Owner, capped.Path, acl =>
            {
                acl.GuestExpiry = capped.Ceiling;
                acl.Grants.ForEach(grant => grant.Expiry = 0);
            });
        }

        return new World(scenario, server, clock);
    }

    /// <summary>The grants of a scenario's entries, as they are; null where none exists.</summary>
    public Dictionary<Cell, GrantState?> Read(IEnumerable<Cell> cells)
    {
        var states = new Dictionary<Cell, GrantState?>();
        Server.Change(directory =>
        {
            foreach (Cell cell in cells)
            {
                // The end that is in force: its own, or that of the whole list.
                AccessGrant? grant = GrantOf(directory, cell);
                states[cell] = grant is null
                    ? null
                    : new GrantState(grant.Rights, FolderOf(directory, cell)!.Acl!.EffectiveExpiry(grant), grant.Secret)
                    {
                        EndsWithList = grant.Expiry == 0,
                    };
            }
        });
        return states;
    }

    /// <summary>The grantee's id in the list of grants; null where there is no grant, and for everybody, whose id is not
    /// reported.</summary>
    public string? GranteeIdOf(Cell cell)
    {
        string? id = null;
        Server.Change(directory => id = cell.Kind == GranteeKind.Everybody ? null : GrantOf(directory, cell)?.GranteeId);
        return id;
    }

    /// <summary>Grants that belong to none of the entries, each as a text.</summary>
    public IReadOnlyList<string> OtherGrants(IReadOnlySet<Cell> cells)
    {
        List<string> others = [];
        Server.Change(directory =>
        {
            foreach (Account account in directory.Accounts)
            {
                foreach (MailFolder folder in account.Mailbox?.Folders ?? [])
                {
                    others.AddRange(
                        folder
                            .Acl?.Grants.Where(grant =>
                                grant.Type != "key"
                                && !Passers.IsOne(grant.GranteeId)
                                && !cells.Any(cell => cell.Owner == account.Name && SamePath(cell, folder) && IsOf(directory, cell, grant))
                            )
                            .Select(grant => $"{account.Name}{folder.Path}: {grant.Type} {grant.GranteeId} {grant.Rights}")
                            ?? []
                    );
                }
            }
        });
        return others;
    }

    /// <summary>The secret of the access key that somebody else made; null when its grant is gone.</summary>
    public string? AccessKey()
    {
        string? key = null;
        Server.Change(directory =>
            key = FolderOf(directory, Scenario.Open.Cell)?.Acl?.Grants.FirstOrDefault(grant => grant.Type == "key")?.Secret
        );
        return key;
    }

    /// <summary>How many share mails about a calendar went to a grantee.</summary>
    public int MailsTo(Cell cell) => Mails(cell).Count();

    /// <summary>Share mails about none of the entries, each as a text.</summary>
    public IReadOnlyList<string> OtherMails(IReadOnlySet<Cell> cells)
    {
        HashSet<OutgoingMail> known = [.. cells.SelectMany(Mails)];
        return [.. Server.Outbox.Mails.Where(mail => !known.Contains(mail)).Select(mail => $"'{mail.Subject}' from {mail.From}")];
    }

    /// <summary>
    /// Whether a grantee was notified of a share, by a mail about a new one, a guest's with their personal link, and of no end since.
    /// </summary>
    public bool WasTold(Cell cell) =>
        Mails(cell).LastOrDefault(mail => IsInvitation(cell, mail) || TellsOfEnd(mail)) is { } last && !TellsOfEnd(last);

    /// <summary>The newest personal link that was mailed to a guest.</summary>
    public Uri? LinkOf(Cell cell) => Mails(cell).LastOrDefault(mail => mail.PersonalLink is not null)?.PersonalLink;

    /// <summary>The guests' accounts of a mail address in a domain.</summary>
    public IReadOnlyList<GuestState> GuestsOf(string mail, string domain)
    {
        List<GuestState> guests = [];
        Server.Change(directory =>
            guests.AddRange(
                directory
                    .Accounts.Where(account =>
                        account.IsVirtual
                        && account.DomainName == domain
                        && string.Equals(account.GuestMail, mail, StringComparison.OrdinalIgnoreCase)
                    )
                    .Select(account => new GuestState(
                        account.Name,
                        account.Status,
                        account.Password,
                        account.Attributes[CalendarFeature] == "TRUE",
                        Links(directory, account)
                    ))
            )
        );
        return guests;
    }

    /// <summary>
    /// Names of accounts, guests' or not, that stand more than once, and mail addresses that have more than one guest's account in a
    /// domain.
    /// </summary>
    public IReadOnlyList<string> Doubles()
    {
        List<string> doubles = [];
        Server.Change(directory =>
        {
            doubles.AddRange(directory.Accounts.GroupBy(account => account.Name).Where(same => same.Count() > 1).Select(same => same.Key));
            doubles.AddRange(
                directory
                    .Accounts.Where(account => account.IsVirtual)
                    .GroupBy(account => $"{account.GuestMail?.ToLowerInvariant()} in {account.DomainName}")
                    .Where(same => same.Count() > 1)
                    .Select(same => same.Key)
            );
            doubles.AddRange(
                directory.Accounts.SelectMany(account =>
                    Links(directory, account)
                        .GroupBy(link => link)
                        .Where(same => same.Count() > 1)
                        .Select(same => $"mountpoint of {same.Key} in {account.Name}")
                )
            );
        });
        return doubles;
    }

    public async ValueTask DisposeAsync()
    {
        if (Stalls is not null)
        {
            await Stalls.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    private static List<string> Links(ZimbraDirectory directory, Account account) =>
        [
            .. from folder in account.Mailbox?.Folders ?? []
            let link = folder.Link
            where link is not null
            let owner = directory.FindAccountById(link.OwnerId)
            select $"{owner?.Name}{owner?.Mailbox?.FindById(link.RemoteId)?.Path}",
        ];

    private IEnumerable<OutgoingMail> Mails(Cell cell) =>
        Server
            .Outbox.To(cell.Grantee)
            .Where(mail => mail.From == cell.Owner && mail.Subject.Contains($" {cell.Calendar[1..]} ", StringComparison.Ordinal));

    private static bool IsInvitation(Cell cell, OutgoingMail mail) =>
        cell.Kind == GranteeKind.Guest ? mail.PersonalLink is not null : Begins(mail, "Share Created", "Partage créé");

    private static bool TellsOfEnd(OutgoingMail mail) => Begins(mail, "Share Revoked", "Partage retiré", "Share Expired", "Partage expiré");

    private static bool Begins(OutgoingMail mail, params string[] words) =>
        words.Any(word => mail.Subject.StartsWith(word, StringComparison.Ordinal));

    private static MailFolder? FolderOf(ZimbraDirectory directory, Cell cell) =>
        directory.FindAccount(cell.Owner)?.Mailbox?.Find(cell.Calendar) is { NoInherit: true } folder ? folder : null;

    private static AccessGrant? GrantOf(ZimbraDirectory directory, Cell cell) =>
        FolderOf(directory, cell)?.Acl?.Grants.FirstOrDefault(grant => IsOf(directory, cell, grant));

    private static bool SamePath(Cell cell, MailFolder folder) =>
        string.Equals(cell.Calendar, folder.Path, StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(ZimbraDirectory directory, Cell cell, AccessGrant grant) =>
        cell.Kind switch
        {
            GranteeKind.Everybody => grant.Type == "pub",
            GranteeKind.Account => grant.Type == "usr" && directory.FindAccount(cell.Grantee)?.Id == grant.GranteeId,
            _ => grant.Type == "guest" && grant.Matches(cell.Grantee),
        };

    private static void Seed(FakeZimbraSeed seed, Scenario scenario)
    {
        seed.ProvisioningKey($"0:1700000000000:{scenario.ProvisioningKey}");
        foreach (PlannedDomain domain in scenario.Domains)
        {
            seed.Domain(domain.Name, settings => settings.PreauthKey(domain.PreauthKey));
        }

        foreach ((string name, string password) in scenario.Accounts)
        {
            seed.Account(name, password);
        }

        foreach ((string mail, string domain) in scenario.ClosedGuests)
        {
            seed.Guest(mail, domain, password: null, account => account.Status("closed"));
        }

        foreach (PlannedGuest guest in scenario.Guests)
        {
            seed.Guest(guest.Mail, guest.Domain, guest.Password, account =>
            {
                account.Status(guest.IsClosed ? "closed" : "active").Attribute(CalendarFeature, guest.ShowsCalendars ? "TRUE" : "FALSE");
                foreach (Cell cell in guest.Mounted)
                {
                    account.Mountpoint($"/{cell.Owner.Split('@')[0]}s {cell.Calendar[1..]}", cell.Owner, cell.Calendar);
                }
            });
        }

        foreach (PlannedOwner owner in scenario.Owners)
        {
            seed.Account(owner.Name, owner.Password, account =>
            {
                account
                    .DisplayName($"Owner {owner.Name.Split('@')[0]}")
                    .Attribute("zimbraPrefLocale", owner.Locale)
                    .Attribute("zimbraPrefSaveToSent", owner.SavesSent ? "TRUE" : "FALSE");
                IEnumerable<string> calendars = scenario
                    .Standing.Keys.Where(cell => cell.Owner == owner.Name)
                    .Select(cell => cell.Calendar)
                    .Concat(owner.Calendars)
                    .Distinct();
                foreach (string calendar in calendars)
                {
                    account.Calendar(calendar, folder => Fill(folder, scenario, owner, calendar));
                }
            });
        }
    }

    private static void Fill(CalendarSeed folder, Scenario scenario, PlannedOwner owner, string calendar)
    {
        if (calendar == scenario.Open.Cell.Calendar)
        {
            for (int number = 0; number < scenario.Open.Events; number++)
            {
                DateTimeOffset start = FirstEvent.AddDays(number);
                folder.Event(string.Create(CultureInfo.InvariantCulture, $"Event {number}"), start, start.AddHours(2));
            }
        }

        foreach (
            (Cell cell, GrantState grant) in scenario.Standing.Where(standing =>
                standing.Key.Owner == owner.Name && standing.Key.Calendar == calendar
            )
        )
        {
            _ = cell.Kind switch
            {
                GranteeKind.Guest => folder.ShareWithGuest(
                    cell.Grantee,
                    grant.Rights,
                    new()
                    {
                        Password = grant.Secret,
                        Expiry = grant.Expiry == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(grant.Expiry),
                    }
                ),
                GranteeKind.Account => folder.ShareWithUser(cell.Grantee, grant.Rights),
                _ => folder.SharePublicly(grant.Rights),
            };
        }
    }
}

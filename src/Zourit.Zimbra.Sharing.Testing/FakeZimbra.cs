using Zourit.Zimbra.Sharing.Testing.Hosting;
using Zourit.Zimbra.Sharing.Testing.Journals;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.SeedFiles;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing;

/// <summary>
/// A fake Zimbra server on loopback: stateful, with the real server's quirks. User and admin service listen on ports of their own. Start as
/// many as you like side by side; each is a world of its own.
/// </summary>
/// <example><code>
/// await using var zimbra = await FakeZimbra.StartAsync(seed => seed
///     .Account("owner@monasso.org", "pa55word", account => account.Calendar("/my-events")));
/// </code></example>
public sealed partial class FakeZimbra : IAsyncDisposable
{
    private readonly FakeServer _server;
    private readonly FakePort _user;
    private readonly FakePort _admin;

    private FakeZimbra(FakeServer server, FakeZimbraOptions options, string adminName, string adminPassword)
    {
        _server = server;
        _user = new FakePort(server, options.Port, isAdmin: false);
        try
        {
            _admin = new FakePort(server, options.AdminPort, isAdmin: true);
        }
        catch (IOException)
        {
            _user.Dispose();
            throw;
        }

        server.State.Directory.UserUri = _user.Address;
        server.State.Directory.AdminUri = _admin.Address;
        AdminName = adminName;
        AdminPassword = adminPassword;
    }

    /// <summary>The address of the user service, REST and sign-up included, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri ServerUri => _user.Address;

    /// <summary>The address of the admin service.</summary>
    public Uri AdminUri => _admin.Address;

    /// <summary>
    /// An address that answers all mails sent so far as a JSON array, oldest first, each <c>to</c> and <c>raw</c>: for tests in other
    /// languages.
    /// </summary>
    public Uri OutboxUri => new(_user.Address, OutboxPage.Path);

    /// <summary>A global administrator.</summary>
    public string AdminName { get; }

    /// <summary>The administrator's password.</summary>
    public string AdminPassword { get; }

    /// <summary>Accounts, domains, groups, configuration. Read it between requests; use <see cref="Change"/> to change it.</summary>
    public ZimbraDirectory Directory => _server.State.Directory;

    /// <summary>All mails that left the server.</summary>
    public Outbox Outbox => _server.State.Outbox;

    /// <summary>
    /// Faults on demand: <c>zimbra.Misbehave.On("FolderActionRequest").Call(2).ResetAfterEffect()</c>. Nothing misbehaves until asked.
    /// </summary>
    public MisbehaviourRules Misbehave => _server.State.Misbehave;

    /// <summary>The last requests and their answers, without their secrets.</summary>
    public Journal Journal => _server.Journal;

    /// <summary>Starts a server.</summary>
    /// <param name="seed">What it holds.</param>
    /// <param name="options">Ports, clock, administrator.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">A port of the options is taken.</exception>
    public static Task<FakeZimbra> StartAsync(
        Action<FakeZimbraSeed> seed,
        FakeZimbraOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(seed);
        return StartCoreAsync(seed, options, cancellationToken);
    }

    /// <summary>
    /// Starts a server that holds the domains and accounts of Zimbra's recorded answers (<c>alice@example.test</c> …).
    /// </summary>
    /// <param name="options">Ports, clock, administrator.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">A port of the options is taken.</exception>
    public static Task<FakeZimbra> StartRecordedAsync(FakeZimbraOptions? options = null, CancellationToken cancellationToken = default) =>
        StartCoreAsync(seed: null, options, cancellationToken);

    private static Task<FakeZimbra> StartCoreAsync(
        Action<FakeZimbraSeed>? seed,
        FakeZimbraOptions? options,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        FakeZimbraOptions settings = options ?? new FakeZimbraOptions();
        Argument.AtLeast(settings.PublicationLag, TimeSpan.Zero);
        var server = new FakeServer(settings.TimeProvider, settings.JournalCapacity, settings.MailServerRetry);
        server.State.Published.Lag = settings.PublicationLag;
        var data = new FakeZimbraSeed(server.State.Directory);
        (seed ?? DefaultSeed.Apply)(data);
        if (seed is null)
            server.State.Outbox.Delivers = DefaultSeed.Delivers;
        data.Account(settings.AdminName, settings.AdminPassword, account => account.DisplayName("Admin").Admin());
        data.Finish(server.State);

        // Kestrel binds synchronously inside WireMock's start.
        return Task.Run(
            () =>
            {
                var zimbra = new FakeZimbra(server, settings, settings.AdminName, settings.AdminPassword);
                if (seed is null)
                {
                    zimbra.Change(directory => DefaultSeed.Publish(directory, zimbra.ServerUri));
                }

                return zimbra;
            },
            cancellationToken
        );
    }

    /// <summary>Starts a server that holds what a seed file says.</summary>
    /// <param name="seed">The seed; its first administrator is the one of <see cref="AdminName"/>, else that of the options is
    /// made.</param>
    /// <param name="options">Ports and journal. The seed's clock and lag of publication, when it names them, win over those of the
    /// options.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">A port of the options is taken.</exception>
    /// <exception cref="FormatException">A name in the seed refers to something that it does not make, is no address, or is there
    /// twice; or a value is one that the server cannot have.</exception>
    public static Task<FakeZimbra> StartFromFileAsync(
        SeedFile seed,
        FakeZimbraOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(seed);
        cancellationToken.ThrowIfCancellationRequested();
        FakeZimbraOptions settings = options ?? new FakeZimbraOptions();
        Argument.AtLeast(settings.PublicationLag, TimeSpan.Zero);
        if ((SeedChecks.Clock(seed.Clock) ?? SeedChecks.PublicationLag(seed.PublicationLag)) is { } fault)
            throw new FormatException(fault);

        TimeProvider clock = seed.Clock is { } start ? new ShiftedClock(start, settings.TimeProvider) : settings.TimeProvider;
        SeededAccount? admin = seed.Accounts.FirstOrDefault(account => account.Admin && account.Password is not null);
        var server = new FakeServer(clock, settings.JournalCapacity, settings.MailServerRetry);
        new SeedFileApplier(server.State).Apply(seed);
        server.State.Published.Lag = seed.PublicationLag ?? settings.PublicationLag;
        if (admin is null)
        {
            if (server.State.Directory.HasAddress(settings.AdminName))
                throw new FormatException(
                    $"{settings.AdminName} is the administrator that a server gets whose seed has none, and the seed gives it to somebody "
                        + "else. Give that account \"admin\": true and a password, or another address."
                );
            new FakeZimbraSeed(server.State.Directory).Account(settings.AdminName, settings.AdminPassword, account =>
                account.DisplayName("Admin").Admin()
            );
        }

        return Task.Run(
            () => new FakeZimbra(server, settings, admin?.Name ?? settings.AdminName, admin?.Password ?? settings.AdminPassword),
            cancellationToken
        );
    }

    /// <summary>The grants of a folder in the order in which they were made; empty for a folder that inherits.</summary>
    /// <param name="owner">The owner's address.</param>
    /// <param name="path">The folder's path, e.g. <c>/my-events</c>.</param>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public IReadOnlyList<AccessGrant> GrantsOf(string owner, string path) =>
        _server.State.Locked(() =>
            FindFolder(owner, path) is { NoInherit: true } folder ? folder.EffectiveAcl.Grants.Select(grant => grant.Copy()).ToList() : []
        );

    /// <summary>A folder, or null when the path does not exist.</summary>
    /// <param name="owner">The owner's address.</param>
    /// <param name="path">The folder's path, letter case ignored.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public MailFolder? FolderOf(string owner, string path) => _server.State.Locked(() => AccountNamed(owner).Mailbox?.Find(path));

    /// <summary>The guest's account in a domain, or null when they have none.</summary>
    /// <param name="mail">The guest's own mail address.</param>
    /// <param name="ownerDomain">The domain whose owners share with the guest.</param>
    public Account? GuestOf(string mail, string ownerDomain) =>
        _server.State.Locked(() => _server.State.Directory.FindAccount(GuestAccounts.IdentifierOf(mail, ownerDomain)));

    /// <summary>The mails in an account's folder, oldest first: 2 is the Inbox, 5 the Sent folder.</summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public IReadOnlyList<SentMessage> MessagesOf(string account, int folderId) =>
        _server.State.Locked(() => AccountNamed(account).Mailbox?.Messages.Where(message => message.FolderId == folderId).ToList() ?? []);

    /// <summary>Changes the server's state between requests.</summary>
    /// <param name="change">What to do; no request runs meanwhile.</param>
    public void Change(Action<ZimbraDirectory> change)
    {
        Argument.NotNull(change);
        _server.State.Locked(() =>
        {
            change(_server.State.Directory);
            return true;
        });
    }

    /// <summary>
    /// Changes a folder's grants as another session of its owner would, without a request: the folder counts as changed (a stale change
    /// token conflicts), and its shares are published.
    /// </summary>
    /// <param name="owner">The owner's address.</param>
    /// <param name="path">The folder's path, e.g. <c>/my-events</c>.</param>
    /// <param name="change">What to do with the folder's own list; a folder that inherits gets one first.</param>
    /// <exception cref="ArgumentException">There is no such account or folder.</exception>
    public void ChangeGrants(string owner, string path, Action<AccessList> change)
    {
        Argument.NotNull(change);
        _server.State.Locked(() =>
        {
            MailFolder folder = FindFolder(owner, path);
            folder.SetFlag('i', true);
            change(folder.Acl ??= new AccessList());
            AccountNamed(owner).Mailbox!.Touch(folder);
            _server.State.Published.Changed(AccountNamed(owner), folder);
            return true;
        });
    }

    /// <summary>
    /// Gives a delegated administrator a right without a request. Searches by that administrator may not see it for 50 seconds of the
    /// server's clock, as after a <c>GrantRightRequest</c>.
    /// </summary>
    /// <param name="administrator">The administrator's address.</param>
    /// <param name="right">The right, such as <c>listAccount</c> or <c>get.account.zimbraSharedItem</c>.</param>
    /// <param name="options">The entry on which they have it; null for the administrator's own domain.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    /// <exception cref="FormatException">There is no such right or entry, or the right cannot be granted there.</exception>
    public void GrantRight(string administrator, string right, RightOptions? options = null) =>
        Change(directory =>
        {
            Account account = AccountNamed(administrator);
            new RightSeeding(directory).Grant(
                "usr",
                account.Id,
                account.Name,
                new SeededRight
                {
                    Right = right,
                    On = options?.On ?? RightOptions.Domain,
                    Target = options?.Target,
                }
            );
        });

    /// <summary>Takes a right from a delegated administrator without a request; nothing happens where it was not granted there.</summary>
    /// <inheritdoc cref="GrantRight" path="/param"/>
    /// <inheritdoc cref="GrantRight" path="/exception"/>
    public void RevokeRight(string administrator, string right, RightOptions? options = null) =>
        Change(directory =>
        {
            Account account = AccountNamed(administrator);
            new RightSeeding(directory).Revoke(
                account.Id,
                account.Name,
                new SeededRight
                {
                    Right = right,
                    On = options?.On ?? RightOptions.Domain,
                    Target = options?.Target,
                }
            );
        });

    private Account AccountNamed(string name) =>
        _server.State.Directory.FindAccount(name)
        ?? throw Argument.Invalid(new LocalizedText($"The server has no account {name}."), nameof(name));

    private MailFolder FindFolder(string owner, string path) =>
        AccountNamed(owner).Mailbox?.Find(path)
        ?? throw Argument.Invalid(new LocalizedText($"{owner} has no folder {path}."), nameof(path));

    /// <summary>
    /// Runs the daily task that closes and deletes guests' accounts that nothing is shared with (protocol: ExternalAccountManagerTask).
    /// </summary>
    public void RunDailyTask() => Change(GuestAccounts.RunDailyTask);

    /// <summary>
    /// Removes every grant that is past its end, with a mail to the grantee (Zimbra's ExpireGrantsTask). It runs by itself one minute after
    /// the earliest end on the server's clock; call this to have it now.
    /// </summary>
    public void RunExpiryTask() =>
        _server.State.Locked(() =>
        {
            _server.State.Expired.Run();
            return true;
        });

    /// <summary>Stops both services.</summary>
    public ValueTask DisposeAsync()
    {
        _user.Dispose();
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }
}

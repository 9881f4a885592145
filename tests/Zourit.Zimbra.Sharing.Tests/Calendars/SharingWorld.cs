using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>A server with an association's account and its calendars, and a client of that account that has logged in already.</summary>
internal sealed class SharingWorld : IAsyncDisposable
{
    public const string Owner = "moncompte@monasso.org";
    public const string Guest = "adresse@orange.fr";
    public const string Events = "/my-events";
    private const string Password = "pa55-wörd";

    private int _colour = 1;

    private SharingWorld(FakeZimbra server, ZimbraClient client)
    {
        Server = server;
        Client = client;
    }

    public FakeZimbra Server { get; }

    public ZimbraClient Client { get; }

    /// <summary>Round trips since the login.</summary>
    public int RoundTrips => Server.Journal.Entries.Count;

    public static Task<SharingWorld> StartAsync(
        Action<FakeZimbraSeed>? more = null,
        Action<ZimbraClientOptions>? options = null,
        TimeProvider? serverClock = null
    ) => StartAsync(server => Connect(server, options), more, serverClock);

    /// <summary>The same with an administrator who acts for the owner.</summary>
    public static Task<SharingWorld> StartAsAdminAsync(Action<FakeZimbraSeed>? more = null, Action<ZimbraClientOptions>? options = null) =>
        StartAsync(
            server => new ZimbraClient(
                server.ServerUri,
                ZimbraCredentials.Admin(server.AdminName, new Secret(server.AdminPassword)),
                Options(server, options)
            ),
            more,
            null
        );

    /// <summary>The same with somebody who interferes.</summary>
    public static Task<SharingWorld> StartAmidAsync(
        Interference others,
        Action<ZimbraClientOptions>? options = null,
        TimeProvider? serverClock = null
    ) =>
        StartAsync(
            server => new ZimbraClient(
                new Connection(server.ServerUri, Options(server, options).ToSettings(), others),
                ZimbraCredentials.Password(Owner, new Secret(Password))
            ),
            null,
            serverClock
        );

    public static ZimbraClient Connect(FakeZimbra server, Action<ZimbraClientOptions>? options = null, string account = Owner) =>
        new(server.ServerUri, ZimbraCredentials.Password(account, new Secret(Password)), Options(server, options));

    public MailFolder Folder(string path, string account = Owner) => Server.Directory.FindAccount(account)!.Mailbox!.Find(path)!;

    public IReadOnlyList<AccessGrant> Grants(string path = Events) => Folder(path).Acl?.Grants ?? [];

    /// <summary>Changes a folder's ACL behind the client's back, as another program would.</summary>
    public void Seed(string path, params AccessGrant[] grants) =>
        Server.Change(_ =>
        {
            MailFolder folder = Folder(path);
            folder.SetFlag('i', true);
            folder.Acl!.Grants.AddRange(grants);
        });

    /// <summary>
    /// What another program does with a folder: changes its ACL, which the server counts as a change of the folder (here by a new colour).
    /// </summary>
    public async Task ChangeAsync(string path, Action<List<AccessGrant>> change)
    {
        await using ZimbraClient another = Connect(Server);
        Server.Change(_ =>
        {
            MailFolder folder = Folder(path);
            folder.SetFlag('i', true);
            change(folder.Acl!.Grants);
        });
        await another.SendAsync(
            FolderActionRequest.SetColor(Folder(path).Id.ToString(CultureInfo.InvariantCulture), _colour++ % 9),
            TestContext.Current.CancellationToken
        );
    }

    public string UserId(string name) => Server.Directory.FindAccount(name)!.Id;

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        SentRequests.AssertPassSchemas(Server);
        await Server.DisposeAsync();
    }

    private static async Task<SharingWorld> StartAsync(
        Func<FakeZimbra, ZimbraClient> connect,
        Action<FakeZimbraSeed>? more,
        TimeProvider? serverClock
    )
    {
        FakeZimbra server = await FakeZimbra.StartAsync(
            seed =>
            {
                seed.Account(Owner, Password, account =>
                    account.DisplayName("Mon asso").Calendar(Events).Calendar("/Événements de l'asso/Sorties d'été")
                );
                seed.Account("paul@monasso.org", Password, account => account.Alias("president@monasso.org").DisplayName("Paul"));
                seed.Group("bureau@monasso.org", "paul@monasso.org");
                more?.Invoke(seed);
            },
            new FakeZimbraOptions { TimeProvider = serverClock ?? TimeProvider.System },
            TestContext.Current.CancellationToken
        );
        ZimbraClient client = connect(server);
        await client.SendAsync(new NoOpRequest(), TestContext.Current.CancellationToken);
        server.Journal.Clear();
        return new SharingWorld(server, client);
    }

    private static ZimbraClientOptions Options(FakeZimbra server, Action<ZimbraClientOptions>? configure)
    {
        var options = new ZimbraClientOptions { AdminUri = server.AdminUri, RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return options;
    }
}

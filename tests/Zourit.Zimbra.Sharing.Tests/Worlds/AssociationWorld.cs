using System.Text;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Worlds;

/// <summary>
/// The server of an <see cref="Association"/>, a client that has logged in already, and other clients as a test asks for them. What was
/// sent is held against the schemas at the end.
/// </summary>
internal sealed class AssociationWorld(FakeZimbra server) : IAsyncDisposable
{
    private readonly List<ZimbraClient> _clients = [];

    public FakeZimbra Server { get; } = server;

    /// <summary>The owner's client, or the administrator's.</summary>
    public ZimbraClient Client { get; private set; } = null!;

    /// <summary>Round trips since the login.</summary>
    public int RoundTrips => Server.Journal.Entries.Count;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<AssociationWorld> StartAsync(Action<FakeZimbraSeed>? more = null) => new Association().With(more).StartAsync();

    public async Task LogInAsync(ZimbraClient client)
    {
        await client.SendAsync(new NoOpRequest(), Token);
        Server.Journal.Clear();
        Client = client;
    }

    public ZimbraClient Anonymous(Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null) =>
        Connect(ZimbraCredentials.Anonymous, configure, way);

    public ZimbraClient AsOwner(Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null) =>
        As(Association.Owner, configure, way);

    /// <summary>A client of an account that has the owner's password.</summary>
    public ZimbraClient As(string account, Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null) =>
        Connect(ZimbraCredentials.Password(account, new Secret(Association.OwnerPassword)), configure, way);

    public ZimbraClient AsAdmin(Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null) =>
        Connect(ZimbraCredentials.Admin(Server.AdminName, new Secret(Server.AdminPassword)), configure, way);

    /// <param name="credentials">Who asks.</param>
    /// <param name="configure">Settings other than those without pauses.</param>
    /// <param name="way">What is between client and server; null for nothing.</param>
    public ZimbraClient Connect(
        ZimbraCredentials credentials,
        Action<ZimbraClientOptions>? configure = null,
        HttpMessageHandler? way = null
    )
    {
        var options = new ZimbraClientOptions
        {
            AdminUri = Server.AdminUri,
            RetryDelay = TimeSpan.Zero,
            MaxRetryDelay = TimeSpan.Zero,
            RefusedLoginPause = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        ZimbraClient client = way is null
            ? new(Server.ServerUri, credentials, options)
            : new(new Connection(Server.ServerUri, options.ToSettings(), way), credentials);
        _clients.Add(client);
        return client;
    }

    public string UserId(string name) => Server.Directory.FindAccount(name)!.Id;

    public MailFolder Folder(string path, string account = Association.Owner) => Server.FolderOf(account, path)!;

    public IReadOnlyList<AccessGrant> Grants(string path = Association.Events) => Folder(path).Acl?.Grants ?? [];

    /// <summary>Changes a folder's ACL behind the clients' backs, as another program would.</summary>
    public void Seed(string path, params AccessGrant[] grants) =>
        Server.Change(_ =>
        {
            MailFolder folder = Folder(path);
            folder.SetFlag('i', true);
            folder.Acl!.Grants.AddRange(grants);
        });

    /// <summary>Changes a folder's ACL, which the server counts as a change of the folder, as another program would.</summary>
    public void ChangeGrants(string path, Action<List<AccessGrant>> change) =>
        Server.ChangeGrants(Association.Owner, path, acl => change(acl.Grants));

    /// <summary>Grants a calendar to a guest, and has the server mail about it unless asked otherwise.</summary>
    public async Task<string> ShareAsync(
        string calendar = Association.Events,
        string guest = Association.Guest,
        bool notify = true,
        string owner = Association.Owner
    )
    {
        RequestDispatcher dispatcher = AsAdmin().Mailbox(owner).Dispatcher;
        string folder = (await dispatcher.SendAsync(GetFolderRequest.AtPath(calendar), Token)).Folder.Id;
        var requests = new List<ZimbraRequest> { FolderActionRequest.Grant(folder, FolderGrant.Guest(guest, "r")) };
        if (notify)
        {
            requests.Add(SendShareNotificationRequest.Created(folder, guest, notes: null));
        }

        BatchResponse answers = await dispatcher.SendAsync(new BatchRequest(requests), Token);
        Assert.Null(answers.FirstFault);
        return folder;
    }

    /// <summary>The personal link that was mailed to a guest last.</summary>
    public Uri LinkTo(string guest = Association.Guest) => Server.Outbox.To(guest)[^1].PersonalLink!;

    /// <summary>The status of a feed read with HTTP Basic.</summary>
    public async Task<int> ReadFeedAsync(string user, string password, string calendar = Association.Events)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.ServerUri, $"/home/{Association.Owner}{calendar}.ics"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        using HttpResponseMessage response = await http.SendAsync(request, Token);
        return (int)response.StatusCode;
    }

    /// <summary>Fails where anything was sent that could change something, or mail somebody.</summary>
    public void AssertOnlyReads() =>
        Assert.All(Server.Journal.Entries.SelectMany(entry => entry.Operations), operation =>
            Assert.Matches("^(Get|Search|Batch|Auth|DelegateAuth)[A-Za-z]*$", operation)
        );

    public async ValueTask DisposeAsync()
    {
        foreach (ZimbraClient client in _clients)
        {
            await client.DisposeAsync();
        }

        SentRequests.AssertPassSchemas(Server);
        await Server.DisposeAsync();
    }
}

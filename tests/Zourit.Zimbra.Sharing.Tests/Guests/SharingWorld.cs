using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>An association's server with one owner, one calendar and an administrator, and the clients of those who use it.</summary>
internal sealed class SharingWorld : IAsyncDisposable
{
    public const string Owner = "moncompte@monasso.org";
    public const string Calendar = "/my-events";
    public const string Guest = "adresse@orange.fr";
    public const string Identifier = "adresse.orange.fr@monasso.org";
    public const string Password = "s3cret-Pässword";

    private readonly List<ZimbraClient> _clients = [];

    private SharingWorld(FakeZimbra zimbra) => Zimbra = zimbra;

    public FakeZimbra Zimbra { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SharingWorld> StartAsync(Action<FakeZimbraSeed>? seed = null, FakeZimbraOptions? options = null) =>
        new(
            await FakeZimbra.StartAsync(
                all =>
                {
                    all.Account(Owner, "pa55word", account =>
                        account.DisplayName("Mon Asso").Calendar(Calendar).Calendar("/Autres/Sorties")
                    );
                    seed?.Invoke(all);
                },
                options,
                Token
            )
        );

    public ZimbraClient Anonymous(Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null) =>
        Client(ZimbraCredentials.Anonymous, configure, way);

    public ZimbraClient AsOwner(Action<ZimbraClientOptions>? configure = null) =>
        Client(ZimbraCredentials.Password(Owner, new Secret("pa55word")), configure);

    public ZimbraClient AsAdmin(Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null) =>
        Client(ZimbraCredentials.Admin(Zimbra.AdminName, new Secret(Zimbra.AdminPassword)), configure, way);

    /// <param name="credentials">Who asks.</param>
    /// <param name="configure">Settings other than those without pauses.</param>
    /// <param name="way">What is between client and server; null for nothing.</param>
    public ZimbraClient Client(ZimbraCredentials credentials, Action<ZimbraClientOptions>? configure = null, HttpMessageHandler? way = null)
    {
        var options = new ZimbraClientOptions
        {
            AdminUri = Zimbra.AdminUri,
            RetryDelay = TimeSpan.Zero,
            MaxRetryDelay = TimeSpan.Zero,
            RefusedLoginPause = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        ZimbraClient client = way is null
            ? new(Zimbra.ServerUri, credentials, options)
            : new(new Connection(Zimbra.ServerUri, options.ToSettings(), way), credentials);
        _clients.Add(client);
        return client;
    }

    /// <summary>Grants a calendar to a guest, and has the server mail about it unless asked otherwise.</summary>
    public async Task<string> ShareAsync(string calendar = Calendar, string guest = Guest, bool notify = true, string? owner = null)
    {
        RequestDispatcher dispatcher = owner is null ? AsOwner().Dispatcher : AsAdmin().Mailbox(owner).Dispatcher;
        string folder = (await dispatcher.SendAsync(GetFolderRequest.AtPath(calendar), Token)).Folder.Id;
        var requests = new List<ZimbraRequest>
        {
            FolderActionRequest.Grant(
                folder,
                new FolderGrant
                {
                    Type = GranteeType.Guest,
                    Rights = "r",
                    GranteeName = guest,
                }
            ),
        };
        if (notify)
        {
            requests.Add(SendShareNotificationRequest.Created(folder, guest, notes: null));
        }

        BatchResponse answers = await dispatcher.SendAsync(new BatchRequest(requests), Token);
        Assert.Null(answers.FirstFault);
        return folder;
    }

    /// <summary>The status of a feed read with HTTP Basic.</summary>
    public async Task<int> ReadFeedAsync(string user, string password, string calendar = Calendar)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Zimbra.ServerUri, $"/home/{Owner}{calendar}.ics"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}")));
        using HttpResponseMessage response = await http.SendAsync(request, Token);
        return (int)response.StatusCode;
    }

    public Uri LinkTo(string guest = Guest) => Zimbra.Outbox.To(guest)[^1].PersonalLink!;

    public async ValueTask DisposeAsync()
    {
        foreach (ZimbraClient client in _clients)
        {
            await client.DisposeAsync();
        }

        SentRequests.AssertPassSchemas(Zimbra);
        await Zimbra.DisposeAsync();
    }
}

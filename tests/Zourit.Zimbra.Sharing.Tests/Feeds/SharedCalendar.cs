using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Tests.Schemas;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>
/// A fake server with one owner and one calendar, a guest with an external virtual account, and a client that never logs in.
/// </summary>
internal sealed class SharedCalendar : IAsyncDisposable
{
    public const string Owner = "owner@monasso.org";
    public const string OwnerPassword = "0wner-pass";
    public const string Mail = "adresse@orange.fr";
    public const string Identifier = "adresse.orange.fr@monasso.org";
    public const string GuestPassword = "gu3st-Pässword";

    private SharedCalendar(FakeZimbra server, string path, Action<ZimbraClientOptions>? configure)
    {
        Server = server;
        Path = FolderPath.Parse(path);
        var options = new ZimbraClientOptions
        {
            MaxRetries = 0,
            AttemptTimeout = TimeSpan.FromSeconds(20),
            AdminUri = server.AdminUri,
        };
        configure?.Invoke(options);
        Client = new ZimbraClient(server.ServerUri, ZimbraCredentials.Anonymous, options);
        AsOwner = new ZimbraClient(server.ServerUri, ZimbraCredentials.Password(Owner, new Secret(OwnerPassword)), options);
        AsAdmin = new ZimbraClient(server.ServerUri, ZimbraCredentials.Admin(server.AdminName, new Secret(server.AdminPassword)), options);
    }

    public FakeZimbra Server { get; }

    public FolderPath Path { get; }

    public ZimbraClient Client { get; }

    public ZimbraClient AsOwner { get; }

    public ZimbraClient AsAdmin { get; }

    public Account GuestAccount => Server.Directory.FindAccount(Identifier)!;

    public IcsAddress Address => IcsAddress.FromRestRoot($"{Server.ServerUri.GetLeftPart(UriPartial.Authority)}/home/{Owner}", Path);

    public static FeedCredentials Guest => new(Identifier, new Secret(GuestPassword));

    public static async Task<SharedCalendar> StartAsync(
        Action<CalendarSeed>? events = null,
        string path = "/my-events",
        Action<ZimbraClientOptions>? configure = null,
        FakeZimbraOptions? server = null
    ) =>
        new(
            await FakeZimbra.StartAsync(
                seed =>
                    seed.Account(Owner, OwnerPassword, account => account.Calendar(path, events))
                        .Account(Identifier, GuestPassword, account =>
                            account.Attribute("zimbraIsExternalVirtualAccount", "TRUE").Attribute("zimbraExternalUserMailAddress", Mail)
                        ),
                server,
                TestContext.Current.CancellationToken
            ),
            path,
            configure
        );

    public SharedCalendar Public() => Grant(new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"));

    public SharedCalendar WithGuest(string rights = "r", string? secret = null) =>
        Grant(new AccessGrant(Mail, "guest", rights) { Secret = secret });

    public SharedCalendar Grant(AccessGrant grant)
    {
        Server.Change(directory =>
        {
            MailFolder folder = directory.FindAccount(Owner)!.Mailbox!.Find(Path.Value)!;
            folder.SetFlag('i', true);
            folder.EffectiveAcl.Grants.Add(grant);
        });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await AsOwner.DisposeAsync();
        await AsAdmin.DisposeAsync();
        SentRequests.AssertPassSchemas(Server);
        await Server.DisposeAsync();
    }
}

using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>A fake server with a few owners, and an administrator's client.</summary>
internal sealed class PlanWorld : IAsyncDisposable
{
    public const string Bureau = "bureau@monasso.org";
    public const string Tresor = "tresor@monasso.org";
    public const string Password = "Secret-1owner";

    private readonly Files _files = new();

    private PlanWorld(FakeZimbra server)
    {
        Server = server;
        Admin = Connect(ZimbraCredentials.Admin(server.AdminName, new Secret(server.AdminPassword)));
    }

    public FakeZimbra Server { get; }

    public ZimbraClient Admin { get; }

    public string Folder => _files.Folder;

    public static async Task<PlanWorld> StartAsync(Action<FakeZimbraSeed>? more = null, FakeZimbraOptions? options = null) =>
        new(
            await FakeZimbra.StartAsync(
                seed =>
                {
                    seed.Account(Bureau, Password, account =>
                        account.Alias("contact@monasso.org").Calendar("/my-events").Calendar("/public")
                    );
                    seed.Account(Tresor, Password, account => account.Calendar("/my-events"));
                    more?.Invoke(seed);
                },
                options,
                Files.Token
            )
        );

    public ZimbraClient Connect(ZimbraCredentials credentials) =>
        new(Server.ServerUri, credentials, new ZimbraClientOptions { AdminUri = Server.AdminUri, RetryDelay = TimeSpan.Zero });

    public async Task<Manifest> ManifestAsync(string shares, string settings = "") =>
        (
            await _files.ReadAsync(
                $"version: 1\ntimezone: Europe/Paris\n{settings}\nshares:\n"
                    + string.Concat(
                        shares
                            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .Select(line => $"  - {{ {line} }}\n")
                    )
            )
        ).ValueOrThrow();

    public async Task<SharingPlan> PlanAsync(Manifest manifest, PlanOptions? options = null, ZimbraClient? client = null) =>
        await new SharingPlanner(new ZimbraPlanSource(client ?? Admin)).PlanAsync(manifest, options, Files.Token);

    public async Task<ChangeOutcome[]> ApplyAsync(SharingPlan plan, ApplyOptions? options = null, ZimbraClient? client = null) =>
        await new PlanApplier(client ?? Admin).ApplyAsync(plan, options, Files.Token).ToArrayAsync(Files.Token);

    /// <summary>The grants in a line each.</summary>
    public string[] Grants(string owner = Bureau, string calendar = "/my-events") =>
        [.. Server.GrantsOf(owner, calendar).Select(grant => $"{grant.Type} {grant.GranteeId} {grant.Rights}")];

    public async ValueTask DisposeAsync()
    {
        await Admin.DisposeAsync();
        await Server.DisposeAsync();
        _files.Dispose();
    }
}

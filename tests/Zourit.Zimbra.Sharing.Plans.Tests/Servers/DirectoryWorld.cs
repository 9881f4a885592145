using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Seeding;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>A domain of owners who share what a manifest wants, and a clock for both sides.</summary>
internal sealed class DirectoryWorld : IAsyncDisposable
{
    public const string Pipe = "pipe@monasso.org";

    private readonly int _guests;

    private DirectoryWorld(PlanWorld world, FakeTimeProvider clock, int owners, int guests)
    {
        World = world;
        Clock = clock;
        Names = [.. Enumerable.Range(0, owners).Select(Name)];
        _guests = guests;
    }

    public PlanWorld World { get; }

    public FakeTimeProvider Clock { get; }

    public IReadOnlyList<string> Names { get; }

    public FakeZimbra Server => World.Server;

    public static string Name(int i) => $"o{i:D4}@monasso.org";

    public static async Task<DirectoryWorld> StartAsync(int owners = 12, int guests = 2, Action<FakeZimbraSeed>? more = null)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2027-03-01T10:00:00Z", null));
        PlanWorld world = await PlanWorld.StartAsync(
            seed =>
            {
                for (int i = 0; i < owners; i++)
                {
                    seed.Account(Name(i), PlanWorld.Password, account => account.Calendar("/e", calendar =>
                        {
                            for (int guest = 0; guest < guests; guest++)
                            {
                                calendar.ShareWithGuest($"g{guest}@example.com", "r");
                            }
                        }));
                }

                more?.Invoke(seed);
            },
            new() { TimeProvider = clock, JournalCapacity = 100_000 }
        );
        world.Server.Journal.Clear();
        return new(world, clock, owners, guests);
    }

    /// <summary>A manifest of what all share, and further lines.</summary>
    public Task<Manifest> ManifestAsync(string more = "", string settings = "") =>
        World.ManifestAsync(
            $"owners: [{string.Join(", ", Names)}], calendar: /e, guests: [{string.Join(", ", Guests())}]\n{more}",
            settings
        );

    /// <summary>Makes a plan by a client of its own, and moves the clock while it waits.</summary>
    public async Task<SharingPlan> PlanAsync(Manifest manifest, PlanOptions? options = null, string? administrator = null)
    {
        await using ZimbraClient client = Connect(administrator);
        return await PlanAsync(client, manifest, options);
    }

    /// <summary>Makes a plan by a client, and moves the clock while it waits.</summary>
    public async Task<SharingPlan> PlanAsync(ZimbraClient client, Manifest manifest, PlanOptions? options = null) =>
        await MovedAsync(World.PlanAsync(manifest, (options ?? new()) with { TimeProvider = Clock }, client));

    /// <summary>A client of the administrator, or of a delegated one.</summary>
    public ZimbraClient Connect(string? administrator = null) =>
        World.Connect(
            administrator is null
                ? ZimbraCredentials.Admin(Server.AdminName, new Secret(Server.AdminPassword))
                : ZimbraCredentials.Admin(administrator, new Secret(PlanWorld.Password))
        );

    /// <summary>Moves the clock while something waits.</summary>
    public async Task<T> MovedAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Files.Token));
            Clock.Advance(work.IsCompleted ? TimeSpan.Zero : TimeSpan.FromMilliseconds(100));
        }

        return await work;
    }

    /// <summary>How often an operation was asked for, within batches too.</summary>
    public int Count(string operation) => Server.Journal.Entries.Sum(entry => entry.Operations.Count(each => each == operation));

    /// <summary>How many mailboxes were read.</summary>
    public int MailboxesRead => Count("DelegateAuthRequest");

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private IEnumerable<string> Guests() => Enumerable.Range(0, _guests).Select(guest => $"g{guest}@example.com");
}

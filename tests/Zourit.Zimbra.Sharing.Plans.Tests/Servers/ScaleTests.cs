using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>Large manifests: the runs are processes of their own with a fixed amount of memory.</summary>
[Trait("Category", "Slow")]
public sealed class ScaleTests
{
    private const string ServerVariable = "PLANS_SCALE_SERVER";
    private const string FolderVariable = "PLANS_SCALE_FOLDER";
    private const string HeapLimitVariable = "DOTNET_GCHeapHardLimit";

    // Hexadecimal, as the runtime reads it: 160 MiB, for the manifest, the plan, and the test runner around them.
    private const string HeapLimit = "A000000";

    private const int GuestCount = 10;

    /// <summary>
    /// One process's work: what the manifest says is made so, and then there is nothing to do. Where no test started it, there is no work.
    /// </summary>
    [Fact]
    public async Task One_run_of_a_process()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable)?.Split(' ') is not { } server)
        {
            return;
        }

        string folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        await using var admin = new ZimbraClient(
            new Uri(server[0]),
            ZimbraCredentials.Admin(server[2], new Secret(server[3])),
            new ZimbraClientOptions
            {
                AdminUri = new Uri(server[1]),
                AttemptTimeout = TimeSpan.FromMinutes(2),
                TotalTimeout = TimeSpan.FromMinutes(5),
            }
        );
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Manifest manifest = (await Manifest.ReadAsync(Path.Combine(folder, "shares.yaml"), null, Files.Token)).ValueOrThrow();
        var planner = new SharingPlanner(new ZimbraPlanSource(admin));
        SharingPlan first = await planner.PlanAsync(manifest, cancellationToken: Files.Token);
        int done = 0;
        await foreach (ChangeOutcome outcome in new PlanApplier(admin).ApplyAsync(first, cancellationToken: Files.Token))
        {
            Assert.True(outcome.Status == ChangeStatus.Done, $"{outcome.Change} {outcome.Reason}");
            done++;
        }

        SharingPlan second = await planner.PlanAsync(manifest, cancellationToken: Files.Token);
        Assert.False(second.HasChanges);
        Assert.Equal(done, second.Summary.Unchanged);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "figures"),
            string.Create(CultureInfo.InvariantCulture, $"{done} {GC.GetTotalAllocatedBytes(precise: true) - before}"),
            Files.Token
        );
    }

    [Fact]
    public async Task Ten_thousand_shares_converge_and_twice_as_many_take_twice_the_work_and_the_same_memory()
    {
        (int few, long fewBytes) = await RunAsync(1_000);
        (int many, long manyBytes) = await RunAsync(2_000);

        Assert.Equal((10_000, 20_000), (few, many));
        Assert.InRange((double)manyBytes / fewBytes, 1, 2.2);
    }

    [Fact]
    public async Task A_thousand_shares_never_meet_the_filter_of_the_server()
    {
        const int owners = 100;
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2027-03-01T10:00:00Z", null));
        await using PlanWorld world = await PlanWorld.StartAsync(
            seed => Seed(seed, owners),
            new() { TimeProvider = clock, JournalCapacity = 100_000 }
        );
        world.Server.Misbehave.LimitRequests(30, 429);
        await using var admin = new ZimbraClient(
            world.Server.ServerUri,
            ZimbraCredentials.Admin(world.Server.AdminName, new Secret(world.Server.AdminPassword)),
            new ZimbraClientOptions
            {
                AdminUri = world.Server.AdminUri,
                MaxRequestsPerSecond = 25,
                TimeProvider = clock,
                AttemptTimeout = TimeSpan.FromMinutes(30),
                TotalTimeout = TimeSpan.FromHours(5),
            }
        );
        Manifest manifest = await world.ManifestAsync(Lines(owners));

        ChangeOutcome[] outcomes = await MovedAsync(clock, RunAsync());

        Assert.Equal(owners * GuestCount, outcomes.Count(outcome => outcome.Status == ChangeStatus.Done));
        Assert.DoesNotContain(world.Server.Journal.Entries, entry => entry.Status == 429);

        async Task<ChangeOutcome[]> RunAsync() =>
            await world.ApplyAsync(
                await world.PlanAsync(manifest, new() { TimeProvider = clock }, admin),
                new() { TimeProvider = clock },
                admin
            );
    }

    private static async Task<(int Shares, long Allocated)> RunAsync(int owners)
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed => Seed(seed, owners), new() { JournalCapacity = 0 });
        await world.ManifestAsync(Lines(owners));
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(ScaleTests).Assembly.Location, "--filter-method", $"*{nameof(ScaleTests)}.{nameof(One_run_of_a_process)}"]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment[ServerVariable] =
            $"{world.Server.ServerUri} {world.Server.AdminUri} {world.Server.AdminName} {world.Server.AdminPassword}";
        start.Environment[FolderVariable] = world.Folder;
        start.Environment[HeapLimitVariable] = HeapLimit;
        using Process run = Process.Start(start)!;
        string output = await run.StandardOutput.ReadToEndAsync(Files.Token);
        await run.WaitForExitAsync(Files.Token);
        Assert.True(run.ExitCode == 0, output);
        Assert.Empty(world.Server.Outbox.Mails);
        string[] figures = (await File.ReadAllTextAsync(Path.Combine(world.Folder, "figures"), Files.Token)).Split(' ');
        return (int.Parse(figures[0], CultureInfo.InvariantCulture), long.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    private static void Seed(Testing.Seeding.FakeZimbraSeed seed, int owners)
    {
        for (int i = 0; i < owners; i++)
        {
            seed.Account($"o{i}@monasso.org", PlanWorld.Password, account => account.Calendar("/e"));
        }
    }

    private static string Lines(int owners)
    {
        string guests = string.Join(", ", Enumerable.Range(0, GuestCount).Select(i => $"g{i}@example.com"));
        return string.Join(
            '\n',
            Enumerable.Range(0, owners).Select(i => $"owner: o{i}@monasso.org, calendar: /e, guests: [{guests}], notify: never")
        );
    }

    private static async Task<T> MovedAsync<T>(FakeTimeProvider clock, Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Files.Token));
            clock.Advance(work.IsCompleted ? TimeSpan.Zero : TimeSpan.FromMilliseconds(50));
        }

        return await work;
    }
}

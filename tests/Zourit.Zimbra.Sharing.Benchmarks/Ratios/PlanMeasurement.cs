using System.Globalization;
using Zourit.Zimbra.Sharing.Benchmarks.Stubs;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>What plans cost: requests of a night in which nothing changed, and how the work grows with the manifest.</summary>
internal static class PlanMeasurement
{
    private const int GuestsOfEach = 10;
    private const int Few = 1_000;

    public static async Task RunAsync(Action<string, double, string> write)
    {
        // The first run compiles.
        await RunAsync(Few / 10);
        (TimeSpan few, int mailboxes, int others) = await RunAsync(Few);
        (TimeSpan many, _, _) = await RunAsync(2 * Few);
        write(
            "plan.unchanged.requests",
            others,
            string.Create(
                CultureInfo.InvariantCulture,
                $"for {Few * GuestsOfEach} shares of {Few} owners, all as the manifest says, login included; besides those that read the "
                    + $"mailboxes of {mailboxes} owners, the seventh whose turn it is"
            )
        );
        write(
            "plan.scale",
            many / few,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{2 * Few * GuestsOfEach} shares of {2 * Few} owners made so and planned again, {many.TotalSeconds:0.0} s CPU; "
                    + $"{Few * GuestsOfEach} of {Few}: {few.TotalSeconds:0.0} s"
            )
        );
    }

    private static async Task<(TimeSpan Cpu, int Mailboxes, int Others)> RunAsync(int owners)
    {
        using PlanServer server = await PlanServer.StartAsync(owners);
        string file = Path.Combine(Path.GetTempPath(), $"plan-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, Text(owners));
        try
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Manifest manifest = (await Manifest.ReadAsync(file)).ValueOrThrow();
            await using ZimbraClient first = server.Connect();
            SharingPlan plan = await new SharingPlanner(new ZimbraPlanSource(first)).PlanAsync(manifest);
            await foreach (ChangeOutcome outcome in new PlanApplier(first).ApplyAsync(plan))
            {
                if (outcome.Status != ChangeStatus.Done)
                {
                    throw new InvalidOperationException($"{outcome.Change.Owner}: {outcome.Status} {outcome.Reason}");
                }
            }

            await server.RequestsAsync();
            await using ZimbraClient second = server.Connect();
            SharingPlan again = await new SharingPlanner(new ZimbraPlanSource(second)).PlanAsync(manifest);
            TimeSpan cpu = Environment.CpuUsage.TotalTime - before;
            (int mailboxes, int others) = await server.RequestsAsync();
            return again.HasChanges || again.Summary.Unchanged != owners * GuestsOfEach
                ? throw new InvalidOperationException($"The second run would change something: {again}.")
                : (cpu, mailboxes, others);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(int owners)
    {
        string guests = string.Join(", ", Enumerable.Range(0, GuestsOfEach).Select(i => $"g{i}@example.com"));
        string lines = string.Concat(
            Enumerable
                .Range(0, owners)
                .Select(i => $"  - {{ owner: {PlanServer.Owner(i)}, calendar: /e, guests: [{guests}], notify: never }}\n")
        );
        return $"version: 1\nshares:\n{lines}";
    }
}

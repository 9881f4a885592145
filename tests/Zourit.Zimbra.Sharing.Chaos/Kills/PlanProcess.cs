using System.Diagnostics;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Kills;

/// <summary>A run of a plan in a process of its own: reads the manifest, plans, applies.</summary>
internal static class PlanProcess
{
    public const string JournalName = "journal.jsonl";
    public const string ManifestName = "shares.yaml";
    private const string ServerVariable = "CHAOS_PLAN_SERVER";
    private const string FolderVariable = "CHAOS_PLAN_FOLDER";

    /// <summary>Whether this process was started for one run.</summary>
    public static bool IsThis => Environment.GetEnvironmentVariable(ServerVariable) is not null;

    public static Process Start(KillWorld world)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PlanProcess).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ServerVariable] =
            $"{world.Server.ServerUri} {world.Server.AdminUri} {world.Server.AdminName} {world.Server.AdminPassword}";
        start.Environment[FolderVariable] = world.Folder;
        return Process.Start(start)!;
    }

    /// <summary>Exit code 0: everything is done. 1: something is left for the next run.</summary>
    public static async Task<int> RunAsync()
    {
        string[] server = Environment.GetEnvironmentVariable(ServerVariable)!.Split(' ');
        string folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        await using var admin = new ZimbraClient(
            new Uri(server[0]),
            ZimbraCredentials.Admin(server[2], new Secret(server[3])),
            new ZimbraClientOptions { AdminUri = new Uri(server[1]), RetryDelay = TimeSpan.FromMilliseconds(10) }
        );
        Manifest manifest = (await Manifest.ReadAsync(Path.Combine(folder, ManifestName))).ValueOrThrow();
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(Path.Combine(folder, JournalName));
        await using PasswordFile passwords = await PasswordFile.CreateAsync(Path.Combine(folder, $"{Guid.NewGuid():N}.csv"));
        PlanOptions planning = new()
        {
            OwedMails = journal.OwedMails,
            OwedAccounts = journal.OwedAccounts,
            Limits = KillWorld.NoLimits,
        };
        SharingPlan plan = await new SharingPlanner(new ZimbraPlanSource(admin)).PlanAsync(manifest, planning);
        int left = plan.Summary.UnknownOwners + plan.Summary.Problems;
        ApplyOptions applying = new() { Journal = journal, Passwords = passwords };
        await foreach (ChangeOutcome outcome in new PlanApplier(admin).ApplyAsync(plan, applying))
        {
            if (outcome.OwesMail || outcome.OwesAccount || outcome.Status is not (ChangeStatus.Done or ChangeStatus.DoneAlready))
            {
                left++;
                Console.WriteLine(
                    $"{outcome.Status} {outcome.Change.Action} {outcome.Change.Owner} {outcome.Change.Grantee}: {outcome.Reason}"
                );
            }
        }

        Console.WriteLine($"{plan}; {left} left");
        return left == 0 ? 0 : 1;
    }
}

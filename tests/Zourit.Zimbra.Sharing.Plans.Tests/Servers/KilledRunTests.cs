using System.Diagnostics;
using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Plans.Applying;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Reading;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

/// <summary>Runs in processes of their own, killed at any moment, and what the next run makes of it.</summary>
[Trait("Category", "Slow")]
public sealed class KilledRunTests
{
    private const string ServerVariable = "PLANS_RUN_SERVER";
    private const string FolderVariable = "PLANS_RUN_FOLDER";
    private const int OwnerCount = 6;
    private const int GuestCount = 5;

    /// <summary>
    /// One run, in the process that a test starts: it reads the manifest, plans, and applies. Where no test started it, there is
    /// nothing to do.
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
            new ZimbraClientOptions { AdminUri = new Uri(server[1]), RetryDelay = TimeSpan.FromMilliseconds(10) }
        );
        Manifest manifest = (await Manifest.ReadAsync(Path.Combine(folder, "shares.yaml"), null, Files.Token)).ValueOrThrow();
        await using ApplyJournal journal = await ApplyJournal.OpenAsync(Path.Combine(folder, "journal.jsonl"), null, Files.Token);
        SharingPlan plan = await new SharingPlanner(new ZimbraPlanSource(admin)).PlanAsync(
            manifest,
            new() { OwedMails = journal.OwedMails },
            Files.Token
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "planned"), "", Files.Token);
        await foreach (ChangeOutcome outcome in new PlanApplier(admin).ApplyAsync(plan, new() { Journal = journal }, Files.Token))
        {
            Assert.True(outcome.Status is ChangeStatus.Done or ChangeStatus.DoneAlready, $"{outcome.Change} {outcome.Reason}");
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_is_finished_by_the_next_and_everybody_is_mailed_once()
    {
        const int kills = 6;
        for (int i = 0; i < kills; i++)
        {
            await PlayAsync(TimeSpan.FromMilliseconds(30 * i * i));
        }
    }

    private static async Task PlayAsync(TimeSpan life)
    {
        await using PlanWorld world = await PlanWorld.StartAsync(seed =>
        {
            for (int i = 0; i < OwnerCount; i++)
            {
                seed.Account($"o{i}@monasso.org", PlanWorld.Password, account => account.Calendar("/e"));
            }
        });
        string guests = string.Join(", ", Enumerable.Range(0, GuestCount).Select(i => $"g{i}@example.com"));
        string lines = string.Concat(
            Enumerable.Range(0, OwnerCount).Select(i => $"  - {{ owner: o{i}@monasso.org, calendar: /e, guests: [{guests}] }}\n")
        );
        await File.WriteAllTextAsync(Path.Combine(world.Folder, "shares.yaml"), $"version: 1\nshares:\n{lines}", Files.Token);
        world.Server.Misbehave.On("BatchRequest").Call(3).ResetAfterEffect();

        using (Process killed = Start(world))
        {
            string planned = Path.Combine(world.Folder, "planned");
            while (!File.Exists(planned) && !killed.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Files.Token);
            }

            await Task.Delay(life, TimeProvider.System, Files.Token);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync(Files.Token);
        }

        int before = world.Server.Outbox.Mails.Count;
        using (Process next = Start(world))
        {
            string output = await next.StandardOutput.ReadToEndAsync(Files.Token);
            await next.WaitForExitAsync(Files.Token);
            Assert.True(next.ExitCode == 0, output);
        }

        for (int i = 0; i < OwnerCount; i++)
        {
            Assert.Equal(GuestCount, world.Grants($"o{i}@monasso.org", "/e").Length);
        }

        string[] mails = [.. world.Server.Outbox.Mails.Select(mail => $"{mail.From} {mail.To}")];
        Assert.True(
            mails.Length == OwnerCount * GuestCount && mails.Distinct().Count() == mails.Length,
            string.Create(
                CultureInfo.InvariantCulture,
                $"killed after {life.TotalMilliseconds} ms with {before} mails: "
                    + $"{mails.Length} mails, {mails.Distinct().Count()} of them different"
            )
        );
    }

    private static Process Start(PlanWorld world)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(KilledRunTests).Assembly.Location, "--filter-method", $"*{nameof(One_run_of_a_process)}"]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment[ServerVariable] =
            $"{world.Server.ServerUri} {world.Server.AdminUri} {world.Server.AdminName} {world.Server.AdminPassword}";
        start.Environment[FolderVariable] = world.Folder;
        return Process.Start(start)!;
    }
}

using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>Cases of the commands about whole lists.</summary>
internal static class PlanCases
{
    private const string Old = "{folder}/old.yaml";
    private const string New = "{folder}/new.yaml";

    public static CommandCase[] All =>
        [
            new("validate", Reach.Offline, New)
            {
                Before = WriteAsync,
                Wrong = ["{folder}/bad.yaml"],
                WrongExit = 65,
                Lines = ["manifest"],
            },
            new("diff", Reach.Offline, Old, New)
            {
                Before = WriteAsync,
                Wrong = [Old],
                Lines = ["difference"],
            },
            new("plan", Reach.Owner, New)
            {
                Before = WriteAsync,
                Wrong = [New, "--limit", "removal=3"],
                Lines = ["change", "summary"],
            },
            new("apply", Reach.Owner, New, "--yes")
            {
                Before = WriteAsync,
                Wrong = [New],
                Lines = ["change", "summary", "outcome", "applied"],
            },
            new("show", Reach.Offline, "{folder}/shares.plan")
            {
                Before = PlanAsync,
                Wrong = [New],
                WrongExit = 65,
                Lines = ["change", "summary"],
            },
            new("report", Reach.Offline, "{folder}/shares.journal")
            {
                Before = ApplyAsync,
                Wrong = ["{folder}/none.journal"],
                Lines = ["run", "report"],
            },
            new("export", Reach.Owner, "--timezone", "Europe/Paris") { Before = ApplyAsync, Wrong = ["--format", "xml"] },
        ];

    private static Task WriteAsync(ToolWorld world)
    {
        const string line = "version: 1\nshares:\n  - { owner: owner@monasso.org, calendar: /my-events, guest: ";
        world.Write("old.yaml", $"{line}marie@example.com }}\n");
        world.Write("new.yaml", $"{line}ali@free.fr }}\n");
        world.Write("bad.yaml", $"{line}nobody }}\n");
        return Task.CompletedTask;
    }

    private static async Task PlanAsync(ToolWorld world)
    {
        await WriteAsync(world);
        await world.OwnerAsync("plan", Path.Combine(world.Folder, "new.yaml"), "-o", Path.Combine(world.Folder, "shares.plan"));
    }

    private static async Task ApplyAsync(ToolWorld world)
    {
        await WriteAsync(world);
        string journal = Path.Combine(world.Folder, "shares.journal");
        await world.OwnerAsync("apply", Path.Combine(world.Folder, "new.yaml"), "--yes", "--journal", journal);
    }
}

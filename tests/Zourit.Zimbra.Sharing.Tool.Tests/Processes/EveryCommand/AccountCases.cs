using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>Cases of the commands about guests' accounts.</summary>
internal static class AccountCases
{
    public static CommandCase[] All =>
        [
            new("account create", Reach.Administrator, ToolWorld.Guest, "--passwords-out", "{folder}/new.txt")
            {
                Wrong = ["nobody", "--passwords-out", "{folder}/new.txt"],
                Lines = ["accountCreation"],
            },
            new("account list", Reach.Administrator)
            {
                Before = CreateAsync,
                Wrong = ["marie"],
                Lines = ["account"],
            },
            Of("inspect", "inspection"),
            Of("repair", "repair"),
            Of("reset-password", "passwordReset", "--passwords-out", "{folder}/other.txt"),
            Of("suspend", "accountChange"),
            Of("resume", "accountChange"),
            Of("retire", "retirement", "--yes"),
        ];

    private static CommandCase Of(string word, string line, params string[] more) =>
        new($"account {word}", Reach.Administrator, [ToolWorld.Guest, .. more])
        {
            Before = CreateAsync,
            Wrong = more,
            Lines = [line],
        };

    private static Task<ToolRun> CreateAsync(ToolWorld world) =>
        world.AdminAsync(
            "account",
            "create",
            ToolWorld.Guest,
            "--calendar",
            "/my-events",
            "--passwords-out",
            Path.Combine(world.Folder, "made.txt")
        );
}

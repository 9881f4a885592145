namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>Cases of the commands by which the program is set up.</summary>
internal static class SetupCases
{
    public static CommandCase[] All =>
        [
            new("doctor", Reach.Owner) { Wrong = ["please"], Lines = ["check"] },
            new("config show", Reach.Offline) { Wrong = ["--profile", "none"], Lines = ["settings"] },
            new("schema", Reach.Offline, "output") { Wrong = ["input"] },
            new("completion", Reach.Offline, "bash") { Wrong = ["tcsh"] },
            new("man", Reach.Offline) { Wrong = ["page"] },
        ];
}

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>
/// Runs command lines: as processes of the native file where one is named, as <c>.ci/run</c> does; else in this process, by the program's
/// entry point, since a runtime that compiles takes most of a second to start.
/// </summary>
internal static class CommandRun
{
    public static async Task<(int Exit, string Output, string Error)> OfAsync(
        IReadOnlyList<string> line,
        string input = "",
        params (string Name, string Value)[] variables
    )
    {
        if (ToolProcess.IsNative)
        {
            return await ToolProcess.RunAsync(line, input, variables);
        }

        var console = new ToolConsole { Input = input, TimeProvider = new HurriedTime() };
        foreach ((string name, string value) in variables)
        {
            console.Variables[name] = value;
        }

        ToolRun run = await console.RunAsync(line);
        return ((int)run.Exit, run.Output, run.Error);
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes;

/// <summary>The program as a process of its own.</summary>
internal static class ToolProcess
{
    /// <summary>Names the native file that is to be tested in place of the one that was built.</summary>
    public const string Variable = "ZIMBRA_SHARE_PROGRAM";

    /// <summary>Whether a native file is named.</summary>
    public static bool IsNative => Program.Length == 1;

    /// <summary>The program, and what comes before its arguments.</summary>
    public static string[] Program { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } native
            ? [native]
            :
            [
                "dotnet",
                typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Tool").Value!,
            ];

    public static async Task<(int Exit, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments,
        string input = "",
        params (string Name, string Value)[] variables
    )
    {
        using Process process = Start(arguments, variables);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading to the end.
        }

        return await EndAsync(process);
    }

    public static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Program[0], [.. Program[1..], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in new[] { "LANG", "LC_ALL", "CI", "ZIMBRA_PASSWORD", Variable })
        {
            start.Environment.Remove(name);
        }

        start.Environment["ZIMBRA_SHARE_CONFIG"] = "/nonexistent/config.json";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<(int Exit, string Output, string Error)> EndAsync(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}

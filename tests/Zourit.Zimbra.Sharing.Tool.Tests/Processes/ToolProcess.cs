using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes;

/// <summary>The program as a process of its own.</summary>
internal static class ToolProcess
{
    /// <summary>The program's assembly, for <c>dotnet</c>.</summary>
    public static string Assembly { get; } =
        typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Tool").Value!;

    public static async Task<(int Exit, string Output, string Error)> RunAsync(IEnumerable<string> arguments, string input = "")
    {
        using Process process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string name in new[] { "LANG", "LC_ALL", "CI", "ZIMBRA_PASSWORD" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["ZIMBRA_SHARE_CONFIG"] = "/nonexistent/config.json";
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

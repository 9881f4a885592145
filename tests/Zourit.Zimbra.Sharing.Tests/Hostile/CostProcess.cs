using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Zourit.Zimbra.Sharing.Fuzz;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>A process of its own for one hostile input: what it costs is not mixed with what other tests do.</summary>
internal static class CostProcess
{
    /// <summary>What is not over by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts the process and reads what it reports.</summary>
    public static async Task<T> RunAsync<T>(IEnumerable<string> arguments, JsonTypeInfo<T> format)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FeedCost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The runtime's compiling again of what it compiled once is no part of the cost.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process
                .StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.True(output.Length > 0, await errors);
            return JsonSerializer.Deserialize(output, format)!;
        }
        finally
        {
            process.Kill();
        }
    }
}

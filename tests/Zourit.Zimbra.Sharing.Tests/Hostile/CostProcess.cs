using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Zourit.Zimbra.Sharing.Fuzz.Costs;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>A process of its own that reads hostile inputs: what one costs is not mixed with what other tests do.</summary>
public sealed class CostProcess : IDisposable
{
    /// <summary>What is not over by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private Process? _process;
    private Task<string>? _errors;

    /// <summary>Asks the process, and starts it where none runs: what hung or crashed at one input answers for no other.</summary>
    public async Task<T> AskAsync<T>(CostQuestion question, JsonTypeInfo<T> format)
    {
        Process process = _process ??= Start();
        Task<string> errors = _errors!;
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, CostJson.Default.CostQuestion));
            string? answer = await process
                .StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            return JsonSerializer.Deserialize(answer ?? throw new InvalidOperationException(await errors), format)!;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
        _process = null;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CostQuestion).Assembly.Location, "costs"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The runtime's compiling again of what it compiled once is no part of the cost.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        Process process = Process.Start(start)!;
        _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return process;
    }
}

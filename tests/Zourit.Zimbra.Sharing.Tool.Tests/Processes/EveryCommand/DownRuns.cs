using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Processes.EveryCommand;

/// <summary>
/// Every command, run while its server is down. They wait for it, and repeat their question, so they wait side by side.
/// </summary>
public sealed class DownRuns : IDisposable
{
    private const int SideBySide = 8;

    private readonly SemaphoreSlim _turns = new(SideBySide);
    private readonly Dictionary<string, Task<(int Exit, string Output, string Error)>> _runs;

    public DownRuns() => _runs = CommandCases.All.ToDictionary(each => each.Key, each => RunAsync(each.Value));

    /// <summary>How a command ended.</summary>
    public Task<(int Exit, string Output, string Error)> OfAsync(string command) => _runs[command];

    public void Dispose() => _turns.Dispose();

    private async Task<(int Exit, string Output, string Error)> RunAsync(CommandCase the)
    {
        await _turns.WaitAsync();
        try
        {
            await using ToolWorld world = await ToolWorld.StartAsync();
            await the.Before(world);
            string input = the.Input?.Invoke(world) ?? "";
            await world.Server.DisposeAsync();
            return await CommandRun.OfAsync(the.LineIn(world), input);
        }
        finally
        {
            _turns.Release();
        }
    }
}

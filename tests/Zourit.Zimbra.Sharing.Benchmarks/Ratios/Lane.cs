using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>
/// One of the ways to make the same call; the rounds of all ways take turns, so that what else the machine does falls on all of them.
/// </summary>
internal sealed class Lane(Func<Task> call)
{
    private readonly List<double> _microseconds = [];
    private readonly List<double> _bytes = [];

    public IReadOnlyList<double> Microseconds => _microseconds;

    public double MedianMicroseconds => Statistics.Median(_microseconds);

    public double MedianBytes => Statistics.Median(_bytes);

    public async Task WarmUpAsync(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            await call();
        }
    }

    public async Task RunRoundAsync(int calls)
    {
        GC.Collect();
        using Process self = Process.GetCurrentProcess();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = self.TotalProcessorTime;
        for (int i = 0; i < calls; i++)
        {
            await call();
        }

        self.Refresh();
        _microseconds.Add((self.TotalProcessorTime - cpu).TotalMicroseconds / calls);
        _bytes.Add((double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls);
    }
}

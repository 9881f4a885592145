using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>What an action costs the process. Times are only reported, and only the end of all patience is judged.</summary>
internal static class Cost
{
    /// <summary>What is not over by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs something and gives what was allocated meanwhile, by whomever: an upper bound where tests run side by side.</summary>
    public static async Task<long> OfAsync(string what, Func<Task> action)
    {
        long allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await Task.Run(action, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {watch.ElapsedMilliseconds:N0} ms, {allocated:N0} B allocated");
        return allocated;
    }
}

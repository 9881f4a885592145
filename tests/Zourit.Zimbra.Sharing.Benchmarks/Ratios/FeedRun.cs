using System.Diagnostics;
using System.Globalization;
using Zourit.Zimbra.Sharing.Benchmarks.Stubs;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>
/// What reading one day of a calendar of 20,000 events holds in memory, compared with the calendar's size, and how long it takes.
/// </summary>
internal static class FeedRun
{
    private const int Rounds = 7;
    private static readonly TimeSpan SamplePause = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(StubProcess stub, ZimbraClient client, Action<string, double, string> write)
    {
        var address = IcsAddress.Parse(new Uri(stub.Address, "/home/alice@example.test/Large.ics").ToString());
        DateTimeOffset day = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var window = new FeedReadOptions
        {
            From = day,
            To = day.AddDays(1),
            FilterOnServer = false,
        };
        Feed feed = await client.Feeds.ReadAsync(address, window);
        var durations = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            long started = Stopwatch.GetTimestamp();
            await client.Feeds.ReadAsync(address, window);
            durations.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        long held = await HeldAsync(() => client.Feeds.ReadAsync(address, window));
        durations.Sort();
        write(
            "feed.held",
            (double)held / feed.Bytes,
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {held / 1024.0 / 1024.0:0.0} MB held while reading one day of {feed.EventsInFeed} events "
                    + $"({feed.Bytes / 1024.0 / 1024.0:0.0} MB, {feed.Events.Count} "
                    + $"events given), {durations[Rounds / 2]:0} ms, median of {Rounds}"
            )
        );
    }

    private static async Task<long> HeldAsync(Func<Task> work)
    {
        // The last reading's end called this: what it held lives until its stack is left.
        await Task.Yield();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = before;
        Task running = Task.Run(work);
        while (!running.IsCompleted)
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            await Task.Delay(SamplePause, TimeProvider.System);
        }

        await running;
        return most - before;
    }
}

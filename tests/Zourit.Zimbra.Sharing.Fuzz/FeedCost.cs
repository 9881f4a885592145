using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz;

/// <summary>What reading one feed cost a process that did nothing else.</summary>
/// <param name="Outcome">How it ended: <c>read</c>, or the name of an exception.</param>
/// <param name="Cpu">The processor time in seconds.</param>
/// <param name="CpuAfterCancel">The processor time in seconds from the cancellation on; null where it was not cancelled.</param>
/// <param name="Bytes">By how much the process grew at most.</param>
/// <param name="Events">How many events were given.</param>
/// <param name="Problems">How many problems were reported.</param>
/// <param name="Uids">The first UIDs of these events.</param>
public sealed record FeedCost(
    string Outcome,
    double Cpu,
    double? CpuAfterCancel,
    long Bytes,
    int Events,
    int Problems,
    IReadOnlyList<string> Uids
)
{
    private const int MostUids = 10;

    /// <summary>Reads a small feed, which compiles the reader, and then the one to weigh.</summary>
    public static async Task<FeedCost> MeasureAsync(Uri small, Uri feed, TimeSpan limit, TimeSpan? cancelAfter)
    {
        await using var client = new ZimbraClient(
            new Uri(feed.GetLeftPart(UriPartial.Authority)),
            ZimbraCredentials.Anonymous,
            new ZimbraClientOptions { MaxRetries = 0 }
        );
        await client.Feeds.ReadAsync(IcsAddress.Parse(small.AbsoluteUri));
        GC.Collect();
        long before = Environment.WorkingSet;
        TimeSpan started = Environment.CpuUsage.TotalTime;
        TimeSpan? cancelled = null;
        using var cancellation = new CancellationTokenSource();
        using CancellationTokenRegistration noted = cancellation.Token.Register(() => cancelled = Environment.CpuUsage.TotalTime);
        if (cancelAfter is { } time)
        {
            cancellation.CancelAfter(time);
        }

        string outcome = "read";
        Feed? read = null;
        try
        {
            read = await client.Feeds.ReadAsync(
                IcsAddress.Parse(feed.AbsoluteUri),
                new FeedReadOptions { MaxExpansionTime = limit },
                cancellationToken: cancellation.Token
            );
        }
        catch (Exception e) when (e is ZimbraException or OperationCanceledException)
        {
            outcome = e.GetType().Name;
        }

        TimeSpan ended = Environment.CpuUsage.TotalTime;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new FeedCost(
            outcome,
            (ended - started).TotalSeconds,
            (ended - cancelled)?.TotalSeconds,
            process.PeakWorkingSet64 - before,
            read?.Events.Count ?? 0,
            read?.Problems.Count ?? 0,
            [.. read?.Events.Select(e => e.Uid).Distinct().Take(MostUids) ?? []]
        );
    }

    /// <summary>What the process is asked: <c>cost SMALL FEED LIMIT [CANCEL]</c>, times in milliseconds.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        FeedCost cost = await MeasureAsync(
            new Uri(arguments[1]),
            new Uri(arguments[2]),
            Milliseconds(arguments[3]),
            arguments.Count > 4 ? Milliseconds(arguments[4]) : null
        );
        Console.WriteLine(JsonSerializer.Serialize(cost, CostJson.Default.FeedCost));
        return 0;

        static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(int.Parse(text, CultureInfo.InvariantCulture));
    }
}

/// <summary>How a cost is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeedCost))]
public sealed partial class CostJson : JsonSerializerContext;

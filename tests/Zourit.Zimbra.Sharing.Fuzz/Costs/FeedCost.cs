using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Costs;

/// <summary>What reading one feed cost a process that did nothing else.</summary>
/// <param name="Outcome">How it ended: <c>done</c>, or the name of an exception.</param>
/// <param name="Cpu">The processor time in seconds.</param>
/// <param name="CpuAfterCancel">
/// The processor time in seconds from the cancellation on, of the same feed once more; null where it was read before.
/// </param>
/// <param name="Bytes">By how much the process grew at most while it read the feed to its end.</param>
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

    private static readonly TimeSpan CancelAfter = TimeSpan.FromSeconds(0.3);

    /// <summary>
    /// Reads a small feed (<c>small.ics</c>), which compiles the reader, and then the one to weigh (<c>large.ics</c>), twice: to its end,
    /// and cancelled on the way.
    /// </summary>
    internal static async Task<FeedCost> MeasureAsync(Uri server, TimeSpan limit)
    {
        await using var client = new ZimbraClient(server, ZimbraCredentials.Anonymous, new ZimbraClientOptions { MaxRetries = 0 });
        await client.Feeds.ReadAsync(Address(server, "small"));
        GC.Collect();
        long before = Environment.WorkingSet;
        Feed? read = null;
        WeighedCall weighed = await WeighedCall.ToEndAsync(async token => read = await ReadAsync(client, server, limit, token));
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        long bytes = process.PeakWorkingSet64 - before;
        double? cancelled = await WeighedCall.AfterCancelAsync(token => ReadAsync(client, server, limit, token), CancelAfter);
        return new FeedCost(
            weighed.Outcome,
            weighed.Cpu,
            cancelled,
            bytes,
            read?.Events.Count ?? 0,
            read?.Problems.Count ?? 0,
            [.. read?.Events.Select(e => e.Uid).Distinct().Take(MostUids) ?? []]
        );
    }

    private static Task<Feed> ReadAsync(ZimbraClient client, Uri server, TimeSpan limit, CancellationToken cancellationToken) =>
        client.Feeds.ReadAsync(
            Address(server, "large"),
            new FeedReadOptions { MaxExpansionTime = limit },
            cancellationToken: cancellationToken
        );

    private static IcsAddress Address(Uri server, string name) => IcsAddress.Parse($"{server}home/owner@monasso.org/{name}.ics");
}

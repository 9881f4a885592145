using System.Collections.Concurrent;
using System.Text;
using Zourit.Zimbra.Sharing.Fuzz.Costs;
using Zourit.Zimbra.Sharing.Tests.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// Feeds that once ran tens of seconds past every limit, and others of their kind, each read in a process of its own: it ends within its
/// limit and a second of processor time, is cancelled within a second, and takes memory in proportion to the feed.
/// </summary>
[Trait("Category", "Slow")]
public sealed class FeedBombTests(FeedBombTests.Costs costs) : IClassFixture<FeedBombTests.Costs>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // What FeedReadOptions.MaxBytes documents, and the runtime's own garbage.
    private const int BytesPerByte = 16;
    private const long Runtime = 128L * 1024 * 1024;

    public static TheoryData<string> Names => [.. FeedBombs.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_read_within_its_limit(string feed)
    {
        FeedCost cost = await costs.OfAsync(feed);

        Assert.Equal("done", cost.Outcome);
        Assert.True(cost.Cpu < (Limit + TimeSpan.FromSeconds(1)).TotalSeconds, $"{cost}");
        long length = Calendar(feed).Length;
        Assert.True(cost.Bytes < (BytesPerByte * length) + Runtime, $"{cost} for {length:N0}");
    }

    // The limit counts by the clock: a machine with other work gets to the end of what ends only with more of it.
    [Theory, MemberData(nameof(Names))]
    public async Task It_costs_no_other_event(string feed)
    {
        FeedCost cost = await costs.OfAsync(feed);
        if (!cost.Uids.Contains("one") || !cost.Uids.Contains("two"))
        {
            cost = await CostOfAsync(feed, 5 * Limit);
        }

        Assert.Equal("done", cost.Outcome);
        Assert.Contains("one", cost.Uids);
        Assert.Contains("two", cost.Uids);
        Assert.True(cost.Problems > 0 || cost.Events > 2, "what was bad vanished in silence");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_cancelled_within_a_second(string feed)
    {
        FeedCost cost = await costs.OfAsync(feed);

        Assert.True(cost.CpuAfterCancel is null or < 1, $"{cost}");
    }

    private static async Task<FeedCost> CostOfAsync(string feed, TimeSpan limit)
    {
        string calendar = Calendar(feed);
        await using ScriptedServer server = Serve(calendar);
        using var process = new CostProcess();
        FeedCost cost = await process.AskAsync(
            new CostQuestion("feed", server.Address, (int)limit.TotalMilliseconds),
            CostJson.Default.FeedCost
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"{calendar.Length:N0} B: {cost}");
        return cost;
    }

    private static string Calendar(string feed) =>
        Ics.Calendar(Ics.Event("one", "DTSTART:20260715T090000Z"), FeedBombs.All[feed](), Ics.Event("two", "DTSTART:20260716T090000Z"));

    private static ScriptedServer Serve(string calendar)
    {
        byte[] large = Answer(calendar),
            small = Answer(
                Ics.Calendar(
                    Zones.Define("Own", 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU"),
                    Ics.Event("1", "DTSTART;TZID=Own:20270101T000000", "RRULE:FREQ=DAILY;COUNT=9", "ATTENDEE:mailto:a@b.c", "EXDATE:x"),
                    Ics.Event("1", "DTSTART;TZID=Own:20270102T000000", "RECURRENCE-ID:20270103T000000Z")
                )
            );
        return new ScriptedServer(
            (request, stream, token) =>
                stream.WriteAsync(request.RequestLine.Contains("small", StringComparison.Ordinal) ? small : large, token).AsTask()
        );
    }

    private static byte[] Answer(string body) => Encoding.UTF8.GetBytes(Replies.Http(200, body, "text/calendar;charset=utf-8"));

    /// <summary>What each feed costs, weighed once.</summary>
    public sealed class Costs
    {
        private readonly ConcurrentDictionary<string, Lazy<Task<FeedCost>>> _known = new(StringComparer.Ordinal);

        public Task<FeedCost> OfAsync(string feed) => _known.GetOrAdd(feed, new Lazy<Task<FeedCost>>(() => CostOfAsync(feed, Limit))).Value;
    }
}

using System.Text;
using Zourit.Zimbra.Sharing.Fuzz;
using Zourit.Zimbra.Sharing.Tests.Feeds;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Hostile;

/// <summary>
/// Feeds that once ran tens of seconds past every limit, and others of their kind, each read in a process of its own: it ends within its
/// limit and a second of processor time, is cancelled within a second, and takes memory in proportion to the feed.
/// </summary>
[Collection(nameof(HostileTests))]
public sealed class FeedBombTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // What FeedReadOptions.MaxBytes documents, and the runtime's own garbage.
    private const int BytesPerByte = 16;
    private const long Runtime = 128L * 1024 * 1024;

    public static TheoryData<string> Names => [.. FeedBombs.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_read_within_its_limit(string feed)
    {
        string calendar = Calendar(feed);

        FeedCost cost = await CostOfAsync(calendar, cancelAfter: null);

        Assert.Equal("read", cost.Outcome);
        Assert.True(cost.Cpu < (Limit + TimeSpan.FromSeconds(1)).TotalSeconds, $"{cost}");
        Assert.True(cost.Bytes < (BytesPerByte * (long)calendar.Length) + Runtime, $"{cost} for {calendar.Length:N0}");
    }

    // The limit counts by the clock: a machine with other work gets to the end of what ends only with more of it.
    [Theory, MemberData(nameof(Names))]
    public async Task It_costs_no_other_event(string feed)
    {
        await using ScriptedServer server = Serve(Calendar(feed));

        FeedCost cost = await FeedCost.MeasureAsync(Small(server), Large(server), 5 * Limit, cancelAfter: null);

        Assert.Equal("read", cost.Outcome);
        Assert.Contains("one", cost.Uids);
        Assert.Contains("two", cost.Uids);
        Assert.True(cost.Problems > 0 || cost.Events > 2, "what was bad vanished in silence");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_cancelled_within_a_second(string feed)
    {
        FeedCost cost = await CostOfAsync(Calendar(feed), TimeSpan.FromMilliseconds(300));

        Assert.True(cost.Outcome == nameof(OperationCanceledException) || cost.CpuAfterCancel is null, $"{cost}");
        Assert.True(cost.CpuAfterCancel is null or < 1, $"{cost}");
    }

    private static string Calendar(string feed) =>
        Ics.Calendar(Ics.Event("one", "DTSTART:20260715T090000Z"), FeedBombs.All[feed](), Ics.Event("two", "DTSTART:20260716T090000Z"));

    private static async Task<FeedCost> CostOfAsync(string calendar, TimeSpan? cancelAfter)
    {
        await using ScriptedServer server = Serve(calendar);
        FeedCost cost = await CostProcess.RunAsync(
            [
                "cost",
                $"{Small(server)}",
                $"{Large(server)}",
                $"{Limit.TotalMilliseconds}",
                .. cancelAfter is { } time ? [$"{time.TotalMilliseconds}"] : Array.Empty<string>(),
            ],
            CostJson.Default.FeedCost
        );
        TestContext.Current.TestOutputHelper!.WriteLine($"{calendar.Length:N0} B: {cost}");
        return cost;
    }

    private static Uri Small(ScriptedServer server) => new($"{server.Address}home/owner@monasso.org/small.ics");

    private static Uri Large(ScriptedServer server) => new($"{server.Address}home/owner@monasso.org/large.ics");

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
}

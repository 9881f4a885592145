using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Fuzz.Corpora;
using Zourit.Zimbra.Sharing.Fuzz.Engine;
using Zourit.Zimbra.Sharing.Fuzz.Replies;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Fuzz.Targets;

/// <summary>The feed reader: the HTTP answer, the iCalendar in it, its series and time zones; free/busy times, too.</summary>
internal sealed class FeedTarget : FuzzTarget
{
    private static readonly IcsAddress Address = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/my-events.ics");

    private static readonly FeedReadOptions[] Windows =
    [
        new() { MaxExpansionTime = TimeSpan.FromMilliseconds(200), MaxEvents = 1_000 },
        new()
        {
            MaxExpansionTime = TimeSpan.FromMilliseconds(200),
            MaxEvents = 1_000,
            IncludeCancelled = true,
            From = Year(2026),
            To = Year(2028),
        },
        new()
        {
            MaxExpansionTime = TimeSpan.FromMilliseconds(200),
            MaxEvents = 1_000,
            From = Year(9990),
            To = Year(9998),
        },
        new()
        {
            MaxExpansionTime = TimeSpan.FromMilliseconds(200),
            MaxEvents = 1_000,
            From = Year(2),
            LocalTimeZone = TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(14), null, null),
        },
    ];

    private readonly ReplayClients _clients = new();

    public override string Name => "feed";

    public override IReadOnlyList<string> Words => IcsWords.All;

    // Ical.Net makes some kilobytes of each step of a series, and a rule may take 250,000 steps within the time.
    public override long AllocationFloor => 768L * 1024 * 1024;

    public override IEnumerable<Seed> Corpus() => RecordedCorpus.Rest().Concat(FeedSamples.All);

    public override void Run(byte[] input)
    {
        IReadOnlyList<RawReply> replies = RawReply.ReadAll(input);
        FeedClient feeds = _clients.User.Feeds;
        bool isFreeBusy = input.AsSpan().IndexOf("BEGIN:VFREEBUSY"u8) >= 0;
        _clients.Run(replies, () =>
            isFreeBusy ? feeds.ReadFreeBusyAsync(Address) : feeds.ReadAsync(Address, Windows[input.Length % Windows.Length])
        );
    }

    private static DateTimeOffset Year(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

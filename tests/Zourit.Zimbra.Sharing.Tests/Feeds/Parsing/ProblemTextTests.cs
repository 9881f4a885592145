using System.Text;
using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Feeds.Parsing;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Parsing;

/// <summary>What is said of events that cannot be read, and of answers that are no feeds.</summary>
public sealed class ProblemTextTests
{
    // A rule without an end is cut some time from now, so that its steps depend on the clock.
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_is_said_of_events_that_cannot_be_read_is_the_approved_text()
    {
        const string at = "DTSTART:20270715T090000Z";
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("no start", "SUMMARY:x"),
                Ics.Event("no time", "DTSTART:2027-07-15T09:00:00Z"),
                Ics.Event("a long one that is no time", $"DTSTART:{new string('0', 40)}"),
                Ics.Event("a longer one that is no time", $"DTSTART:{new string('0', 41)}"),
                Ics.Event("no duration", at, "DURATION:P"),
                Ics.Event("unknown zone", "DTSTART;TZID=Mars/Olympus:20270715T090000"),
                Ics.Event("no frequency", at, "RRULE:INTERVAL=2"),
                Ics.Event("unknown frequency", at, "RRULE:FREQ=FORTNIGHTLY"),
                Ics.Event("every second", at, "RRULE:FREQ=SECONDLY"),
                Ics.Event("every minute", at, "RRULE:FREQ=MINUTELY"),
                Ics.Event("every hour", at, "RRULE:FREQ=hourly"),
                Ics.Event("no interval", at, "RRULE:FREQ=DAILY;INTERVAL=0"),
                Ics.Event("no count", at, "RRULE:FREQ=DAILY;COUNT=-1"),
                Ics.Event("no value", at, "RRULE:FREQ=DAILY;COUNT"),
                Ics.Event("no name", at, "RRULE:FREQ=DAILY;=1"),
                Ics.Event("twice", at, "RRULE:FREQ=DAILY;FREQ=DAILY"),
                Ics.Event("no end", at, "RRULE:FREQ=DAILY;UNTIL=sometime"),
                Ics.Event("too long", at, "RRULE:FREQ=DAILY;X-A=" + new string('0', 3_986)),
                Ics.Event("too much", "DTSTART:19000101T000000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=1,2"),
                Ics.Event(
                    "too many rules",
                    [at, .. Enumerable.Repeat("RRULE:FREQ=YEARLY", 6), .. Enumerable.Repeat("EXRULE:FREQ=YEARLY", 5)]
                ),
                Ics.Event("this and future", at, "RECURRENCE-ID;RANGE=THISANDFUTURE:20270715T090000Z")
            ),
            time: Clock
        );

        ApprovedText.Matches(
            "Feeds/Parsing/Problems.approved.txt",
            string.Concat(
                feed.Problems.OrderBy(problem => problem.Uid, StringComparer.Ordinal)
                    .Select(problem => $"{problem.Uid}\n  {problem.Message}\n  {problem.Message.French}\n")
            )
        );
    }

    [Fact]
    public void What_is_said_of_answers_that_are_no_feeds_is_the_approved_text()
    {
        var text = new StringBuilder();
        Add(text, "nothing", () => Index(""));
        Add(text, "blanks", () => Index("  \r\n \r\n"));
        Add(text, "a web page", () => Index("  <html>"));
        Add(text, "some text", () => Index("Bonjour"));
        Add(text, "a feed that is cut", () => Index("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n"));
        Add(text, "a line of 64 KiB", () => Index("BEGIN:VCALENDAR\r\nX:" + new string('x', (64 * 1024) - 2) + "\r\nEND:VCALENDAR"));
        Add(text, "a line of more than 64 KiB", () => Index("BEGIN:VCALENDAR\r\nX:" + new string('x', (64 * 1024) - 1)));
        Add(text, "no free/busy times", () => Busy(""));
        Add(text, "free/busy times that are cut", () => Busy("BEGIN:VFREEBUSY\r\nFREEBUSY:20270501T100000Z/PT2H\r\n"));
        Add(text, "free/busy times without a beginning", () => Busy("FREEBUSY:20270501T100000Z/PT2H\r\nEND:VFREEBUSY\r\n"));
        Add(text, "a time that is no period", () => Busy("BEGIN:VFREEBUSY\r\nFREEBUSY:20270501T100000Z\r\nEND:VFREEBUSY\r\n"));
        Add(text, "a period of days", () => Busy("BEGIN:VFREEBUSY\r\nFREEBUSY:20270501/20270502\r\nEND:VFREEBUSY\r\n"));
        Add(text, "a period that ends before it begins", () =>
            Busy("BEGIN:VFREEBUSY\r\nFREEBUSY:20270501T100000Z/20270501T095959Z\r\nEND:VFREEBUSY\r\n")
        );
        Add(text, "a period of no time", () => Busy("BEGIN:VFREEBUSY\r\nFREEBUSY:20270501T100000Z/20270501T100000Z\r\nEND:VFREEBUSY\r\n"));

        ApprovedText.Matches("Feeds/Parsing/NoFeeds.approved.txt", text.ToString());
    }

    private static void Index(string feed)
    {
        using var indexer = new FeedIndexer(TimeProvider.System);
        indexer.Append(Encoding.UTF8.GetBytes(feed));
        indexer.Complete(isWhole: false);
    }

    private static void Busy(string text) => FreeBusyReader.Read(text, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));

    private static void Add(StringBuilder text, string what, Action read)
    {
        Exception? e = Record.Exception(read);
        string passing = e is ZimbraException { IsTransient: true } ? ", for a moment" : "";
        text.Append($"{what}\n  {(e is null ? "is read" : $"{e.GetType().Name}{passing}: {e.Message}")}\n");
    }
}

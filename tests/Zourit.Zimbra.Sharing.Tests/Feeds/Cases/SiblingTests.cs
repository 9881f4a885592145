using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Cases;

/// <summary>What is of the same kind as the cases of <see cref="CaseTests"/>, but nobody has met yet.</summary>
public sealed class SiblingTests
{
    internal const string Start = "DTSTART:20260105T090000Z";

    internal static readonly FeedReadOptions Options = new()
    {
        From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        To = new(2027, 12, 31, 0, 0, 0, TimeSpan.Zero),
        LocalTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
    };

    [Theory]
    [InlineData("SUMMARY:a\\, b\\; c\\\\d\\ne\\Nf", "a, b; c\\d\ne\nf")]
    [InlineData("SUMMARY:C:\\temp", "C:\\temp")]
    [InlineData("SUMMARY:at the end\\", "at the end\\")]
    public async Task Escapes_are_undone_and_what_is_no_escape_stays(string line, string summary) =>
        Assert.Equal(summary, (await ReadOneAsync(Start, line)).Summary);

    [Fact]
    public async Task Escapes_in_values_that_are_no_text_are_undone_too()
    {
        FeedEvent read = await ReadOneAsync(
            Start,
            "CATEGORIES:a\\,b,c\\;d",
            "ATTENDEE;CN=\"A, B; C\";ROLE=CHAIR:mailto:a\\,b@x.org",
            "ORGANIZER:MAILTO:o\\;p@x.org"
        );

        Assert.Equal(["a,b", "c;d"], read.Categories);
        Assert.Equal(
            new FeedAttendee
            {
                Mail = "a,b@x.org",
                Name = "A, B; C",
                Role = "CHAIR",
            },
            Assert.Single(read.Attendees)
        );
        Assert.Equal("o;p@x.org", read.Organizer!.Mail);
    }

    [Fact]
    public async Task A_changed_instance_belongs_to_its_series_whether_its_UID_is_escaped_or_not()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("a\\,b", Start, "RRULE:FREQ=DAILY;COUNT=2"),
                Ics.Event("a,b", "DTSTART:20260106T120000Z", "RECURRENCE-ID:20260106T090000Z")
            ),
            Options
        );

        Assert.Equal([9, 12], feed.Events.Select(e => e.Start.Hour));
    }

    [Theory]
    [InlineData("TZID=\"Here, There\"", "TZID:Here\\, There")]
    [InlineData("TZID=\"Here, There\"", "TZID:Here, There")]
    [InlineData("TZID=Here\\, There", "TZID:Here\\, There")]
    [InlineData("TZID=\"Here; \\\\ There\"", "TZID:Here\\; \\\\\\\\ There")]
    [InlineData("TZID=\"The ^'inner^' zone\"", "TZID:The \"inner\" zone")]
    public async Task A_zone_is_found_by_its_name_whoever_escaped_it(string parameter, string name)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Zones.Define("x", 5, 5, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU").Replace("TZID:x", name, StringComparison.Ordinal),
                Ics.Event("1", $"DTSTART;{parameter}:20260105T090000")
            ),
            Options
        );

        Assert.Equal(TimeSpan.FromHours(5), Assert.Single(feed.Events).Start.Offset);
    }

    [Theory]
    [InlineData("SUMMARY:a\u0000b")]
    [InlineData("LOCATION:a\u007Fb")]
    [InlineData("DESCRIPTION;ENCODING=BASE64:YQ==")]
    [InlineData("ORGANIZER;CN=\"A\" B:mailto:a@b.c")]
    [InlineData("ORGANIZER;CN=A\"B\":mailto:a@b.c")]
    [InlineData("ATTENDEE;=x:mailto:a@b.c")]
    [InlineData("ATTENDEE;CN=\"unclosed:mailto:x@y.z")]
    [InlineData("CATEGORIES;X:a")]
    [InlineData("SEQUENCE:first")]
    [InlineData("LAST-MODIFIED:recently")]
    [InlineData("DURATION:P1M")]
    [InlineData("DURATION:PT1.5H")]
    [InlineData("DURATION:-PT1H")]
    [InlineData("DTEND;TZID=Mars/Olympus:20260105T100000")]
    [InlineData("DTEND:20260105T080000Z")]
    [InlineData("DTEND:20260105T240000Z")]
    [InlineData("EXDATE:never")]
    [InlineData("EXDATE;TZID=Mars/Olympus:20260105T090000")]
    [InlineData("RDATE:sometimes")]
    [InlineData("RRULE:FREQ=FORTNIGHTLY")]
    [InlineData("RRULE:FREQ=DAILY;WKST=MO\rRRULE:FREQ=SECONDLY;COUNT=1")]
    [InlineData("RRULE:RSCALE=CHINESE;FREQ=YEARLY")]
    [InlineData("RRULE:FREQ=WEEKLY;BYMONTHDAY=13")]
    [InlineData("RRULE:FREQ=MINUTELY")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2;FREQ=WEEKLY")]
    [InlineData("RECURRENCE-ID:first")]
    [InlineData("two words: and a colon")]
    [InlineData("no colon")]
    [InlineData("DTSTART:20270105T090000Z")]
    [InlineData("SUMMARY:one\r\nSUMMARY:two")]
    public async Task A_line_that_cannot_be_read_is_reported_and_costs_nothing_else(string line)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", Start, line)), Options);

        Assert.Contains(feed.Events, e => e.Start == new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains(feed.Problems, problem => problem.Uid == "one");
    }

    [Fact]
    public async Task What_can_be_read_of_a_line_of_dates_is()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event(
                    "one",
                    Start,
                    "RRULE:FREQ=DAILY;COUNT=4",
                    "EXDATE:never,20260106T090000Z,,20260199T090000Z",
                    "RDATE;VALUE=PERIOD:20260201T090000Z/PT3H,nonsense/PT1H,20260202T090000Z/soon"
                )
            ),
            Options
        );

        Assert.Equal([5, 7, 8, 1, 2], feed.Events.Select(e => e.Start.Day));
        Assert.Equal([0, 0, 0, 3, 0], feed.Events.Select(e => (e.End - e.Start).TotalHours));
        Assert.Equal(4, feed.Problems.Count);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE;TZID=Mars/Olympus:20260412")]
    [InlineData("DTSTART;TZID=Europe/Paris:20260412")]
    [InlineData("DTSTART:20260412")]
    [InlineData("DTSTART;VALUE=DATE:20260412T000000")]
    public async Task A_date_is_a_date_whatever_is_beside_it(string line)
    {
        FeedEvent read = await ReadOneAsync(line);

        Assert.True(read.IsAllDay);
        Assert.Equal((new DateTime(2026, 4, 12), new DateTime(2026, 4, 13)), (read.Start.DateTime, read.End.DateTime));
    }

    [Theory]
    [InlineData("DTEND;VALUE=DATE:20260414", 14)]
    [InlineData("DTEND:20260414T000000", 14)]
    [InlineData("DTEND;TZID=Europe/Paris:20260413T120000", 14)]
    [InlineData("DTEND:20260413T220000Z", 14)]
    [InlineData("DTEND;VALUE=DATE:20260411", 13)]
    [InlineData("DURATION:P2D", 14)]
    [InlineData("DURATION:PT25H", 14)]
    [InlineData("DURATION:PT1H", 13)]
    [InlineData("DURATION:P0D", 13)]
    public async Task An_event_of_whole_days_ends_at_a_midnight(string line, int day) =>
        Assert.Equal(new DateTime(2026, 4, day), (await ReadOneAsync("DTSTART;VALUE=DATE:20260412", line)).End.DateTime);

    [Theory]
    [InlineData("DTEND:20260902T100000", "DTSTART;TZID=America/New_York:20260902T090000", 60)]
    [InlineData("DTEND;VALUE=DATE:20260903", "DTSTART;TZID=America/New_York:20260902T090000", 15 * 60)]
    [InlineData("DTEND:20260902T100000", "DTSTART:20260902T090000Z", 60)]
    [InlineData("DTEND;TZID=America/New_York:20260902T100000", "DTSTART;TZID=Europe/Paris:20260902T150000", 60)]
    [InlineData("DTEND:20260902T150000Z", "DTSTART;TZID=America/New_York:20260902T100000", 60)]
    [InlineData("DURATION:PT1H", "DTSTART;TZID=America/New_York:20260902T090000", 60)]
    [InlineData("DTEND:unreadable\r\nDURATION:PT1H", "DTSTART:20260902T090000Z", 60)]
    public async Task An_end_is_read_in_its_own_zone_or_that_of_its_start_whichever_comes_first(string end, string start, int minutes)
    {
        FeedEvent one = await ReadOneAsync(end, start),
            other = await ReadOneAsync(start, end);

        Assert.Equal((minutes, minutes), ((one.End - one.Start).TotalMinutes, (other.End - other.Start).TotalMinutes));
    }

    [Fact]
    public async Task Lines_that_end_with_two_carriage_returns_are_read()
    {
        string calendar = Ics.Calendar(Ics.Event("one", Start, "SUMMARY:a", " b")).Replace("\r\n", "\r\r\n", StringComparison.Ordinal);

        Feed feed = await Ics.ReadAsync(calendar, Options);

        Assert.Equal("ab", Assert.Single(feed.Events).Summary);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task Of_two_versions_the_later_counts_and_two_events_with_one_UID_are_both_given()
    {
        string Version(string uid, int hour, int sequence, string stamp) =>
            Ics.Event(uid, $"DTSTART:20260105T{hour:00}0000Z")
                .Replace("SEQUENCE:0", $"SEQUENCE:{sequence}", StringComparison.Ordinal)
                .Replace("DTSTAMP:20270101", $"DTSTAMP:{stamp}", StringComparison.Ordinal);

        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Version("sequence", 1, 1, "20270101"),
                Version("sequence", 2, 0, "20270301"),
                Version("stamp", 3, 1, "20270101"),
                Version("stamp", 4, 1, "20270102"),
                Version("both", 5, 1, "20270101"),
                Version("both", 6, 1, "20270101")
            ),
            Options
        );

        Assert.Equal([1, 4, 5, 6], feed.Events.Select(e => e.Start.Hour));
    }

    [Theory]
    [InlineData("ATTENDEE;CN=\"^^ ^n ^' ^x\":mailto:a@x.org", "a@x.org", "^ \n \" ^x")]
    [InlineData("ATTENDEE;EMAIL=a@x.org:urn:uuid:1", "a@x.org", null)]
    [InlineData("ATTENDEE;EMAIL=other@x.org:mailto:a@x.org", "a@x.org", null)]
    [InlineData("ATTENDEE:a@x.org", "a@x.org", null)]
    [InlineData("ATTENDEE:https://x.org/@a", "", null)]
    [InlineData("ATTENDEE:invalid:nomail", "", null)]
    public async Task A_person_is_named_as_RFC_6868_and_7986_write_it(string line, string mail, string? name) =>
        Assert.Equal(new FeedAttendee { Mail = mail, Name = name }, Assert.Single((await ReadOneAsync(Start, line)).Attendees));

    [Fact]
    public async Task A_calendar_that_is_named_as_in_RFC_7986_has_a_name() =>
        Assert.Equal(
            "Le club, l'asso",
            (
                await Ics.ReadAsync(
                    Ics.Calendar().Replace("X-WR-CALNAME:Test", "NAME:Le club\\, l'asso", StringComparison.Ordinal),
                    Options
                )
            ).Name
        );

    [Theory]
    [InlineData("END:VEVENT\r\n", "")]
    [InlineData("END:VALARM\r\n", "")]
    [InlineData("BEGIN:VALARM\r\n", "")]
    [InlineData("BEGIN:VALARM\r\n", "BEGIN:VCALENDAR\r\n")]
    [InlineData("END:VALARM\r\n", "END:VALARM\r\nEND:VALARM\r\n")]
    public async Task A_part_without_its_start_or_end_does_not_cost_the_feed(string old, string changed)
    {
        string broken = Ics.Event("one", Start, "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM")
            .Replace(old, changed, StringComparison.Ordinal);

        Feed feed = await Ics.ReadAsync(Ics.Calendar(broken, Ics.Event("two", Start)), Options);

        Assert.Equal(["one", "two"], feed.Events.Select(e => e.Uid));
    }

    private static async Task<FeedEvent> ReadOneAsync(params string[] lines) =>
        Assert.Single((await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", lines)), Options)).Events);
}

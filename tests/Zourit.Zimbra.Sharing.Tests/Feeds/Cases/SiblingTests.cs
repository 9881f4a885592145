using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Cases;

/// <summary>What is of the same kind as the cases of <see cref="CaseTests"/>, but nobody has met yet.</summary>
public sealed class SiblingTests
{
    private const string Start = "DTSTART:20260105T090000Z";

    private static readonly FeedReadOptions Options = new()
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

    [Theory]
    [InlineData("FREQ=WEEKLY;UNTIL=99991231", 104)]
    [InlineData("FREQ=WEEKLY;UNTIL=99991231T235959Z", 104)]
    [InlineData("FREQ=WEEKLY;X-UNTIL=20260110T000000Z", 104)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112", 2)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112T090000Z", 2)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112T085959Z", 1)]
    [InlineData("FREQ=WEEKLY;UNTIL=20260112T090000", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20260112T090000Z", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=1;UNTIL=20260112T090000Z", 1)]
    [InlineData("freq=weekly;count=2", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=2;WKST=XX", 2)]
    [InlineData("FREQ=WEEKLY;COUNT=2;FOO=BAR;BAZ", 2)]
    [InlineData("FREQ=HOURLY;INTERVAL=6;COUNT=5", 5)]
    [InlineData("FREQ=MONTHLY;BYDAY=+1MO;COUNT=2", 2)]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO,2MO;COUNT=2", 2)]
    public async Task A_rule_gives_as_many_as_it_says(string rule, int count)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", Start, $"RRULE:{rule}")), Options);

        Assert.Equal(count, feed.Events.Count);
    }

    [Theory]
    [InlineData("EXDATE:20260106T090000Z")]
    [InlineData("EXDATE;TZID=Europe/Paris:20260106T100000")]
    [InlineData("EXDATE;VALUE=DATE:20260106")]
    [InlineData("EXDATE:20260106")]
    [InlineData("EXDATE:20260106T090000")]
    [InlineData("EXRULE:FREQ=DAILY;INTERVAL=10;COUNT=2", "DTSTART:20260106T090000Z", "RRULE:FREQ=DAILY;COUNT=3")]
    public async Task An_occurrence_is_left_out_in_whatever_form_it_is_named(string line, params string[] series)
    {
        string[] lines = series.Length > 0 ? series : [Start, "RRULE:FREQ=DAILY;COUNT=3"];

        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("one", [.. lines, line])), Options);

        Assert.Equal(2, feed.Events.Count);
        Assert.DoesNotContain(feed.Events, e => e.Start.Day == 6);
        Assert.Empty(feed.Problems);
    }

    [Theory]
    [InlineData("20260113")]
    [InlineData("20260113T000000")]
    [InlineData("20260112T230000Z")]
    [InlineData("20260113T000000Z")]
    public async Task A_day_of_a_series_of_whole_days_is_left_out_in_whatever_form_it_is_named(string day)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("one", "DTSTART;VALUE=DATE:20260106", "RRULE:FREQ=WEEKLY;COUNT=3", $"EXDATE:{day}")),
            Options
        );

        Assert.Equal([6, 20], feed.Events.Select(e => e.Start.Day));
    }

    [Theory]
    [InlineData("RECURRENCE-ID:20260106T090000Z")]
    [InlineData("RECURRENCE-ID;TZID=America/New_York:20260106T040000")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20260106")]
    [InlineData("RECURRENCE-ID:20260106T090000")]
    public async Task A_changed_instance_takes_the_place_of_its_own_in_whatever_form_it_is_named(string line)
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("one", "DTSTART:20260109T120000Z", line), Ics.Event("one", Start, "RRULE:FREQ=DAILY;COUNT=3")),
            Options
        );

        Assert.Equal([5, 7, 9], feed.Events.Select(e => e.Start.Day));
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 9, 0, 0, TimeSpan.Zero), feed.Events[2].RecurrenceId);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task A_change_of_all_later_instances_moves_them_all_until_the_next_change()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "DTEND:20260105T100000Z", "RRULE:FREQ=DAILY;COUNT=6", "EXDATE:20260108T090000Z", "SUMMARY:old"),
                Ics.Event(
                    "s",
                    "DTSTART:20260107T110000Z",
                    "DTEND:20260107T113000Z",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T090000Z",
                    "SUMMARY:new"
                ),
                Ics.Event("s", "DTSTART:20260109T150000Z", "RECURRENCE-ID:20260109T090000Z", "SUMMARY:alone")
            ),
            Options
        );

        Assert.Equal(
            [(5, 9, "old"), (6, 9, "old"), (7, 11, "new"), (9, 15, "alone"), (10, 11, "new")],
            feed.Events.Select(e => (e.Start.Day, e.Start.Hour, e.Summary!))
        );
        Assert.Equal([60.0, 60, 30, 0, 30], feed.Events.Select(e => (e.End - e.Start).TotalMinutes));
        Assert.Equal(9, feed.Events[^1].RecurrenceId!.Value.Hour);
        Assert.Empty(feed.Problems);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=9", "20260107T090000Z", "5 6")]
    [InlineData("RRULE:FREQ=DAILY", "20260107T090000Z", "5 6")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20260110T090000Z", "20260109T090000Z,20260107T090000Z", "5 6")]
    [InlineData("RDATE:20260106T090000Z,20260108T090000Z", "20260107T000000Z", "5 6")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=9", "20260105T090000Z", "")]
    public async Task A_series_whose_later_dates_are_cancelled_as_Zimbra_writes_it_ends_there(string series, string from, string days)
    {
        Feed feed = await Ics.ReadAsync(Ics.Calendar(Ics.Event("s", Start, series, $"EXDATE;RANGE=THISANDFUTURE:{from}")), Options);

        Assert.Equal(days, string.Join(' ', feed.Events.Select(e => e.Start.Day)));
        Assert.Contains("THISANDFUTURE", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
        Assert.Contains("THISANDFUTURE", feed.Problems[0].Message.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_ends_a_series_counts_from_that_day_on_by_the_clock_of_the_series()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("s", Start, "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE;RANGE=THISANDFUTURE:20260107")),
            Options
        );

        Assert.Equal([5, 6], feed.Events.Select(e => e.Start.Day));
    }

    [Fact]
    public async Task A_change_of_all_later_instances_ends_with_its_series()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "RRULE:FREQ=DAILY", "EXDATE;RANGE=THISANDFUTURE:20260108T090000Z"),
                Ics.Event("s", "DTSTART:20260106T110000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260106T090000Z")
            ),
            Options
        );

        Assert.Equal([(5, 9), (6, 11), (7, 11)], feed.Events.Select(e => (e.Start.Day, e.Start.Hour)));
    }

    [Fact]
    public async Task A_range_that_nobody_defines_cancels_the_date_alone_and_is_reported()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(Ics.Event("s", Start, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;RANGE=THISANDPRIOR:20260106T090000Z")),
            Options
        );

        Assert.Equal([5, 7], feed.Events.Select(e => e.Start.Day));
        Assert.Contains("THISANDPRIOR", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_instance_without_a_start_is_at_the_time_of_the_instance()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "RRULE:FREQ=DAILY;COUNT=2", "SUMMARY:old"),
                Ics.Event("s", "RECURRENCE-ID:20260106T090000Z", "SUMMARY:new")
            ),
            Options
        );

        Assert.Equal([(5, "old"), (6, "new")], feed.Events.Select(e => (e.Start.Day, e.Summary!)));
    }

    [Fact]
    public async Task Two_versions_of_a_change_are_one_in_whatever_form_they_name_their_instance()
    {
        Feed feed = await Ics.ReadAsync(
            Ics.Calendar(
                Ics.Event("s", Start, "RRULE:FREQ=DAILY;COUNT=2"),
                Ics.Event("s", "DTSTART:20260106T120000Z", "RECURRENCE-ID;VALUE=DATE:20260106")
                    .Replace("SEQUENCE:0", "SEQUENCE:2", StringComparison.Ordinal),
                Ics.Event("s", "DTSTART:20260106T150000Z", "RECURRENCE-ID:20260106T090000Z")
            ),
            Options
        );

        Assert.Equal([9, 12], feed.Events.Select(e => e.Start.Hour));
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

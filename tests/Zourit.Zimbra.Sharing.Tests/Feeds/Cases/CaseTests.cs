using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Tests.Documentation;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Cases;

/// <summary>Feeds that were once read wrongly, each beside its test; read over 2026 and 2027 by a reader in Paris.</summary>
public sealed class CaseTests
{
    private static readonly FeedReadOptions Options = new()
    {
        From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        To = new(2027, 12, 31, 0, 0, 0, TimeSpan.Zero),
        LocalTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
    };

    [Fact]
    public async Task A_zone_whose_name_is_escaped_in_its_definition_was_not_found()
    {
        Feed feed = await ReadAsync("01-tzid-escaped");

        Assert.Equal(["2026-07-10 16:00-17:00"], Times(feed));
        Assert.Equal("(UTC-08:00) Here, There", feed.Events[0].TimeZone);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task A_URL_and_a_UID_kept_the_backslashes_that_the_server_writes()
    {
        FeedEvent read = Assert.Single((await ReadAsync("02-url-escaped")).Events);

        Assert.Equal(("https://maps.example/@48.85,2.35;z=3", "a,b"), (read.Url, read.Uid));
    }

    [Fact]
    public async Task A_series_that_ends_before_it_starts_vanished_from_a_window()
    {
        Feed inWindow = await ReadAsync("03-until-before-start"),
            whole = await ReadAsync("03-until-before-start", new FeedReadOptions { LocalTimeZone = Options.LocalTimeZone });

        Assert.Equal(["2026-03-17 23:00-23:00"], Times(inWindow));
        Assert.Equal(Times(inWindow), Times(whole));
    }

    [Fact]
    public async Task One_unreadable_line_of_text_cost_its_event()
    {
        Feed feed = await ReadAsync("04-one-bad-text-line");

        Assert.Equal(["u1", "u2", "u3", "u4", "u5"], feed.Events.Select(e => e.Uid));
        Assert.All(Times(feed), time => Assert.Equal("2026-04-09 09:30-10:30", time));
        Assert.Equal(["ctrl", "qp", "quotes", "noval", "good"], feed.Events.Select(e => e.Summary));
        Assert.All(feed.Events, e => Assert.True(e.Description is null && e.Attendees.Count == 0));
        Assert.Equal(["u1", "u2", "u3", "u4"], feed.Problems.Select(problem => problem.Uid).Order());
    }

    [Fact]
    public async Task A_rule_with_a_count_and_an_end_gave_its_first_day_only()
    {
        Feed feed = await ReadAsync("05-count-and-until");

        Assert.Equal(["2026-01-05 09:00-10:00", "2026-01-06 09:00-10:00", "2026-01-07 09:00-10:00"], Times(feed));
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task An_instance_named_by_its_day_was_given_twice()
    {
        Feed feed = await ReadAsync("06-recurrence-id-date");

        Assert.Equal(["2026-01-05 08:00-09:00", "2026-01-06 11:00-12:00", "2026-01-07 08:00-09:00", "2026-01-08 08:00-09:00"], Times(feed));
        Assert.Equal((true, "ch"), (feed.Events[1].IsException, feed.Events[1].Summary));
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 9, 0, 0, TimeSpan.FromHours(1)), feed.Events[1].RecurrenceId);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public async Task An_end_without_a_zone_was_not_in_the_zone_of_its_start() =>
        Assert.Equal(["2026-09-02 13:00-14:00"], Times(await ReadAsync("08-floating-dtend")));

    [Fact]
    public async Task A_whole_day_that_ends_where_it_starts_lasted_no_time()
    {
        FeedEvent read = Assert.Single((await ReadAsync("09-allday-same-end")).Events);

        Assert.Equal((new DateTime(2026, 4, 12), new DateTime(2026, 4, 13)), (read.Start.DateTime, read.End.DateTime));
    }

    [Fact]
    public async Task An_old_version_of_an_event_was_given_beside_the_new_one()
    {
        FeedEvent read = Assert.Single((await ReadAsync("12-duplicate-uid-sequence")).Events);

        Assert.Equal(("new", 2, 10), (read.Summary, read.Sequence, read.Start.UtcDateTime.Hour));
    }

    [Fact]
    public async Task Lines_that_end_with_a_carriage_return_alone_were_taken_for_a_connection_that_was_cut()
    {
        await using var server = new ScriptedServer(Replies.Http(200, Text("13-cr-only"), "text/calendar;charset=utf-8"));
        await using var client = new ZimbraClient(
            server.Address,
            ZimbraCredentials.Anonymous,
            TestClients.Options(options => options.MaxRetries = 2)
        );

        Feed feed = await client.Feeds.ReadAsync(Ics.Address(server), Options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["2026-01-05 09:00-10:00"], Times(feed));
        Assert.Empty(feed.Problems);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_name_with_quotes_was_given_as_RFC_6868_writes_it() =>
        Assert.Equal(
            new FeedAttendee { Mail = "a@example.com", Name = "First \"Nick\" Last" },
            Assert.Single(Assert.Single((await ReadAsync("15-cn-rfc6868")).Events).Attendees)
        );

    [Fact]
    public async Task A_rule_with_parts_of_RFC_7529_gave_its_first_day_only() =>
        Assert.Equal(
            ["2026-01-05 09:00-10:00", "2026-02-05 09:00-10:00", "2026-03-05 09:00-10:00"],
            Times(await ReadAsync("16-unknown-rule-part"))
        );

    [Fact]
    public async Task An_end_that_cannot_be_read_cost_its_event()
    {
        Feed feed = await ReadAsync("17-unreadable-end");

        Assert.Equal(["2026-01-05 09:00-09:00", "2026-01-05 11:00-11:00"], Times(feed));
        Assert.Equal(["u1", "u2"], feed.Problems.Select(problem => problem.Uid).Order());
    }

    private static string Text(string name) =>
        File.ReadAllText(Repository.PathTo(Path.Combine("tests", "Zourit.Zimbra.Sharing.Tests", "Feeds", "Cases", name + ".ics")));

    private static Task<Feed> ReadAsync(string name, FeedReadOptions? options = null) => Ics.ReadAsync(Text(name), options ?? Options);

    private static IEnumerable<string> Times(Feed feed) =>
        feed.Events.Select(e => FormattableString.Invariant($"{e.Start.UtcDateTime:yyyy-MM-dd HH:mm}-{e.End.UtcDateTime:HH:mm}"));
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

/// <summary>What the real server sent is read whole.</summary>
public sealed class RecordedFeedTests
{
    private static readonly Recording[] Feeds =
    [
        .. Recordings.All.Where(recording =>
            recording.Request.Method == "GET" && recording.Reply.Text.StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal)
        ),
    ];

    [Fact]
    public async Task Every_recorded_feed_is_read_without_a_problem()
    {
        Assert.True(Feeds.Length >= 20, $"only {Feeds.Length} recordings hold a feed");
        foreach (Recording recording in Feeds.Where(recording => !recording.Reply.Text.Contains("VFREEBUSY", StringComparison.Ordinal)))
        {
            Feed feed = await Ics.ReadAsync(recording.Reply.Text);

            Assert.Equal((recording.Name, Count(recording, "BEGIN:VEVENT\r\n")), (recording.Name, feed.EventsInFeed));
            Assert.Equal(Count(recording, "\r\nSUMMARY:") > 0, feed.Events.Any(e => e.Summary is not null));
            // The server cancels all later occurrences by an EXDATE with a range, which is reported, and applied below (17-27).
            Assert.All(feed.Problems, problem => Assert.Contains("THISANDFUTURE", problem.Message.English, StringComparison.Ordinal));
            Assert.Equal(recording.Reply.Body.Length, feed.Bytes);
            Assert.All(feed.Events, e => Assert.True(e.End >= e.Start && e.Start.Year >= 2029));
        }
    }

    [Fact]
    public async Task Every_recorded_refusal_is_an_exception_of_this_library()
    {
        Recording[] refusals =
        [
            .. Recordings.All.Where(recording =>
                recording.Request.Method == "GET"
                && recording.Request.Target.Contains("/home/", StringComparison.Ordinal)
                && recording.Reply.Status != 200
            ),
        ];
        Assert.True(refusals.Length >= 15, $"only {refusals.Length} recordings hold a refusal");
        foreach (Recording recording in refusals)
        {
            string headers = string.Concat(
                recording
                    .Reply.Headers.Where(header => header.Name is "WWW-Authenticate")
                    .Select(header => $"{header.Name}: {header.Value}\r\n")
            );
            await using var server = new ScriptedServer(Replies.Http(recording.Reply.Status, recording.Reply.Text, "text/html", headers));
            await using var client = new ZimbraClient(server.Address, ZimbraCredentials.Anonymous, TestClients.Options(null));

            ZimbraException e = await Assert.ThrowsAnyAsync<ZimbraException>(() =>
                client.Feeds.ReadAsync(
                    Ics.Address(server),
                    new() { Credentials = new FeedCredentials("a@b.c", new Secret("p")) },
                    cancellationToken: TestContext.Current.CancellationToken
                )
            );

            Assert.Equal(recording.Reply.Status == 401, e is ZimbraAuthenticationException);
            Assert.Equal(recording.Reply.Status is 400 or 404 or 501, e is ZimbraFeedException);
        }
    }

    [Fact]
    public async Task A_series_that_the_server_cancelled_from_an_instance_on_ends_there()
    {
        Feed feed = await Ics.ReadAsync(Recordings.Named("17-27-feed-cancel-future").Reply.Text);

        Assert.Equal(
            ["18.03 Hebdo", "26.03 Hebdo décalé"],
            feed.Events.Where(e => e.Summary!.StartsWith("Hebdo", StringComparison.Ordinal)).Select(e => $"{e.Start:dd.MM} {e.Summary}")
        );
        Assert.Contains("THISANDFUTURE", Assert.Single(feed.Problems).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_of_recording_06_81_is_read_in_detail()
    {
        Feed feed = await Ics.ReadAsync(Ical());

        // The server cancels all later occurrences by an EXDATE with a range, which is reported (17-27).
        Assert.All(feed.Problems, problem => Assert.Contains("THISANDFUTURE", problem.Message.English, StringComparison.Ordinal));
        FeedEvent planning = feed.Events.Single(e => e.Uid == "68a19505-e166-4742-a97d-bbb1c4969e10" && e.IsException);
        Assert.Equal("Weekly moved", planning.Summary);
        Assert.Equal(new DateTimeOffset(2030, 1, 14, 14, 0, 0, TimeSpan.FromHours(1)), planning.RecurrenceId);
        Assert.Equal(new DateTimeOffset(2030, 1, 14, 16, 30, 0, TimeSpan.FromHours(1)), planning.Start);

        FeedEvent[] monthly = [.. feed.Events.Where(e => e.Summary == "Monthly")];
        Assert.Equal(["08.01", "12.02", "12.03"], monthly.Select(e => e.Start.ToString("dd.MM", null)));

        // UNTIL is UTC there, and its last occurrence starts after it: 14:00 in Berlin is 13:00 UTC, before 14:00 UTC.
        FeedEvent[] daily = [.. feed.Events.Where(e => e.Summary == "DailyU")];
        Assert.Equal(8, daily.Length);
        Assert.Equal(new DateTimeOffset(2030, 2, 15, 14, 0, 0, TimeSpan.FromHours(1)), daily[^1].Start);

        FeedEvent allDay = feed.Events.Single(e => e.Summary == "All day");
        Assert.True(allDay.IsAllDay);
        Assert.Equal(TimeSpan.FromDays(2), allDay.End - allDay.Start);

        Assert.Equal(
            TimeSpan.FromMinutes(90),
            feed.Events.Single(e => e.Summary == "Dur").End - feed.Events.Single(e => e.Summary == "Dur").Start
        );
        FeedEvent secret = feed.Events.Single(e => e.Summary == "Secret");
        Assert.True(secret.IsPrivate && !secret.AreDetailsWithheld);
        Assert.Contains(feed.Events, e => e.Summary is null && e.Description == "Agenda: ä ö ü");
    }

    [Fact]
    public async Task A_cancelled_instance_is_left_out_unless_asked_for()
    {
        string ical = Ical();
        Feed without = await Ics.ReadAsync(ical);
        Feed with = await Ics.ReadAsync(ical, new FeedReadOptions { IncludeCancelled = true });

        Assert.DoesNotContain(without.Events, e => e.Status == FeedEventStatus.Cancelled);
        Assert.Equal("Cancelled: Planning", with.Events.Single(e => e.Status == FeedEventStatus.Cancelled).Summary);
    }

    private static string Ical() =>
        XDocument
            .Parse(Recordings.Named("06-81-ical").Reply.Text)
            .Descendants()
            .Single(element => element.Name.LocalName == "ical")
            .Value.ReplaceLineEndings("\r\n");

    private static int Count(Recording recording, string text) => recording.Reply.Text.Split(text).Length - 1;
}

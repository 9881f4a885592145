using System.Net;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_that_is_not_public_is_closed_to_anybody()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        var e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token)
        );

        Assert.Equal(AuthenticationFailure.Rejected, e.Failure);
        Assert.Contains("not public", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_does_not_show()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync()).WithGuest();

        var e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(
                calendar.Address,
                new() { Credentials = new FeedCredentials(SharedCalendar.Identifier, new Secret("wr0ng")) },
                cancellationToken: Token
            )
        );

        Assert.Contains(SharedCalendar.Identifier, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_password_is_sent_only_once_because_each_one_counts_towards_the_lock_out()
    {
        await using SharedCalendar calendar = (await SharedCalendar.StartAsync(configure: options => options.MaxRetries = 5)).WithGuest();

        await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            calendar.Client.Feeds.ReadAsync(
                calendar.Address,
                new() { Credentials = new FeedCredentials(SharedCalendar.Identifier, new Secret("wr0ng")) },
                cancellationToken: Token
            )
        );

        Assert.Single(calendar.Server.Journal.Entries);
    }

    [Fact]
    public async Task A_guest_that_signs_in_but_was_granted_nothing_gets_404()
    {
        await using SharedCalendar calendar = await SharedCalendar.StartAsync();

        var e = await Assert.ThrowsAsync<ZimbraFeedException>(() =>
            calendar.Client.Feeds.ReadAsync(calendar.Address, new() { Credentials = SharedCalendar.Guest }, cancellationToken: Token)
        );

        Assert.Equal(HttpStatusCode.NotFound, e.StatusCode);
        Assert.Contains("not shared with this account", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guest_reads_the_calendar_with_identifier_and_password()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Sortie à vélo", Noon, Noon.AddHours(2)), "/Événements de l'asso")
        ).WithGuest();

        Feed feed = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { Credentials = SharedCalendar.Guest },
            cancellationToken: Token
        );

        FeedEvent e = Assert.Single(feed.Events);
        Assert.Equal("Sortie à vélo", e.Summary);
        Assert.Equal(Noon, e.Start);
        Assert.Equal(Noon.AddHours(2), e.End);
        Assert.False(e.IsAllDay || e.IsPrivate || e.IsFloating || e.IsException);
        Assert.Equal("Événements de l'asso", feed.Name);
        Assert.Empty(feed.Problems);
        Assert.Empty(feed.Warnings);
        Assert.Equal(1, feed.EventsInFeed);
    }

    [Fact]
    public async Task A_grant_with_a_password_of_its_own_opens_to_the_bare_mail_address()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Réunion", Noon, Noon.AddHours(1)))
        ).Grant(new("autre@free.fr", "guest", "r") { Secret = "gr4nt" });

        Feed feed = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { Credentials = new FeedCredentials("autre@free.fr", new Secret("gr4nt")) },
            cancellationToken: Token
        );

        Assert.Single(feed.Events);
    }

    [Fact]
    public async Task Anybody_reads_a_public_calendar_and_a_wrong_password_is_hidden_by_it()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))
        ).Public();

        Feed anybody = await calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token);
        Feed wrong = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { Credentials = new FeedCredentials(SharedCalendar.Identifier, new Secret("wr0ng")) },
            cancellationToken: Token
        );

        Assert.Equal("Fête", Assert.Single(anybody.Events).Summary);
        Assert.Single(wrong.Events);
    }

    [Fact]
    public async Task A_private_event_shows_only_that_the_time_is_taken()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.PrivateEvent("Docteur", Noon, Noon.AddHours(1)))
        ).WithGuest();

        FeedEvent e = Assert.Single(
            (
                await calendar.Client.Feeds.ReadAsync(
                    calendar.Address,
                    new() { Credentials = SharedCalendar.Guest },
                    cancellationToken: Token
                )
            ).Events
        );

        Assert.True(e.IsPrivate && e.AreDetailsWithheld);
        Assert.Null(e.Summary);
        Assert.Equal(Noon, e.Start);
    }

    [Fact]
    public async Task A_guest_with_the_right_to_private_events_reads_them()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.PrivateEvent("Docteur", Noon, Noon.AddHours(1)))
        ).WithGuest("rp");

        FeedEvent e = Assert.Single(
            (
                await calendar.Client.Feeds.ReadAsync(
                    calendar.Address,
                    new() { Credentials = SharedCalendar.Guest },
                    cancellationToken: Token
                )
            ).Events
        );

        Assert.True(e.IsPrivate);
        Assert.False(e.AreDetailsWithheld);
        Assert.Equal("Docteur", e.Summary);
    }

    [Fact]
    public async Task Sharing_switched_off_afterwards_gives_an_empty_calendar_with_a_warning()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events => events.Event("Fête", Noon, Noon.AddHours(1)))
        ).Public();
        calendar.Server.Change(directory =>
            directory.FindAccount(SharedCalendar.Owner)!.Attributes["zimbraPublicSharingEnabled"] = "FALSE"
        );

        Feed feed = await calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token);

        Assert.Empty(feed.Events);
        FeedWarning warning = Assert.Single(feed.Warnings);
        Assert.Equal(FeedWarningCode.NoEvents, warning.Code);
        Assert.Contains("switched off", warning.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_the_server_tells_of_an_event_is_read()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events =>
                events.Item(
                    new CalendarItem
                    {
                        Uid = "all-1",
                        Summary = "Assemblée, générale; 2027",
                        Description = "ligne 1\nligne 2, avec virgule",
                        Location = "Salle des fêtes",
                        Start = new(2027, 7, 14, 18, 30, 0),
                        End = new(2027, 7, 14, 20, 0, 0),
                        TimeZone = "Europe/Paris",
                        Organizer = ("owner@monasso.org", "Le, Président"),
                        Attendees =
                        [
                            new CalendarAttendee { Mail = "marie@free.fr", Name = "Marie" },
                            new CalendarAttendee { Mail = "paul@free.fr" },
                        ],
                        Status = "TENTATIVE",
                        Transparency = "TRANSPARENT",
                        Sequence = 3,
                        Modified = new(2027, 1, 2, 3, 4, 5, TimeSpan.Zero),
                    }
                )
            )
        ).Public();

        FeedEvent e = Assert.Single((await calendar.Client.Feeds.ReadAsync(calendar.Address, cancellationToken: Token)).Events);

        Assert.Equal("all-1", e.Uid);
        Assert.Equal("Assemblée, générale; 2027", e.Summary);
        Assert.Equal("ligne 1\nligne 2, avec virgule", e.Description);
        Assert.Equal("Salle des fêtes", e.Location);
        Assert.Equal(new DateTimeOffset(2027, 7, 14, 18, 30, 0, TimeSpan.FromHours(2)), e.Start);
        Assert.Equal(TimeSpan.FromHours(2), e.Start.Offset);
        Assert.Equal(TimeSpan.FromMinutes(90), e.End - e.Start);
        Assert.Equal("Europe/Paris", e.TimeZone);
        Assert.Equal(new FeedPerson { Mail = "owner@monasso.org", Name = "Le, Président" }, e.Organizer);
        Assert.Equal(
            [
                new FeedAttendee
                {
                    Mail = "marie@free.fr",
                    Name = "Marie",
                    Role = "REQ-PARTICIPANT",
                    Answer = "NEEDS-ACTION",
                },
                new FeedAttendee
                {
                    Mail = "paul@free.fr",
                    Role = "REQ-PARTICIPANT",
                    Answer = "NEEDS-ACTION",
                },
            ],
            e.Attendees
        );
        Assert.Equal(FeedEventStatus.Tentative, e.Status);
        Assert.True(e.IsTransparent);
        Assert.Equal(3, e.Sequence);
        Assert.Equal(new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero), e.LastModified);
        Assert.Null(e.RecurrenceId);
    }

    [Fact]
    public async Task A_series_is_given_by_its_occurrences_in_the_window()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events =>
                events.Item(
                    new CalendarItem
                    {
                        Uid = "weekly",
                        Summary = "Répétition",
                        Start = new(2027, 3, 4, 19, 0, 0),
                        End = new(2027, 3, 4, 21, 0, 0),
                        TimeZone = "Europe/Paris",
                        RecurrenceRule = "FREQ=WEEKLY;INTERVAL=1;BYDAY=TH",
                        ExceptionDates = [new(2027, 3, 18, 19, 0, 0)],
                        Exceptions =
                        [
                            new CalendarItem
                            {
                                Uid = "weekly",
                                Summary = "Répétition, plus tard",
                                Start = new(2027, 4, 1, 20, 0, 0),
                                End = new(2027, 4, 1, 22, 0, 0),
                                TimeZone = "Europe/Paris",
                                RecurrenceId = new(2027, 4, 1, 19, 0, 0),
                            },
                        ],
                    }
                )
            )
        ).Public();

        Feed feed = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { From = new(2027, 3, 10, 0, 0, 0, TimeSpan.Zero), To = new(2027, 4, 9, 0, 0, 0, TimeSpan.Zero) },
            cancellationToken: Token
        );

        // The clocks change on 28 March: the wall time stays, the offset does not.
        Assert.Equal(
            [
                new DateTimeOffset(2027, 3, 11, 19, 0, 0, TimeSpan.FromHours(1)),
                new DateTimeOffset(2027, 3, 25, 19, 0, 0, TimeSpan.FromHours(1)),
                new DateTimeOffset(2027, 4, 1, 20, 0, 0, TimeSpan.FromHours(2)),
                new DateTimeOffset(2027, 4, 8, 19, 0, 0, TimeSpan.FromHours(2)),
            ],
            feed.Events.Select(e => e.Start)
        );
        FeedEvent moved = feed.Events[2];
        Assert.True(moved.IsException);
        Assert.Equal("Répétition, plus tard", moved.Summary);
        Assert.Equal(new DateTimeOffset(2027, 4, 1, 19, 0, 0, TimeSpan.FromHours(2)), moved.RecurrenceId);
    }

    [Fact]
    public async Task A_window_with_both_bounds_is_passed_to_the_server_a_day_wider_and_one_bound_is_not()
    {
        await using SharedCalendar calendar = (
            await SharedCalendar.StartAsync(events =>
                events
                    .Event("Avant", Noon.AddDays(-10), Noon.AddDays(-10))
                    .Event("Dedans", Noon, Noon.AddHours(1))
                    .Event("Après", Noon.AddDays(10), Noon.AddDays(10))
            )
        ).Public();

        Feed both = await calendar.Client.Feeds.ReadAsync(
            calendar.Address,
            new() { From = Noon.AddDays(-1), To = Noon.AddDays(1) },
            cancellationToken: Token
        );
        Feed one = await calendar.Client.Feeds.ReadAsync(calendar.Address, new() { From = Noon.AddDays(-1) }, cancellationToken: Token);

        Assert.Equal("Dedans", Assert.Single(both.Events).Summary);
        Assert.Equal(1, both.EventsInFeed);
        Assert.Equal(["Dedans", "Après"], one.Events.Select(e => e.Summary));
        Assert.Equal(3, one.EventsInFeed);
    }
}

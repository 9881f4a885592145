using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>Thunderbird reads a shared calendar as the library does.</summary>
public sealed class ReadingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_reads_a_calendar_by_its_feed_and_by_CalDAV_as_the_library_reads_it()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        var login = new FeedCredentials(SharedCalendars.Identifier, new Secret(SharedCalendars.Password));
        IReadOnlyList<ReadEvent> expected = await asso.ReadAsync(SharedCalendars.Read, login, Cancel);

        Answer answer = await Program.RunAsync(
            new Wish
            {
                Subscriptions =
                [
                    AsGuest("feed", "ics", asso.Feed(SharedCalendars.Read).ToString()),
                    AsGuest("owner's path", "caldav", asso.CalDav(SharedCalendars.Read).AbsoluteUri),
                ],
            },
            Cancel
        );

        Assert.Equal(10, expected.Count);
        Assert.Equal("load", answer.Subscriptions["feed"].How);
        Assert.Equal(expected, ReadEvent.Sorted(answer.Subscriptions["feed"].Events));
        Assert.Equal(expected, ReadEvent.Sorted(answer.Subscriptions["owner's path"].Events));
    }

    [Fact]
    public async Task A_guest_with_a_grant_password_reads_a_feed_as_the_library_reads_it()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        var login = new FeedCredentials(SharedCalendars.GrantGuest, new Secret(SharedCalendars.GrantPassword));
        IReadOnlyList<ReadEvent> expected = await asso.ReadAsync(SharedCalendars.ForGrantGuest, login, Cancel);

        Answer answer = await Program.RunAsync(
            new Wish
            {
                Subscriptions =
                [
                    new("feed", "ics", asso.Feed(SharedCalendars.ForGrantGuest).ToString())
                    {
                        User = SharedCalendars.GrantGuest,
                        Password = SharedCalendars.GrantPassword,
                    },
                ],
            },
            Cancel
        );

        Assert.NotEmpty(expected);
        Assert.Equal(expected, ReadEvent.Sorted(answer.Subscriptions["feed"].Events));
    }

    [Fact]
    public async Task Anybody_reads_a_public_feed_as_the_library_reads_it()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        IReadOnlyList<ReadEvent> expected = await asso.ReadAsync(SharedCalendars.Public, credentials: null, Cancel);

        Answer answer = await Program.RunAsync(
            new Wish { Subscriptions = [new("feed", "ics", asso.Feed(SharedCalendars.Public).ToString())] },
            Cancel
        );

        Assert.NotEmpty(expected);
        Assert.Equal(expected, ReadEvent.Sorted(answer.Subscriptions["feed"].Events));
    }

    [Fact]
    public async Task A_guest_who_may_write_adds_an_event_by_CalDAV_that_the_library_then_reads()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        Answer answer = await Program.RunAsync(
            new Wish
            {
                Subscriptions =
                [
                    AsGuest("owner's path", "caldav", asso.CalDav(SharedCalendars.Written).AbsoluteUri) with
                    {
                        Add = EventFiles.Added,
                    },
                ],
            },
            Cancel
        );

        Assert.Equal("added", answer.Subscriptions["owner's path"].Added);
        var login = new FeedCredentials(SharedCalendars.Identifier, new Secret(SharedCalendars.Password));
        IReadOnlyList<ReadEvent> now = await asso.ReadAsync(SharedCalendars.Written, login, Cancel);
        Assert.Equal(["Atelier couture", "Atelier vélo"], now.Select(item => item.Summary).Order(StringComparer.Ordinal));
    }

    private static SubscriptionWish AsGuest(string name, string type, string address) =>
        new(name, type, address) { User = SharedCalendars.Identifier, Password = SharedCalendars.Password };
}

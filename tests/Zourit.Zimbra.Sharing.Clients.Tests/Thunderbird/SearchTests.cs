namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>What Thunderbird's dialog for a new calendar finds at the addresses that guests are given.</summary>
public sealed class SearchTests
{
    private const string AsksForPassword = "AuthFailedError";
    private const string FindsNothing = "NoneFoundError";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_does_not_answer_has_no_calendars()
    {
        SharedCalendars gone = await SharedCalendars.StartAsync(Cancel);
        string feed = gone.Feed(SharedCalendars.Read).ToString();
        await gone.DisposeAsync();

        Answer answer = await Program.RunAsync(new Wish { Searches = [AsGuest("gone", feed)] }, Cancel);

        Assert.Equal(FindsNothing, answer.Searches["gone"].Error);
    }

    [Fact]
    public async Task Whoever_is_not_let_in_is_asked_for_a_password()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        string feed = asso.Feed(SharedCalendars.Read).ToString();

        Answer answer = await Program.RunAsync(
            new Wish
            {
                Searches =
                [
                    new("guest, at first", feed, SharedCalendars.Identifier),
                    new("guest, wrong password", feed, SharedCalendars.Identifier, "wrong"),
                    new("guest, own address", feed, "adresse@orange.fr", SharedCalendars.Password),
                    new("grant guest, at first", asso.Feed(SharedCalendars.ForGrantGuest).ToString(), SharedCalendars.GrantGuest),
                    new("nothing there", $"{asso.Root}/home/nobody@monasso.org/nothing.ics"),
                ],
            },
            Cancel
        );

        Assert.All(answer.Searches, search => Assert.Equal(AsksForPassword, search.Value.Error));
    }

    [Fact]
    public async Task A_guest_with_an_account_chooses_between_the_feed_and_what_CalDAV_lists_their_own_calendar_among_it()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);
        string feed = asso.Feed(SharedCalendars.Read).ToString();

        Answer answer = await Program.RunAsync(
            new Wish { Searches = [AsGuest("by the feed", feed), AsGuest("by the server", asso.Root)] },
            Cancel
        );

        SearchAnswer byFeed = answer.Searches["by the feed"];
        Assert.Equal(["Événements de l'asso"], byFeed.Of("ics").Select(calendar => calendar.Name));
        Assert.Equal(["Atelier de Mon Asso", "Calendar", "Événements de l'asso"], Names(byFeed.Of("caldav")));
        Assert.Equal(["Atelier de Mon Asso", "Calendar", "Événements de l'asso"], Names(answer.Searches["by the server"].Of("caldav")));
        Assert.Empty(answer.Searches["by the server"].Of("ics"));
    }

    [Fact]
    public async Task A_guest_with_a_grant_password_and_everybody_are_offered_the_feed_alone()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        Answer answer = await Program.RunAsync(
            new Wish
            {
                Searches =
                [
                    new(
                        "grant guest",
                        asso.Feed(SharedCalendars.ForGrantGuest).ToString(),
                        SharedCalendars.GrantGuest,
                        SharedCalendars.GrantPassword
                    ),
                    new("everybody", asso.Feed(SharedCalendars.Public).ToString()),
                ],
            },
            Cancel
        );

        Assert.Equal(["ics"], answer.Searches["grant guest"].Kinds.Select(kind => kind.Type));
        Assert.Equal(["Bureau"], Names(answer.Searches["grant guest"].Of("ics")));
        Assert.Equal(["ics"], answer.Searches["everybody"].Kinds.Select(kind => kind.Type));
        Assert.Equal(["Agenda public"], Names(answer.Searches["everybody"].Of("ics")));
    }

    private static IEnumerable<string> Names(IEnumerable<FoundCalendar> calendars) =>
        calendars.Select(calendar => calendar.Name).Order(StringComparer.Ordinal);

    private static Search AsGuest(string name, string address) => new(name, address, SharedCalendars.Identifier, SharedCalendars.Password);
}

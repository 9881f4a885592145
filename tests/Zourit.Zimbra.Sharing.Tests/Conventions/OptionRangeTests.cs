using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>An option out of its range is refused before anything is sent; the error names the parameter and the option.</summary>
public sealed class OptionRangeTests
{
    private static readonly IcsAddress Address = IcsAddress.Parse("https://mail1.example.net/home/owner@monasso.org/my-events.ics");
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Option, Func<ZimbraClient, object?> Call)[] OutOfRange =
    [
        ("MaxConcurrency", client => client.Calendars.ShareWithGuestsAsync([], new BulkOptions { MaxConcurrency = 0 }, Token)),
        ("BatchSize", client => client.Calendars.ShareWithGuestsAsync([], new BulkOptions { BatchSize = 101 }, Token)),
        ("MaxConcurrency", client => client.Calendars.RevokeSharesAsync([], new BulkOptions { MaxConcurrency = 65 }, Token)),
        ("MaxConcurrency", client => client.Guests.CreateAllAsync([], new BulkOptions { MaxConcurrency = -1 }, Token)),
        ("MaxConcurrency", client => client.Calendars.ReviewAsync(new ReviewOptions { MaxConcurrency = 0 }, Token)),
        ("EndingWithin", client => client.Calendars.ReviewAsync(new ReviewOptions { EndingWithin = TimeSpan.FromDays(-1) }, Token)),
        ("Domain", client => client.Calendars.ReviewAsync(new ReviewOptions { Domain = " " }, Token)),
        ("WholeServer", client => client.Calendars.ReviewAsync(new ReviewOptions { Domain = "monasso.org", WholeServer = true }, Token)),
        ("MaxBytes", client => client.Feeds.ReadAsync(Address, new FeedReadOptions { MaxBytes = 0 }, cancellationToken: Token)),
        ("MaxEvents", client => client.Feeds.ReadAsync(Address, new FeedReadOptions { MaxEvents = 0 }, cancellationToken: Token)),
        ("SeriesHorizon", client =>
            client.Feeds.ReadAsync(Address, new FeedReadOptions { SeriesHorizon = TimeSpan.Zero }, cancellationToken: Token)
        ),
        ("MaxExpansionTime", client =>
            client.Feeds.OpenAsync(Address, new FeedReadOptions { MaxExpansionTime = TimeSpan.Zero }, cancellationToken: Token)
        ),
        ("To", client => client.Feeds.ReadAsync(Address, new FeedReadOptions { From = Day, To = Day }, cancellationToken: Token)),
        ("366 days", client =>
            client.Feeds.ReadFreeBusyAsync(Address, new FreeBusyReadOptions { From = Day, To = Day.AddDays(367) }, cancellationToken: Token)
        ),
        ("PublicationWait", client =>
            client.Invitations.AcceptAsync(
                PersonalLink.Parse($"https://mail1.example.net/service/extuserprov/?p={Token12}"),
                "Adresse",
                new Secret("pa55word"),
                new AcceptOptions { PublicationWait = TimeSpan.FromMinutes(11) },
                Token
            )
        ),
    ];

    // docs/protocol.md §12.2, vector A.
    private const string Token12 =
        "0_df0cb615cc7c1a5bab2df8bea977309d9a5e951c_6169643d33363a38633261336235652d306631642d346637652d396135332d36643166306337653"
        + "26234343b6669643d323a31303b656d61696c3d31373a61647265737365406f72616e67652e66723b";

    public static TheoryData<int> Cases { get; } = [.. Enumerable.Range(0, OutOfRange.Length)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Cases))]
    public async Task The_parameter_and_the_option_are_named(int index)
    {
        await using var client = new ZimbraClient(new Uri("http://127.0.0.1:9"), ZimbraCredentials.Token(new Secret("0_given")));

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
        {
            if (OutOfRange[index].Call(client) is Task task)
            {
                await task;
            }
        });

        Assert.Equal("options", e.ParamName);
        Assert.Contains(OutOfRange[index].Option, e.Message, StringComparison.Ordinal);
    }
}

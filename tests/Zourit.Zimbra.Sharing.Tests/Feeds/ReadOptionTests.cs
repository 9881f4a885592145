using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds;

public sealed class ReadOptionTests
{
    private static readonly DateTimeOffset Noon = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Options just beyond a limit, with the start of what is said about them.</summary>
    public static TheoryData<FeedReadOptions, string> Refused =>
        new()
        {
            {
                new() { From = Noon, To = Noon },
                "To (2027-05-01 12:00:00Z) must be later than From (2027-05-01 12:00:00Z)."
            },
            {
                new() { From = Year(1) },
                "From and To must lie in the years 2 to 9998"
            },
            {
                new() { From = Year(9999) },
                "From and To must lie in the years 2 to 9998"
            },
            {
                new() { To = Year(1) },
                "From and To must lie in the years 2 to 9998"
            },
            {
                new() { To = Year(9999) },
                "From and To must lie in the years 2 to 9998"
            },
            {
                new() { SeriesHorizon = TimeSpan.FromDays(1) - TimeSpan.FromTicks(1) },
                "SeriesHorizon must be"
            },
            {
                new() { SeriesHorizon = TimeSpan.FromDays(366 * 50) + TimeSpan.FromTicks(1) },
                "SeriesHorizon must be"
            },
            {
                new() { MaxBytes = 1023 },
                "MaxBytes must be"
            },
            {
                new() { MaxBytes = FeedReadOptions.LargestMaxBytes + 1 },
                "MaxBytes must be"
            },
            {
                new() { MaxEvents = 0 },
                "MaxEvents must be"
            },
            {
                new() { MaxEvents = 1_000_001 },
                "MaxEvents must be"
            },
            {
                new() { MaxExpansionTime = TimeSpan.FromMilliseconds(99) },
                "MaxExpansionTime must be"
            },
            {
                new() { MaxExpansionTime = TimeSpan.FromMinutes(10) + TimeSpan.FromTicks(1) },
                "MaxExpansionTime must be"
            },
            {
                new() { LocalTimeZone = null! },
                "'LocalTimeZone' must not be null."
            },
        };

    /// <summary>Options just within each limit.</summary>
    public static TheoryData<FeedReadOptions> Taken =>
        new()
        {
            new FeedReadOptions(),
            new FeedReadOptions { From = Noon, To = Noon.AddTicks(1) },
            new FeedReadOptions { From = Year(2), To = Year(9998) },
            new FeedReadOptions
            {
                SeriesHorizon = TimeSpan.FromDays(1),
                MaxBytes = 1024,
                MaxEvents = 1,
                MaxExpansionTime = TimeSpan.FromMilliseconds(100),
            },
            new FeedReadOptions
            {
                SeriesHorizon = TimeSpan.FromDays(366 * 50),
                MaxBytes = 1024L * 1024 * 1024,
                MaxEvents = 1_000_000,
                MaxExpansionTime = TimeSpan.FromMinutes(10),
            },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_beyond_a_limit_is_refused_by_name(FeedReadOptions options, string message) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => options.Checked()).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Taken), DisableDiscoveryEnumeration = true)]
    public void What_is_within_the_limits_is_taken(FeedReadOptions options) => Assert.Same(options, options.Checked());

    [Fact]
    public void Free_busy_is_asked_for_from_a_month_ago_over_a_quarter_unless_asked_otherwise()
    {
        Assert.Equal((Noon.AddDays(-31), Noon.AddDays(62)), new FreeBusyReadOptions().Range(Noon));
        Assert.Equal((Noon.AddDays(5), Noon.AddDays(98)), new FreeBusyReadOptions { From = Noon.AddDays(5) }.Range(Noon));
        Assert.Equal((Noon.AddDays(-88), Noon.AddDays(5)), new FreeBusyReadOptions { To = Noon.AddDays(5) }.Range(Noon));
    }

    [Fact]
    public void Free_busy_is_asked_for_over_a_year_at_most_and_never_backwards()
    {
        Assert.Equal((Noon, Noon.AddDays(366)), new FreeBusyReadOptions { From = Noon, To = Noon.AddDays(366) }.Range(Noon));
        ArgumentException tooLong = Assert.ThrowsAny<ArgumentException>(() =>
            new FreeBusyReadOptions { From = Noon, To = Noon.AddDays(366).AddTicks(1) }.Range(Noon)
        );
        Assert.StartsWith(
            "From 2027-05-01 12:00:00Z to 2028-05-01 12:00:00Z is more than 366 days",
            tooLong.Message,
            StringComparison.Ordinal
        );
        ArgumentException backwards = Assert.ThrowsAny<ArgumentException>(() =>
            new FreeBusyReadOptions { From = Noon, To = Noon }.Range(Noon)
        );
        Assert.StartsWith(
            "To (2027-05-01 12:00:00Z) must be later than From (2027-05-01 12:00:00Z).",
            backwards.Message,
            StringComparison.Ordinal
        );
    }

    private static DateTimeOffset Year(int year) => new(year, 6, 1, 0, 0, 0, TimeSpan.Zero);
}

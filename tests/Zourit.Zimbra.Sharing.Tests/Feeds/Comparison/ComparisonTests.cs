using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Tests.Feeds.Comparison;

/// <summary>
/// The library gives the occurrences that <see cref="PlainRule"/> and the operating system's zones give: of rules, zones and exceptions of
/// all kinds, always the same ones.
/// </summary>
public sealed class ComparisonTests
{
    private const int Feeds = 400;

    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Generated_feeds_are_read_as_an_independent_expansion_reads_them()
    {
        int occurrences = 0;
        for (int seed = 0; seed < Feeds; seed++)
        {
            var generated = new GeneratedFeed(seed);
            string[] expected = [.. generated.Occurrences];
            AssertSame(seed, generated, expected, await ReadAsync(generated));
            occurrences += expected.Length;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{occurrences} occurrences");
        Assert.True(occurrences > 20 * Feeds, $"{occurrences} occurrences compare little");
    }

    private static async Task<string[]> ReadAsync(GeneratedFeed generated)
    {
        Feed feed = await Ics.ReadAsync(
            generated.Text,
            new FeedReadOptions
            {
                To = GeneratedFeed.End.AddDays(60),
                LocalTimeZone = PlainZone.Floating.Zone,
                FilterOnServer = false,
            },
            Clock
        );
        return
        [
            .. feed
                .Events.Where(e => e.Start < GeneratedFeed.Until)
                .Select(e => GeneratedFeed.Shown(e.Start.UtcDateTime, e.End.UtcDateTime))
                .Concat(feed.Problems.Select(problem => problem.Message.English))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void AssertSame(int seed, GeneratedFeed generated, string[] expected, string[] read) =>
        Assert.True(
            expected.SequenceEqual(read),
            $"seed {seed}: {generated.Text}\nmissing {string.Join(' ', expected.Except(read).Take(5))}\n"
                + $"too much {string.Join(' ', read.Except(expected).Take(5))}"
        );
}

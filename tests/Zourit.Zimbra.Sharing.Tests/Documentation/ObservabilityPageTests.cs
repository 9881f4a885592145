using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Tests.Conventions;
using Zourit.Zimbra.Sharing.Tests.Soap;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>docs/observability.md says what the library tells of itself: neither can change without the other.</summary>
public sealed partial class ObservabilityPageTests
{
    private const string Name = "docs/observability.md";

    [Fact]
    public async Task The_page_lists_exactly_the_log_events_each_with_an_id_of_its_own()
    {
        LoggerMessageAttribute[] events =
        [
            .. Packages
                .LibraryTypes.SelectMany(type =>
                    type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                )
                .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
                .OfType<LoggerMessageAttribute>()
                .OrderBy(message => message.EventId),
        ];

        Assert.Equal(events.Select(message => message.EventId).Distinct(), events.Select(message => message.EventId));
        Assert.All(events, message => Assert.True(message.EventId > 0, message.Message));
        Assert.Equal(
            events.Select(message => (message.EventId, message.Level)),
            LogRow()
                .Matches(await PageAsync())
                .Select(row => (int.Parse(row.Groups["id"].ValueSpan, provider: null), Enum.Parse<LogLevel>(row.Groups["level"].Value)))
        );
    }

    [Fact]
    public async Task The_page_lists_exactly_the_instruments_with_their_units()
    {
        var published = new Dictionary<string, string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == ZimbraTelemetry.MeterName)
                {
                    published[instrument.Name] = instrument.Unit;
                    Assert.False(string.IsNullOrEmpty(instrument.Description));
                }
            },
        };
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);
        await client.SendAsync(new NoOpRequest(), TestContext.Current.CancellationToken);
        listener.Start();

        Assert.Equal(
            published.Select(instrument => (instrument.Key, instrument.Value!)).Order(),
            InstrumentRow().Matches(await PageAsync()).Select(row => (row.Groups["name"].Value, row.Groups["unit"].Value)).Order()
        );
    }

    [Fact]
    public async Task A_histogram_of_seconds_is_not_counted_in_buckets_of_milliseconds()
    {
        var histograms = new List<Histogram<double>>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> histogram && instrument.Meter.Name == ZimbraTelemetry.MeterName)
                {
                    histograms.Add(histogram);
                }
            },
        };
        await using var server = ScriptedServer.Soap(_ => Replies.Soap(Replies.NoOp));
        await using ZimbraClient client = TestClients.WithToken(server);
        await client.SendAsync(new NoOpRequest(), TestContext.Current.CancellationToken);
        listener.Start();

        Assert.NotEmpty(histograms);
        Assert.All(histograms, histogram =>
        {
            Assert.Equal("s", histogram.Unit);
            IReadOnlyList<double> buckets = histogram.Advice?.HistogramBucketBoundaries ?? [];
            Assert.True(buckets.Count > 10, $"{histogram.Name} has {buckets.Count} buckets");
            Assert.Equal(buckets.Order().Distinct(), buckets);

            // From an answer of this machine to the default of TotalTimeout.
            Assert.InRange(buckets[0], 0.001, 0.01);
            Assert.InRange(buckets[^1], new ZimbraClientOptions().TotalTimeout.TotalSeconds, 600);
        });
    }

    [Theory]
    [InlineData(SignUpService.Opening), InlineData(SignUpService.SigningUp)]
    public async Task The_page_names_the_operations_of_a_sign_up(string operation) =>
        Assert.Contains($"`{operation}`", await PageAsync(), StringComparison.Ordinal);

    private static Task<string> PageAsync() => File.ReadAllTextAsync(Repository.PathTo(Name), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex LogRow();

    [GeneratedRegex(@"^\| `(?<name>zimbra\.client\.[a-z.]+)` \| [a-z\-]+(?: [a-z]+)?, (?<unit>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex InstrumentRow();
}

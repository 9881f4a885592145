using System.Globalization;
using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Resilience.TestPipeline;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>How long the pauses between attempts are, to the edges of what the options allow.</summary>
public sealed partial class PauseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 14, 14)]
    [InlineData(0, 20, 20)]
    [InlineData(0, 21, 20)]
    [InlineData(0, 3600, 20)]
    [InlineData(19, 3600, 20)]
    [InlineData(25, 14, 14)]
    public async Task What_the_server_asks_for_is_waited_up_to_the_longest_pause_while_it_ends_within_the_time(
        double passed,
        double asked,
        double pause
    )
    {
        using var pipeline = new TestPipeline([TurnedAway(passed, asked), Answer], Limited);

        Task call = pipeline.RunAsync(RetrySafety.Verifiable);
        await pipeline.Clock.RunUntilAsync(call, TimeSpan.FromSeconds(1), Token);

        await call;
        Assert.Equal([pause], Pauses(pipeline));
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 3600)]
    [InlineData(25, 15)]
    [InlineData(39, 1)]
    public async Task A_pause_that_would_take_all_the_time_that_is_left_is_not_started(double passed, double asked)
    {
        using var pipeline = new TestPipeline([TurnedAway(passed, asked), Answer], Limited);

        await AssertNotBegunAsync(pipeline, attempts: 1);
    }

    [Fact]
    public async Task The_time_that_is_left_is_counted_from_the_first_attempt()
    {
        using var pipeline = new TestPipeline([TurnedAway(15, 0), TurnedAway(15, 11), Answer], Limited);

        await AssertNotBegunAsync(pipeline, attempts: 2);
    }

    [Fact]
    public async Task Pauses_differ_so_that_those_who_failed_together_do_not_come_back_together()
    {
        using var pipeline = new TestPipeline(Enumerable.Range(0, 10).SelectMany(_ => new[] { TurnedAway(), Answer }), options =>
            options.RetryDelay = TimeSpan.FromSeconds(1)
        );
        for (int i = 0; i < 10; i++)
        {
            Task call = pipeline.RunAsync(RetrySafety.Safe);
            await pipeline.Clock.RunUntilAsync(call, TimeSpan.FromSeconds(1), Token);
            await call;
        }

        Assert.Equal(10, Pauses(pipeline).Length);
        Assert.True(Pauses(pipeline).Distinct().Count() > 1, string.Join(' ', Pauses(pipeline)));
    }

    private static async Task AssertNotBegunAsync(TestPipeline pipeline, int attempts)
    {
        Task call = pipeline.RunAsync(RetrySafety.Verifiable);
        await pipeline.Clock.RunUntilAsync(call, TimeSpan.FromSeconds(1), Token);

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => call);
        Assert.Equal("The server is busy.", e.Message);
        Assert.Equal(attempts, pipeline.Attempts);
    }

    private static void Limited(ZimbraClientOptions options) =>
        (options.TotalTimeout, options.MaxRetryDelay) = (TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20));

    /// <summary>In seconds, as they are logged.</summary>
    private static double[] Pauses(TestPipeline pipeline) =>
        [
            .. pipeline
                .Log.Lines.Select(line => Repeated().Match(line))
                .Where(match => match.Success)
                .Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 1000),
        ];

    [GeneratedRegex(@"is repeated after (\d+) ms")]
    private static partial Regex Repeated();
}

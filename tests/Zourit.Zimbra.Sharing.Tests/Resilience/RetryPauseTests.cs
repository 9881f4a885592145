using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>How long one pause before a repetition is, whoever makes it.</summary>
public sealed class RetryPauseTests
{
    private static readonly CallSettings Options = new() { RetryDelay = TimeSpan.FromSeconds(2), MaxRetryDelay = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData(0, 1, 3)]
    [InlineData(1, 2, 6)]
    [InlineData(2, 4, 12)]
    [InlineData(10, 30, 30)]
    public void The_pause_doubles_with_jitter_on_both_sides_up_to_the_longest(int retry, double least, double most)
    {
        double[] pauses =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(_ => RetryPause.After(new ZimbraOutcomeUnknownException(new LocalizedText("lost")), retry, Options).TotalSeconds),
        ];

        Assert.All(pauses, pause => Assert.InRange(pause, least, most));
        Assert.Equal(least != most, pauses.Min() < (least + most) / 2 && pauses.Max() > (least + most) / 2);
    }

    [Theory]
    [InlineData(0, 20, 20)]
    [InlineData(0, 3600, 30)]
    [InlineData(0, 0, 2)]
    [InlineData(2, 5, 8)]
    public void What_the_server_asks_for_is_kept_to_without_jitter_but_is_never_shorter_than_usual(int retry, int asked, double pause)
    {
        var wait = TimeSpan.FromSeconds(asked);

        Assert.Equal(
            pause,
            RetryPause
                .After(new ZimbraOutcomeUnknownException(new LocalizedText("lost")) { RetryAfter = wait }, retry, Options)
                .TotalSeconds
        );
        Assert.Equal(
            pause,
            RetryPause.After(new ZimbraConnectionException(new LocalizedText("busy")) { RetryAfter = wait }, retry, Options).TotalSeconds
        );
    }

    [Fact]
    public void An_answer_with_a_refusal_that_may_pass_asks_for_no_pause_of_its_own() =>
        Assert.InRange(RetryPause.After(null, 0, Options).TotalSeconds, 1, 3);
}

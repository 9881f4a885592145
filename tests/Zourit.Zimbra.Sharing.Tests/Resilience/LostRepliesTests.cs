using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Resilience.TestPipeline;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>
/// Whoever asked learns, beside the answer, that an earlier one was lost: what is there already may then be their own work.
/// </summary>
public sealed class LostRepliesTests
{
    [Fact]
    public async Task An_answer_to_the_first_attempt_leaves_nothing_open() => Assert.False(await AnyLostAsync([Answer]));

    [Fact]
    public async Task Being_rejected_loses_no_reply() => Assert.False(await AnyLostAsync([TurnedAway(), Answer]));

    [Fact]
    public async Task A_login_that_is_late_loses_no_reply() => Assert.False(await AnyLostAsync([NoLogin(30), Answer]));

    [Fact]
    public async Task A_reply_that_broke_off_is_lost() => Assert.True(await AnyLostAsync([Lost, Answer]));

    [Fact]
    public async Task A_reply_that_was_not_waited_for_is_lost() => Assert.True(await AnyLostAsync([NoAnswer(30), Answer]));

    [Fact]
    public async Task Two_lost_replies_are_not_fewer_than_one() => Assert.True(await AnyLostAsync([Lost, Lost, Answer]));

    private static async Task<bool> AnyLostAsync(Attempt[] attempts)
    {
        using var pipeline = new TestPipeline(attempts);
        var lost = new LostReplies();

        Assert.Equal("answer", await pipeline.RunAsync(RetrySafety.Converging, lost));

        Assert.Equal(attempts.Length, pipeline.Attempts);
        return lost.Any;
    }
}

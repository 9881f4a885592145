using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>The server's state shows a change, or nothing of it, or leaves the question open.</summary>
public sealed class VerdictTests
{
    private static readonly ZimbraOutcomeUnknownException Why = new(new LocalizedText("The folder cannot be read."));

    [Fact]
    public void A_change_that_was_made_has_a_result()
    {
        var made = Verdict<string>.Done("result");

        Assert.Equal((true, false, "result"), (made.IsDone, made.IsNotDone, made.Result));
    }

    [Fact]
    public void A_change_that_was_not_made_has_no_result()
    {
        Verdict<string> nothing = Verdict<string>.NotDone;

        Assert.Equal((false, true, null), (nothing.IsDone, nothing.IsNotDone, nothing.Open));
        Assert.Contains("not made", Assert.Throws<InvalidOperationException>(() => nothing.Result).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_question_is_neither()
    {
        var open = Verdict<string>.Unknown(Why);

        Assert.Equal((false, false), (open.IsDone, open.IsNotDone));
        Assert.Same(Why, open.Open);
    }
}

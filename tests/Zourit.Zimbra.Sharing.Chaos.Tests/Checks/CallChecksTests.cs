using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>A call that says or does the wrong thing is noticed, by the count that it belongs to.</summary>
public sealed class CallChecksTests
{
    private static readonly Scenario Scenario = ScenarioPlanner.Plan(1);
    private static readonly Cell Cell = new(Scenario.Owners.First(owner => owner.KeepsCopies).Name, "/cal9x9", GranteeKind.Guest, "somebody@elsewhere.example");
    private static readonly ShareStep Share = new(Cell, "r") { Notify = true };
    private static readonly CellState Nothing = new(null, 0, WasTold: false);
    private static readonly CellState Shared = new(new GrantState("r", 0, null), 1, WasTold: true);

    [Fact]
    public void A_call_that_does_what_it_should_passes() => Assert.Empty(Check(Call(Share, Nothing, Shared)));

    [Fact]
    public void A_second_mail_is_a_duplicate() => Assert.Equal([Counter.DuplicateMails], Check(Call(Share, Nothing, Shared with { Mails = 2 })));

    [Fact]
    public void A_mail_that_nobody_asked_for_is_a_duplicate() => Assert.Equal([Counter.DuplicateMails], Check(Call(Share with { Notify = false }, Nothing, Shared)));

    [Fact]
    public void A_grant_that_is_neither_what_it_was_nor_what_was_wanted_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Shared with { Grant = new GrantState("rw", 0, null) })));

    [Fact]
    public void A_grant_that_was_lost_on_the_way_to_another_is_lost() =>
        Assert.Equal([Counter.LostGrants], Check(Call(Share with { Rights = "rwidx", Notify = false }, Shared, Shared with { Grant = null })));

    [Fact]
    public void Nothing_changed_is_wrong_where_something_was() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Shared, Failures.NotDone())));

    [Fact]
    public void An_exception_that_is_not_promised_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Nothing, new InvalidOperationException("raw"))));

    [Fact]
    public void An_argument_is_never_wrong() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Nothing, new ArgumentOutOfRangeException("startIndex"))));

    [Fact]
    public void A_share_that_is_not_there_cannot_be_renewed() =>
        Assert.Empty(Check(Call(new RenewStep(Cell, 0), Nothing, Nothing, new ArgumentException("Share it first.", "grantee"))));

    [Fact]
    public void A_share_that_is_there_can_be_renewed() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(new RenewStep(Cell, 0), Shared, Shared, new ArgumentException("Share it first.", "grantee"))));

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Nothing, new OperationCanceledException())));

    [Fact]
    public void A_failure_of_the_quiet_run_is_unresolved() => Assert.Contains(
        Counter.UnresolvedAfterRerun, Check(Call(Share, Nothing, Nothing, Failures.NotDone()) with { IsQuiet = true }));

    [Fact]
    public void A_call_that_goes_on_after_it_was_given_up_hangs() =>
        Assert.Equal([Counter.Hangs], Check(Call(Share, Nothing, Shared) with { GaveUp = true, WentOn = TimeSpan.FromSeconds(9) }));

    [Fact]
    public void A_revocation_that_leaves_the_grant_leaves_a_stray()
    {
        var revoke = new RevokeStep(Cell, Notify: false);
        var told = new Revocation
        {
            Outcome = RevocationOutcome.Removed,
            Owner = Cell.Owner,
            Path = FolderPath.Parse(Cell.Calendar),
            FolderId = "257",
            Notification = Failures.Mail(NotificationStatus.NotRequested),
        };

        Assert.Equal([Counter.StrayGrants], Check(Call(revoke, Shared, Shared) with { Answers = [new Answer(revoke, told, null)] }));
    }

    private static List<Counter> Check(CallRecord call)
    {
        var findings = new Findings();
        new CallChecks(Scenario, findings).Check(call);
        return [.. findings.All.Select(finding => finding.Counter)];
    }

    private static CallRecord Call(Step step, CellState before, CellState after, Exception? error = null) => new()
    {
        Caller = Scenario.Callers[0],
        Step = step,
        IsQuiet = false,
        Before = new Dictionary<Cell, CellState> { [Cell] = before },
        After = new Dictionary<Cell, CellState> { [Cell] = after },
        GuestsBefore = [],
        GuestsAfter = [],
        Answers = error is null ? [] : [new Answer(step, null, error)],
        Exchanges = [],
        GaveUp = false,
        WentOn = TimeSpan.Zero,
        WasLeftAlone = false,
        Died = false,
    };
}

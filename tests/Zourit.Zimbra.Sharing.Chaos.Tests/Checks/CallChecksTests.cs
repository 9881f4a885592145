using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>A call that says or does the wrong thing is noticed, by the count that it belongs to.</summary>
public sealed class CallChecksTests
{
    private static readonly Scenario Scenario = ScenarioPlanner.Plan(1);
    private static readonly Cell Cell = new(Scenario.Owners[0].Name, "/cal9x9", GranteeKind.Guest, "somebody@elsewhere.example");
    private static readonly ShareStep Share = new(Cell, "r") { Notify = true };
    private static readonly CellState Nothing = Calls.Nothing;
    private static readonly CellState Shared = Calls.Shared;

    [Fact]
    public void A_call_that_does_what_it_should_passes() => Assert.Empty(Check(Call(Share, Nothing, Shared)));

    [Fact]
    public void A_second_mail_is_a_duplicate() =>
        Assert.Equal([Counter.DuplicateMails], Check(Call(Share, Nothing, Shared with { Mails = 2 })));

    [Fact]
    public void A_mail_that_nobody_asked_for_is_a_duplicate() =>
        Assert.Equal([Counter.DuplicateMails], Check(Call(Share with { Notify = false }, Nothing, Shared)));

    [Fact]
    public void A_mail_that_does_not_leave_though_nothing_goes_wrong_is_missing() =>
        Assert.Equal([Counter.MissingMails], Check(Call(Share, Nothing, Shared with { Mails = 0 })));

    [Fact]
    public void A_mail_that_does_not_leave_where_something_goes_wrong_is_owed() =>
        Assert.Empty(
            Check(
                Call(Share, Nothing, Shared with { Mails = 0 }) with
                {
                    Exchanges = [new Exchange("BatchRequest", changes: true) { End = ExchangeEnd.Refused }],
                }
            )
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mail_that_does_not_leave_in_the_quiet_run_is_missing_whatever_goes_wrong(bool isNotice)
    {
        Step step = isNotice ? new NotifyStep(Cell) : Share;
        CellState before = isNotice ? Shared : Nothing;

        Assert.Contains(
            Counter.MissingMails,
            Check(Call(step, before, Shared with { Mails = before.Mails }) with { IsQuiet = true, WasLeftAlone = true })
        );
    }

    [Fact]
    public void A_mail_that_was_reported_as_sent_and_did_not_leave_is_missing() =>
        Assert.Equal(
            [Counter.MissingMails],
            Check(
                Call(Share, Nothing, Shared with { Mails = 0 }) with
                {
                    WasLeftAlone = true,
                    Answers = [new Answer(Share, Calls.Told(Cell), null)],
                }
            )
        );

    [Fact]
    public void A_share_that_is_reported_as_it_is_passes() => Assert.Empty(Check(Shares(Calls.Told(Cell))));

    [Fact]
    public void A_share_that_is_reported_as_for_somebody_else_is_a_wrong_outcome()
    {
        GuestShare told = Calls.Told(Cell);

        Assert.Equal(
            [Counter.WrongOutcomes],
            Check(Shares(told with { Grantee = told.Grantee with { Id = "another@elsewhere.example" } }))
        );
        Assert.Equal([Counter.WrongOutcomes], Check(Shares(told with { Grantee = told.Grantee with { Type = GranteeType.User } })));
        Assert.Equal([Counter.WrongOutcomes], Check(Shares(told with { GuestIdentifier = null })));
    }

    [Fact]
    public void A_user_s_id_is_owed_unless_the_folder_could_not_be_read_afterwards()
    {
        var cell = new Cell(Cell.Owner, Cell.Calendar, GranteeKind.Account, "user@club0.test");
        CellState shared = Shared with { GranteeId = "11111111-2222-3333-4444-555555555555" };
        ShareStep step = Share with { Cell = cell };
        GuestShare told = Calls.Told(Cell) with
        {
            Outcome = ShareOutcome.Unchanged,
            Grantee = new Grantee { Type = GranteeType.User, Name = cell.Grantee },
            GuestIdentifier = null,
            Notification = Failures.Mail(NotificationStatus.NotRequested),
        };
        var lost = new Exchange("GetFolderRequest", changes: false) { End = ExchangeEnd.Lost };
        var read = new Exchange("GetFolderRequest", changes: false) { End = ExchangeEnd.Answered };

        Assert.Empty(CheckUser(told, lost));
        Assert.Equal([Counter.WrongOutcomes], CheckUser(told, read));
        Assert.Equal([Counter.WrongOutcomes], CheckUser(told));
        Assert.Equal([Counter.WrongOutcomes], CheckUser(told with { Grantee = told.Grantee with { Name = "another@club0.test" } }, lost));
        Assert.Equal([Counter.WrongOutcomes], CheckUser(told with { Grantee = told.Grantee with { Id = "another" } }, lost));

        List<Counter> CheckUser(GuestShare share, params Exchange[] exchanges) =>
            Check(
                Calls.Of(Scenario.Callers[0], step, cell, shared, shared) with
                {
                    Answers = [new Answer(step, share, null)],
                    Exchanges = exchanges,
                }
            );
    }

    [Fact]
    public void A_list_tells_each_entry_once() => Assert.Empty(Check(InList(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_entry_that_a_list_does_not_tell_or_tells_twice_is_a_wrong_outcome(int times) =>
        Assert.Equal([Counter.WrongOutcomes], Check(InList(times)));

    [Fact]
    public void A_list_that_its_caller_gave_up_need_not_tell_all() => Assert.Empty(Check(InList(0) with { GaveUp = true }));

    [Fact]
    public void A_list_that_fails_as_a_whole_and_says_that_nothing_was_done_has_done_nothing()
    {
        var all = new ShareAllStep([Share], 1, 1);

        Assert.Equal([Counter.WrongOutcomes], Check(Call(all, Nothing, Shared, Failures.NotDone())));
    }

    [Fact]
    public void What_two_callers_work_on_may_be_the_other_ones_doing() => Assert.Empty(CheckContested(Nothing.Grant, shared => shared));

    [Fact]
    public void What_two_callers_work_on_is_neither_taken_back_nor_made_another()
    {
        Assert.Equal([Counter.LostGrants], CheckContested(null, _ => null, isMade: true));
        Assert.Equal([Counter.WrongOutcomes], CheckContested(null, shared => shared with { Rights = "rwidxa" }));
    }

    [Fact]
    public void A_grant_that_is_neither_what_it_was_nor_what_was_wanted_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Shared with { Grant = new GrantState("rw", 0, null) })));

    [Fact]
    public void A_grant_that_was_lost_on_the_way_to_another_is_lost() =>
        Assert.Equal(
            [Counter.LostGrants],
            Check(Call(Share with { Rights = "rwidx", Notify = false }, Shared, Shared with { Grant = null }))
        );

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
        Assert.Equal(
            [Counter.WrongOutcomes],
            Check(Call(new RenewStep(Cell, 0), Shared, Shared, new ArgumentException("Share it first.", "grantee")))
        );

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Call(Share, Nothing, Nothing, new OperationCanceledException())));

    [Fact]
    public void A_failure_of_the_quiet_run_is_unresolved() =>
        Assert.Contains(Counter.UnresolvedAfterRerun, Check(Call(Share, Nothing, Nothing, Failures.NotDone()) with { IsQuiet = true }));

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

    private static CallRecord Shares(GuestShare told) => Call(Share, Nothing, Shared) with { Answers = [new Answer(Share, told, null)] };

    private static CallRecord InList(int times)
    {
        var all = new ShareAllStep([Share], 1, 1);
        return Call(all, Nothing, Shared) with { Answers = [.. Enumerable.Repeat(new Answer(Share, Calls.Told(Cell), null), times)] };
    }

    /// <summary>A call about a grant that a second caller makes, too.</summary>
    private static List<Counter> CheckContested(GrantState? before, Func<GrantState, GrantState?> after, bool isMade = false)
    {
        Scenario scenario = Enumerable
            .Range(1, 200)
            .Select(ScenarioPlanner.Plan)
            .First(scenario => scenario.Contested.Any(cell => IsMade(scenario, cell)));
        Cell cell = scenario.Contested.First(cell => IsMade(scenario, cell));
        ShareStep step = scenario.Callers.SelectMany(caller => caller.Steps).OfType<ShareStep>().First(share => share.Cell == cell);
        GrantState wanted = step.After(null);
        return Check(
            scenario,
            Calls.Of(
                scenario.Callers[0],
                step,
                cell,
                new CellState(isMade ? wanted : before, 0, false),
                new CellState(after(wanted), 0, false)
            )
        );
    }

    private static bool IsMade(Scenario scenario, Cell cell) =>
        !scenario.Standing.ContainsKey(cell)
        && scenario.Callers.SelectMany(caller => caller.Steps).Any(step => step is ShareStep share && share.Cell == cell);

    private static List<Counter> Check(CallRecord call) => Check(Scenario, call);

    private static List<Counter> Check(Scenario scenario, CallRecord call)
    {
        var findings = new Findings();
        new CallChecks(scenario, findings).Check(call);
        return [.. findings.All.Select(finding => finding.Counter)];
    }

    private static CallRecord Call(Step step, CellState before, CellState after, Exception? error = null) =>
        Calls.Of(Scenario.Callers[0], step, Cell, before, after) with
        {
            Answers = error is null ? [] : [new Answer(step, null, error)],
        };
}

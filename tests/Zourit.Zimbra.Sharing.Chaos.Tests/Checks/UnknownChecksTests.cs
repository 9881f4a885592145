using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Notifications;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>"Unknown" is a finding wherever the server could have reported, and only there.</summary>
public sealed class UnknownChecksTests
{
    private static readonly Scenario Scenario = Enumerable
        .Range(1, 100)
        .Select(ScenarioPlanner.Plan)
        .First(scenario => !scenario.Faults.ActsLate);

    private static readonly Cell Cell = new(Scenario.Owners[0].Name, "/cal9x9", GranteeKind.Guest, "somebody@elsewhere.example");
    private static readonly ShareStep Share = new(Cell, "r") { Notify = true };
    private static readonly CellState Nothing = Calls.Nothing;
    private static readonly CellState Shared = Calls.Shared;

    private const string GuestUnasked =
        "No mail was found. GetAccountRequest was not sent: too many of the last requests to mail.example:7071 failed.";

    private static readonly Exchange LostChange = new("BatchRequest", changes: true) { End = ExchangeEnd.Lost };
    private static readonly Exchange BrokenChange = new("BatchRequest", changes: true) { End = ExchangeEnd.Lost, MayStillRun = true };
    private static readonly Exchange RefusedChange = new("BatchRequest", changes: true) { End = ExchangeEnd.Refused };
    private static readonly Exchange Question = new("GetFolderRequest", changes: false) { End = ExchangeEnd.Answered };
    private static readonly Exchange LostQuestion = new("GetFolderRequest", changes: false) { End = ExchangeEnd.Lost };
    private static readonly Exchange TurnedAway = new("GetFolderRequest", changes: false) { End = ExchangeEnd.TurnedAway };
    private static readonly Exchange TurnedAwayChange = new("BatchRequest", changes: true) { End = ExchangeEnd.TurnedAway };

    [Fact]
    public void Who_asks_nothing_after_a_lost_change_could_have_known() => Finds(Call(Nothing, Nothing, Question, LostChange));

    [Fact]
    public void Who_asks_nothing_could_have_known_though_the_server_may_be_at_it() => Finds(Call(Nothing, Shared, Question, BrokenChange));

    [Fact]
    public void Who_asks_nothing_could_have_known_though_an_earlier_question_was_rejected() =>
        Finds(Call(Nothing, Shared, TurnedAway, Question, BrokenChange));

    [Fact]
    public void Who_asks_nothing_after_a_fault_that_leaves_it_open_could_have_known() =>
        Finds(Call(Nothing, Nothing, Question, RefusedChange), Failures.Fault("service.FAILURE"));

    [Fact]
    public void A_fault_that_leaves_it_open_may_be_reported_where_the_question_was_lost() =>
        Passes(Call(Nothing, Nothing, RefusedChange, LostQuestion), Failures.Fault("service.FAILURE"));

    [Fact]
    public void A_change_that_was_rejected_needs_no_question_but_one_that_was_lost_before_it_does()
    {
        Passes(Call(Nothing, Nothing, BrokenChange, Question, TurnedAwayChange));
        Finds(Call(Nothing, Nothing, Question, BrokenChange, TurnedAwayChange));
    }

    [Fact]
    public void A_mail_that_was_answered_with_a_fault_may_be_without_a_copy() =>
        PassesMail(Call(Nothing, Shared with { Mails = 0 }, Question, RefusedChange));

    [Fact]
    public void Who_leaves_the_server_alone_asks_nothing() =>
        Passes(Call(Nothing, Shared, Question, BrokenChange) with { WasLeftAlone = true });

    [Fact]
    public void Who_gave_up_asks_nothing() => Passes(Call(Nothing, Shared, Question, BrokenChange) with { GaveUp = true });

    [Fact]
    public void Of_a_password_nothing_can_be_asked()
    {
        Exchange password = new("SetPasswordRequest", changes: true) { End = ExchangeEnd.Lost };
        var create = new CreateGuestStep(Cell.Grantee, Scenario.Domains[0].Name, "secret", [Cell]);

        Passes(Call(Nothing, Nothing, Question, password) with { Step = create });
    }

    [Fact]
    public void A_raw_request_asks_nothing_after_what_was_lost_but_reports_what_was_answered()
    {
        CallRecord call = Call(Nothing, Shared, Question, BrokenChange) with { Step = new RawGrantStep(Cell, "r") };

        Passes(call);
        Finds(call with { Exchanges = [new Exchange("FolderActionRequest", changes: true) { End = ExchangeEnd.Answered }, Question] });
    }

    [Fact]
    public void A_question_that_was_lost_leaves_it_open() => Passes(Call(Nothing, Shared, BrokenChange, LostQuestion));

    [Fact]
    public void An_answer_that_shows_the_change_tells_though_the_server_may_have_been_at_it() =>
        Finds(Call(Nothing, Shared, BrokenChange, Question));

    [Fact]
    public void An_answer_that_shows_nothing_leaves_open_what_the_server_does_later() =>
        Passes(Call(Nothing, Nothing, BrokenChange, Question));

    [Fact]
    public void An_answer_that_shows_nothing_tells_where_the_server_is_through() => Finds(Call(Nothing, Nothing, LostChange, Question));

    [Fact]
    public void An_answer_that_shows_nothing_tells_though_an_earlier_question_was_rejected() =>
        Finds(Call(Nothing, Nothing, TurnedAway, Question, LostChange, Question));

    [Fact]
    public void A_mail_that_left_was_to_be_found() => FindsMail(Call(Nothing, Shared, BrokenChange, Question));

    [Fact]
    public void A_mail_that_may_leave_later_is_open() => PassesMail(Call(Nothing, Shared with { Mails = 0 }, BrokenChange, Question));

    [Fact]
    public void A_mail_that_the_server_is_through_with_is_not() =>
        FindsMail(Call(Nothing, Shared with { Mails = 0 }, LostChange, Question));

    [Fact]
    public void A_mail_is_open_where_the_guest_s_account_could_not_be_looked_at()
    {
        var lost = new Exchange("GetAccountRequest", changes: false) { End = ExchangeEnd.Lost };

        PassesMail(Call(Nothing, Shared with { Mails = 0 }, RefusedChange, Question, lost));
        FindsMail(Call(Nothing, Shared with { Mails = 0 }, LostChange, Question));
    }

    [Fact]
    public void A_mail_is_open_where_the_guest_s_account_was_not_asked_about_since_the_server_was_left_alone()
    {
        CallRecord call = Call(Nothing, Shared with { Mails = 0 }, LostChange, Question) with { WasLeftAlone = true };
        var asked = new Exchange("GetAccountRequest", changes: false) { End = ExchangeEnd.Answered };

        PassesMail(call, GuestUnasked);
        FindsMail(call);
        FindsMail(call with { WasLeftAlone = false }, GuestUnasked);
        FindsMail(call with { Exchanges = [LostChange, Question, asked] }, GuestUnasked);
        FindsMail(Call(Nothing, Shared, LostChange, Question) with { WasLeftAlone = true }, GuestUnasked);
    }

    [Fact]
    public void A_mountpoint_that_is_not_there_is_not_shown_by_what_else_the_call_did_to_the_account()
    {
        var guest = new PlannedGuest(Cell.Grantee, Scenario.Domains[0].Name, "PwGuest", [Cell])
        {
            Mounted = [],
            IsClosed = true,
            ShowsCalendars = true,
        };
        var closed = new GuestState("somebody@club0.test", "closed", "PwGuest", ShowsCalendars: true, []);
        GuestState mended = closed with { Status = "active" };
        var mountpoint = new Exchange("CreateMountpointRequest", changes: true) { End = ExchangeEnd.Lost, MayStillRun = true };
        CallRecord call = Call(Shared, Shared, mountpoint, Question) with
        {
            Step = new RepairStep(guest),
            GuestsBefore = [closed],
            GuestsAfter = [mended],
        };
        ZimbraException lost = Failures.Unknown("CreateMountpointRequest");

        Passes(call, lost);
        Finds(call with { GuestsAfter = [mended with { Calendars = [$"{Cell.Owner}{Cell.Calendar}"] }] }, lost);
    }

    [Fact]
    public void Of_a_list_every_question_must_have_been_answered()
    {
        var all = new ShareAllStep([Share], Concurrency: 1, BatchSize: 1);

        Finds(Call(Nothing, Shared, BrokenChange, Question, Question) with { Step = all });
        Passes(Call(Nothing, Shared, BrokenChange, LostQuestion, Question) with { Step = all });
        Finds(Call(Nothing, Shared, LostQuestion, BrokenChange) with { Step = all });
    }

    [Fact]
    public void Of_a_list_mails_may_be_refused_after_the_grants_were_asked_about()
    {
        var all = new ShareAllStep([Share], Concurrency: 1, BatchSize: 1);

        Passes(Call(Nothing, Nothing, Question, RefusedChange, Question, RefusedChange) with { Step = all });
        Finds(Call(Nothing, Nothing, Question, RefusedChange, RefusedChange) with { Step = all });
        Finds(Call(Nothing, Nothing, RefusedChange, Question, BrokenChange) with { Step = all });
    }

    private static void Finds(CallRecord call, Exception? error = null) => Assert.Equal([Counter.UnknownOutcomes], CheckError(call, error));

    private static void Passes(CallRecord call, Exception? error = null) => Assert.Empty(CheckError(call, error));

    private static void FindsMail(CallRecord call, string? reason = null) =>
        Assert.Equal([Counter.UnknownOutcomes], CheckMail(call, reason));

    private static void PassesMail(CallRecord call, string? reason = null) => Assert.Empty(CheckMail(call, reason));

    private static List<Counter> CheckError(CallRecord call, Exception? error)
    {
        var findings = new Findings();
        new UnknownChecks(Scenario, findings).Check(call, call.Step is AccountStep ? call.Step : Share, error ?? Failures.Unknown());
        return [.. findings.All.Select(finding => finding.Counter)];
    }

    private static List<Counter> CheckMail(CallRecord call, string? reason)
    {
        var findings = new Findings();
        new UnknownChecks(Scenario, findings).CheckMail(call, call.Step, Failures.Mail(NotificationStatus.Unknown, reason));
        return [.. findings.All.Select(finding => finding.Counter)];
    }

    private static CallRecord Call(CellState before, CellState after, params IReadOnlyList<Exchange> exchanges) =>
        Calls.Of(Scenario.Callers[0], Share, Cell, before, after) with
        {
            Exchanges = exchanges,
        };
}

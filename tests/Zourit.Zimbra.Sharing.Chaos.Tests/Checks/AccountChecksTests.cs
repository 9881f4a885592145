using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>What becomes of a guest's account that exists, and what is said of it, is compared with what was asked.</summary>
public sealed class AccountChecksTests
{
    private const string Name = "resident.home.example@club0.test";

    private static readonly Scenario Scenario = ScenarioPlanner.Plan(1);
    private static readonly Cell Cell = new(Scenario.Owners[0].Name, "/cal9x9", GranteeKind.Guest, "resident@home.example");
    private static readonly PlannedGuest Guest = new(Cell.Grantee, "club0.test", "PwResident", [Cell])
    {
        Mounted = [Cell],
        IsClosed = false,
        ShowsCalendars = true,
    };
    private static readonly GuestState Active = new(Name, "active", "PwResident", ShowsCalendars: true, [$"{Cell.Owner}{Cell.Calendar}"]);
    private static readonly GuestState Locked = Active with { Status = "locked" };
    private static readonly SuspendStep Suspend = new(Guest);
    private static readonly GuestChange Suspended = new() { Account = Account(GuestStatus.Locked), Step = GuestStep.Changed };

    [Fact]
    public void A_suspension_that_is_reported_as_it_was_done_passes() => Assert.Empty(Check(Suspend, Active, Locked, Suspended));

    [Fact]
    public void A_suspension_that_was_not_done_is_a_wrong_outcome() =>
        Assert.Contains(Counter.WrongOutcomes, Check(Suspend, Active, Active, Suspended));

    [Fact]
    public void A_suspension_that_is_reported_as_nothing_new_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Suspend, Active, Locked, Suspended with { Step = GuestStep.Unchanged }));

    [Fact]
    public void An_account_that_is_reported_otherwise_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Suspend, Active, Locked, Suspended with { Account = Account(GuestStatus.Active) }));

    [Fact]
    public void An_account_that_becomes_another_than_was_asked_is_a_wrong_outcome() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Suspend, Active, Active with { ShowsCalendars = false }, null));

    [Fact]
    public void Nothing_changed_is_wrong_where_the_account_was() =>
        Assert.Equal([Counter.WrongOutcomes], Check(Suspend, Active, Locked, Failures.NotDone()));

    [Fact]
    public void A_password_that_was_reported_is_the_accounts()
    {
        var step = new ResetPasswordStep(Guest, null);
        var told = new GuestPasswordReset { Account = Account(GuestStatus.Active), Password = new Secret("PwNew") };

        Assert.Empty(Check(step, Active, Active with { Password = "PwNew" }, told));
        Assert.Equal([Counter.WrongOutcomes], Check(step, Active, Active with { Password = "PwOther" }, told));
    }

    [Fact]
    public void A_repair_may_be_broken_off_between_the_attributes_and_the_mountpoints()
    {
        GuestState broken = Active with { Status = "closed", ShowsCalendars = false, Calendars = [] };

        Assert.Empty(Check(new RepairStep(Guest), broken, Active with { Calendars = [] }, null));
        Assert.Equal([Counter.WrongOutcomes], Check(new RepairStep(Guest), broken, broken with { ShowsCalendars = true }, null));
    }

    [Fact]
    public void Problems_are_reported_as_they_are()
    {
        GuestState broken = Active with { Calendars = [] };
        GuestInspection Told(params GuestProblem[] problems) =>
            new()
            {
                Account = Account(GuestStatus.Active),
                Problems = problems,
                MountpointsKnown = true,
            };

        Assert.Empty(Check(new InspectStep(Guest), broken, broken, Told(GuestProblem.NoMountpoint)));
        Assert.Equal([Counter.WrongOutcomes], Check(new InspectStep(Guest), broken, broken, Told()));
    }

    [Fact]
    public void A_retired_guest_has_no_share_left_and_their_account_goes_last()
    {
        var retire = new RetireStep(Guest, DeletesAccount: true);
        var told = new GuestRetirement { Revocations = [], Account = RetiredAccount.Deleted };
        var leftThere = new GuestRetirement { Revocations = [], Account = RetiredAccount.LeftToServer };

        Assert.Empty(Check(retire, Active, null, told, isRevoked: true));
        Assert.Equal([Counter.WrongOutcomes], Check(retire, Active, null, null));
        Assert.Equal([Counter.WrongOutcomes], Check(retire, Active, null, leftThere, isRevoked: true));
        Assert.Contains(Counter.StrayGrants, Check(retire, Active, null, told));
    }

    [Fact]
    public void The_last_word_on_an_account_holds_in_the_end()
    {
        Assert.True(AccountWishes.Hold([Suspend, new ResumeStep(Guest)], Active, []));
        Assert.False(AccountWishes.Hold([new ResumeStep(Guest), Suspend], Active, []));
        Assert.False(AccountWishes.Hold([new ResetPasswordStep(Guest, "PwNew")], Active, []));
        Assert.False(AccountWishes.Hold([new RepairStep(Guest)], Active, [.. Active.Calendars, "another"]));
        Assert.False(AccountWishes.Hold([new RetireStep(Guest, DeletesAccount: true)], Active, []));
        Assert.True(AccountWishes.Hold([new RetireStep(Guest, DeletesAccount: true)], null, []));
    }

    private static GuestAccount Account(GuestStatus status) =>
        new()
        {
            Id = "11aa",
            Name = Name,
            Mail = Guest.Mail,
            Status = status,
            HasPassword = true,
        };

    private static List<Counter> Check(
        StandingAccountStep step,
        GuestState? before,
        GuestState? after,
        object? told,
        bool isRevoked = false
    )
    {
        var findings = new Findings();
        CallRecord call = Calls.Of(
            Scenario.Callers[0],
            step,
            Cell,
            Calls.Shared,
            isRevoked ? Calls.Nothing with { Mails = Calls.Shared.Mails } : Calls.Shared
        ) with
        {
            GuestsBefore = before is null ? [] : [before],
            GuestsAfter = after is null ? [] : [after],
            Answers = told is null ? [] : [new Answer(step, told as Exception is null ? told : null, told as Exception)],
        };
        new CallChecks(Scenario, findings).Check(call);
        return [.. findings.All.Select(finding => finding.Counter)];
    }
}

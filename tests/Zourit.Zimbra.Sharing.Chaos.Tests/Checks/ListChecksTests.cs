using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Checks;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Tests.Checks;

/// <summary>A list that is not what the server held is noticed, where nobody else was at the grants.</summary>
public sealed class ListChecksTests
{
    private const string Owner = "owner@club.test";

    private static readonly Cell Cell = new(Owner, "/cal", GranteeKind.Guest, "somebody@elsewhere.example");
    private static readonly CellState Shared = Calls.Shared;
    private static readonly ListStep List = new(Owner);
    private static readonly CallerPlan Caller = new(0, LoginKind.Password, Owner, [List]);
    private static readonly Scenario Scenario = ScenarioPlanner.Plan(1) with
    {
        Standing = new Dictionary<Cell, GrantState> { [Cell] = Shared.Grant! },
        Open = (new Cell("else@club.test", "/open", GranteeKind.Everybody, ""), 1),
        Callers = [Caller],
    };

    private static readonly CalendarGrant Told = new()
    {
        Grantee = new Grantee
        {
            Type = GranteeType.Guest,
            Id = Cell.Grantee,
            Name = Cell.Grantee,
        },
        Permissions = Permissions.Read,
        GuestIdentifier = GuestIdentifier.For(GuestAddress.Parse(Cell.Grantee), "club.test"),
        Owner = Owner,
        Path = FolderPath.Parse(Cell.Calendar),
        FolderId = "257",
        IcsAddress = IcsAddress.Parse($"https://mail.example/home/{Owner}{Cell.Calendar}.ics"),
    };

    [Fact]
    public void A_list_of_what_exists_passes() => Passes(Listed(Told));

    [Fact]
    public void A_list_of_nothing_passes_where_nothing_exists() => Passes(Listed() with { After = Holding(Calls.Nothing) });

    [Fact]
    public void A_grant_that_is_not_listed_is_missed() => Finds(Listed());

    [Fact]
    public void A_grant_that_is_listed_twice_is_noticed() => Finds(Listed(Told, Told));

    [Fact]
    public void A_grant_that_does_not_stand_is_noticed() => Finds(Listed(Told) with { After = Holding(Calls.Nothing) });

    [Fact]
    public void A_grant_that_nobody_made_is_noticed() => Finds(Listed(Told, Told with { Path = FolderPath.Parse("/elsewhere") }));

    [Fact]
    public void Whatever_is_reported_otherwise_is_noticed()
    {
        Finds(Listed(Told with { Permissions = Permissions.Manager }));
        Finds(Listed(Told with { Expiry = DateTimeOffset.UnixEpoch.AddDays(30_000) }));
        Finds(Listed(Told with { HasGrantPassword = true }));
        Finds(Listed(Told with { Grantee = Told.Grantee with { Id = "another@elsewhere.example" } }));
        Finds(Listed(Told with { GuestIdentifier = null }));
        Finds(Listed(Told with { GuestIdentifier = GuestIdentifier.For(GuestAddress.Parse(Cell.Grantee), "elsewhere.test") }));
        Finds(Listed(Told with { IsExpired = true }));
        Finds(Listed(Told with { IsOrphan = true }));
        Finds(Listed(Told with { InheritedFrom = FolderPath.Parse("/above") }));
    }

    [Fact]
    public void The_access_key_is_listed_once()
    {
        Scenario opened = Scenario with { Open = (new Cell(Owner, "/open", GranteeKind.Everybody, ""), 1) };
        CalendarGrant key = Told with
        {
            Grantee = new Grantee
            {
                Type = GranteeType.Key,
                Id = "reader",
                Name = "reader",
            },
            Path = FolderPath.Parse("/open"),
            GuestIdentifier = null,
        };

        Passes(Listed(Told, key), opened);
        Finds(Listed(Told), opened);
        Finds(Listed(Told, key));
    }

    [Fact]
    public void What_another_caller_changes_may_stand_or_not()
    {
        CallerPlan other = new(1, LoginKind.Administrator, "", [new RevokeStep(Cell, Notify: false)]);

        Passes(Listed(), Scenario with { Callers = [Caller, other] });
        Finds(Listed(), Scenario with { Callers = [Caller, other with { Steps = [new DiagnoseStep(Cell, "wrong")] }] });
        Finds(Listed(), Scenario with { Callers = [Caller with { Steps = other.Steps }] });
    }

    [Fact]
    public void A_list_that_was_broken_off_need_not_be_whole()
    {
        Passes(Listed() with { Died = true });
        Passes(Listed() with { Answers = [new Answer(List, null, Failures.NotDone())] });
    }

    private static void Passes(CallRecord call, Scenario? scenario = null) => Assert.Empty(Check(call, scenario));

    private static void Finds(CallRecord call, Scenario? scenario = null) => Assert.Equal([Counter.WrongOutcomes], Check(call, scenario));

    private static List<Counter> Check(CallRecord call, Scenario? scenario)
    {
        var findings = new Findings();
        new CallChecks(scenario ?? Scenario, findings).Check(call);
        return [.. findings.All.Select(finding => finding.Counter)];
    }

    private static CallRecord Listed(params IReadOnlyList<CalendarGrant> grants) =>
        Calls.Of(Caller, List, Cell, Shared, Shared) with
        {
            Answers = [.. grants.Select(grant => new Answer(List, grant, null))],
        };

    private static Dictionary<Cell, CellState> Holding(CellState state) => new() { [Cell] = state };
}

using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Reports;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Chaos.Worlds;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>
/// Compares a list of an owner's shares with what the server held of those grants that no other caller changes: nothing is missing,
/// invented or reported otherwise.
/// </summary>
internal sealed class ListChecks(Scenario scenario, Findings findings)
{
    public void Check(CallRecord call)
    {
        if (call.Step is not ListStep list || call.Died || call.Answers.Any(answer => answer.Error is not null))
        {
            return;
        }

        List<CalendarGrant> listed = [.. call.Answers.Select(answer => (CalendarGrant)answer.Result!)];
        foreach (Cell cell in scenario.LeftTo(call.Caller, list.Owner))
        {
            Check(call, cell, [.. listed.Where(grant => IsAbout(cell, grant))]);
        }

        // The key is nobody's wish, and stays.
        int keys = listed.RemoveAll(grant =>
            grant is { Grantee: { Type: GranteeType.Key, Id: "reader" }, Permissions.Letters: "r" } && IsIn(scenario.Open.Cell, grant)
        );
        if (keys != (list.Owner == scenario.Open.Cell.Owner ? 1 : 0))
        {
            findings.Add(Counter.WrongOutcomes, $"{call}: the grant of an access key was listed {keys} times.");
        }

        listed.RemoveAll(grant => Passers.IsOne(grant.Grantee.Id));
        foreach (CalendarGrant other in listed.Where(grant => !scenario.Cells.Any(cell => IsAbout(cell, grant))))
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {other.Owner}{other.Path} for {other.Grantee} was listed, and nobody made such a grant."
            );
        }
    }

    private void Check(CallRecord call, Cell cell, IReadOnlyList<CalendarGrant> listed)
    {
        CellState state = call.After[cell];
        bool isAsHeld = (state.Grant, listed) switch
        {
            (null, []) => true,
            ({ } stands, [var told]) => IsAsHeld(cell, state, stands, told),
            _ => false,
        };
        if (!isAsHeld)
        {
            findings.Add(
                Counter.WrongOutcomes,
                $"{call}: {cell} is {CallChecks.Shown(state.Grant)}, and was listed as "
                    + $"{(listed.Count == 0 ? "none" : string.Join(" and ", listed.Select(Shown)))}."
            );
        }
    }

    private static bool IsAsHeld(Cell cell, CellState state, GrantState stands, CalendarGrant told) =>
        Permissions.Parse(stands.Rights) == told.Permissions
        && stands.Expiry == (told.EffectiveExpiry?.ToUnixTimeMilliseconds() ?? 0)
        && (told.Expiry is null || told.Expiry == told.EffectiveExpiry)
        && (stands.Secret is not null) == told.HasGrantPassword
        && Grantees.IsOf(cell, state, told.Grantee)
        && told.GuestIdentifier?.Value == Grantees.IdentifierOf(cell)
        && told is { IsExpired: false, IsOrphan: false, InheritedFrom: null };

    private static bool IsAbout(Cell cell, CalendarGrant grant) =>
        IsIn(cell, grant) && grant.Grantee.Type == Grantees.TypeOf(cell) && (grant.Grantee.Name ?? "") == cell.Grantee;

    private static bool IsIn(Cell cell, CalendarGrant grant) => grant.Owner == cell.Owner && grant.Path.Value == cell.Calendar;

    private static string Shown(CalendarGrant grant) =>
        $"{grant.Permissions.Letters} until {grant.Expiry:u}{(grant.HasGrantPassword ? " with password" : "")} for {grant.Grantee}, who "
        + $"signs in as {grant.GuestIdentifier}";
}

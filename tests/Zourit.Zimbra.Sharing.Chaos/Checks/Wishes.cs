using Zourit.Zimbra.Sharing.Chaos.Processes;
using Zourit.Zimbra.Sharing.Chaos.Scenarios;

namespace Zourit.Zimbra.Sharing.Chaos.Checks;

/// <summary>What a call is to make of a grant.</summary>
internal static class Wishes
{
    /// <summary>The grant after a call that does what it should.</summary>
    public static GrantState? After(Step step, GrantState? before) =>
        step switch
        {
            ShareStep share => share.After(before),
            RevokeStep or RetireStep => null,
            RawGrantStep raw => new GrantState(raw.Rights, 0, null),
            RenewStep renew => before is null ? null : before with { Expiry = renew.Expiry },
            CreateGuestStep => before ?? new GrantState("r", 0, null),
            _ => before,
        };

    /// <summary>How many mails a call may send about a grant.</summary>
    public static int Mails(Step step, CellState before) =>
        step switch
        {
            ShareStep share => share.AsksForMail(before.Grant, before.WasTold) ? 1 : 0,
            RevokeStep revoke => revoke.Notify && before.Grant is not null ? 1 : 0,
            NotifyStep => before.Grant is null ? 0 : 1,
            _ => 0,
        };

    /// <summary>The grant after a caller has done all of their plan.</summary>
    public static GrantState? AfterAll(Scenario scenario, Cell cell, GrantState? before)
    {
        // Where two callers work on one grant both want the same of it.
        IEnumerable<Step>? steps = scenario
            .Callers.Select(caller => caller.Steps)
            .FirstOrDefault(steps => steps.Any(step => step.Cells.Contains(cell)));
        return (steps ?? [])
            .SelectMany(Ledger.Entries)
            .Where(entry => entry.Cell == cell)
            .Aggregate(before, (state, entry) => After(entry.Step, state));
    }

    /// <summary>The grant after all plans, from what stood before anybody did anything.</summary>
    public static GrantState? InTheEnd(Scenario scenario, Cell cell) => AfterAll(scenario, cell, scenario.Standing.GetValueOrDefault(cell));

    /// <summary>
    /// Whether a grant that two callers work on may stand so: as it was, or as both want it; only the latter once it was made.
    /// </summary>
    public static bool MayStand(Scenario scenario, Cell cell, GrantState? grant, bool wasMade) =>
        grant == InTheEnd(scenario, cell) || (!wasMade && grant == scenario.Standing.GetValueOrDefault(cell));

    /// <summary>
    /// Whether the grantee is to have been informed of a share by the end: the last call that shares with them asks for a mail.
    /// </summary>
    public static bool OwesMail(Scenario scenario, Cell cell) =>
        cell.Kind != GranteeKind.Everybody
        && scenario
            .Callers.SelectMany(caller => caller.Steps)
            .SelectMany(Ledger.Entries)
            .Where(entry => entry.Cell == cell)
            .Select(entry => entry.Step)
            .LastOrDefault(step => step is ShareStep or RevokeStep or CreateGuestStep)
            is ShareStep { Notify: true };
}

namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>
/// Draws guests whose accounts stand already, and what an administrator of their own does with them, in some seeds. From streams of random
/// numbers of its own, and to a caller of its own, so that all else of a scenario stays what it is without them.
/// </summary>
internal sealed class GuestPlanner(int seed)
{
    private readonly Dice _dice = new(seed, "guests");

    public IReadOnlyList<PlannedGuest> Draw(IReadOnlyList<PlannedOwner> owners)
    {
        if (!_dice.Chance(35))
        {
            return [];
        }

        List<PlannedGuest> guests = [];
        for (int number = 0; number < _dice.Between(1, 3); number++)
        {
            string domain = _dice.Pick(owners).Domain;
            string mail = $"resident{number}@home{number}.example";
            List<Cell> calendars =
            [
                .. owners
                    .Where(owner => owner.Domain == domain)
                    .SelectMany(owner => owner.Calendars.Select(calendar => new Cell(owner.Name, calendar, GranteeKind.Guest, mail))),
            ];
            List<Cell> shares = [.. _dice.Shuffled(calendars).Take(_dice.Between(1, 3))];
            guests.Add(
                new PlannedGuest(mail, domain, _dice.Word("PwResident"), shares)
                {
                    Mounted = [.. shares.Where(_ => _dice.Chance(60))],
                    IsClosed = _dice.Chance(30),
                    ShowsCalendars = _dice.Chance(70),
                }
            );
        }

        return guests;
    }

    /// <summary>
    /// What is done with a guest. Calls that cannot be made again after a retirement that deletes the account do not come with one.
    /// </summary>
    public IReadOnlyList<Step> Script(PlannedGuest guest) =>
        _dice.Below(8) switch
        {
            0 => [new SuspendStep(guest)],
            1 => [new SuspendStep(guest), new ResumeStep(guest)],
            2 => [new ResetPasswordStep(guest, _dice.Word("PwReset")), new InspectStep(guest)],
            3 => [new ResetPasswordStep(guest, null)],
            4 => [new RepairStep(guest), new InspectStep(guest)],
            5 => [new RepairStep(guest), new RetireStep(guest, DeletesAccount: false)],
            6 => [new InspectStep(guest), new SuspendStep(guest), new RetireStep(guest, DeletesAccount: false)],
            _ => [new RetireStep(guest, DeletesAccount: true)],
        };
}

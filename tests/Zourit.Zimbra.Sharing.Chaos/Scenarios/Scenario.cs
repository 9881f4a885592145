using Zourit.Zimbra.Sharing.Chaos.Faults;

namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>
/// Everything that a seed decides: who there is, what exists, who does what, what goes wrong. Running it adds nothing but the order in
/// which callers come.
/// </summary>
internal sealed record Scenario
{
    public required int Seed { get; init; }

    /// <summary>
    /// Whether the callers' requests come one at a time, in an order that the seed decides: then a run repeats exactly. Otherwise they come
    /// as the machine lets them.
    /// </summary>
    public required bool InTurns { get; init; }

    public required string AdminPassword { get; init; }

    /// <summary>The key of personal links, 64 hexadecimal digits.</summary>
    public required string ProvisioningKey { get; init; }

    public required IReadOnlyList<PlannedDomain> Domains { get; init; }

    public required IReadOnlyList<PlannedOwner> Owners { get; init; }

    /// <summary>Accounts of the server that calendars are shared with, and their passwords.</summary>
    public required IReadOnlyList<(string Name, string Password)> Accounts { get; init; }

    /// <summary>The grants that stand before anybody does anything.</summary>
    public required IReadOnlyDictionary<Cell, GrantState> Standing { get; init; }

    /// <summary>Guests whose accounts stand already, closed and without a password.</summary>
    public required IReadOnlyList<(string Mail, string Domain)> ClosedGuests { get; init; }

    /// <summary>Guests whose accounts stand already, each of them in the care of one caller.</summary>
    public required IReadOnlyList<PlannedGuest> Guests { get; init; }

    /// <summary>A calendar whose grants have a ceiling; null for none.</summary>
    public required CappedCalendar? Capped { get; init; }

    /// <summary>A calendar that everybody may read, and how many events it has.</summary>
    public required (Cell Cell, int Events) Open { get; init; }

    /// <summary>The key of a grant of type <c>key</c> on the open calendar, made by somebody else.</summary>
    public required string AccessKey { get; init; }

    public required IReadOnlyList<CallerPlan> Callers { get; init; }

    /// <summary>The guests who are sent their personal links before the trouble starts.</summary>
    public required IReadOnlyList<Cell> Invited { get; init; }

    public required FaultPlan Faults { get; init; }

    /// <summary>All grants that this scenario knows; any other that is found is a stray.</summary>
    public IReadOnlySet<Cell> Cells =>
        Standing.Keys.Concat(Callers.SelectMany(caller => caller.Steps).SelectMany(step => step.Cells)).ToHashSet();

    /// <summary>The grants that more than one caller works on: what one of them finds may be the other's doing.</summary>
    public IReadOnlySet<Cell> Contested =>
        Callers
            .SelectMany(caller => caller.Steps.SelectMany(step => step.Cells).Distinct())
            .GroupBy(cell => cell)
            .Where(uses => uses.Count() > 1)
            .Select(uses => uses.Key)
            .ToHashSet();

    /// <summary>
    /// The grants of an owner that nobody but one caller changes: while another call of their runs they stay what they are.
    /// </summary>
    public IReadOnlyList<Cell> LeftTo(CallerPlan caller, string owner)
    {
        IEnumerable<Cell> others = Callers
            .Where(other => other.Number != caller.Number)
            .SelectMany(other => other.Steps)
            .Where(step => step.ChangesGrants)
            .SelectMany(step => step.Cells);
        return [.. Cells.Where(cell => cell.Owner == owner).Except(others)];
    }

    /// <summary>Whether a single call is about the account of a guest, so that whatever becomes of it is that call's doing.</summary>
    public bool IsAlone(string mail) =>
        Callers
            .SelectMany(caller => caller.Steps)
            .Count(step =>
                (step is CreateGuestStep create && create.Mail == mail) || (step is SignUpStep signUp && signUp.Cell.Grantee == mail)
            ) == 1;

    /// <summary>The calendars that an owner's grants are changed in.</summary>
    public IReadOnlyList<string> CalendarsOf(PlannedOwner owner) =>
        Capped?.Owner == owner.Name ? [.. owner.Calendars, Capped.Path] : owner.Calendars;

    public PlannedOwner OwnerOf(Cell cell) => Owners.First(owner => owner.Name == cell.Owner);
}

/// <summary>A domain and its preauth key.</summary>
internal sealed record PlannedDomain(string Name, string PreauthKey);

/// <summary>An owner of calendars.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Domain">Its domain.</param>
/// <param name="Password">The password.</param>
/// <param name="Calendars">The calendars' paths.</param>
/// <param name="SavesSent">Whether the owner has sent mails kept (<c>zimbraPrefSaveToSent</c>); share mails are kept always.</param>
/// <param name="Locale">The language of the mails.</param>
internal sealed record PlannedOwner(
    string Name,
    string Domain,
    string Password,
    IReadOnlyList<string> Calendars,
    bool SavesSent,
    string Locale
);

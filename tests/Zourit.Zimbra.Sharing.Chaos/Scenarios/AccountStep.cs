namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>A call about a guest's account.</summary>
/// <param name="Mail">The guest's own address.</param>
/// <param name="Domain">The owners' domain.</param>
/// <param name="Shares">What is, or is to be, shared with them.</param>
internal abstract record AccountStep(string Mail, string Domain, IReadOnlyList<Cell> Shares) : Step
{
    public override IReadOnlyList<Cell> Cells => Shares;
}

/// <summary>An administrator makes a guest's account with calendars in it.</summary>
internal sealed record CreateGuestStep(string Mail, string Domain, string Password, IReadOnlyList<Cell> Calendars)
    : AccountStep(Mail, Domain, Calendars);

/// <summary>A guest signs up through their personal link.</summary>
internal sealed record SignUpStep(Cell Cell, string Domain, string Password) : AccountStep(Cell.Grantee, Domain, [Cell]);

/// <summary>A call about a guest's account that is before anybody does anything.</summary>
internal abstract record StandingAccountStep(PlannedGuest Guest) : AccountStep(Guest.Mail, Guest.Domain, Guest.Shares);

/// <summary>Keeps a guest out for now.</summary>
internal sealed record SuspendStep(PlannedGuest Guest) : StandingAccountStep(Guest);

/// <summary>Lets a guest in again.</summary>
internal sealed record ResumeStep(PlannedGuest Guest) : StandingAccountStep(Guest);

/// <summary>Gives a guest another password.</summary>
/// <param name="Guest">Whom.</param>
/// <param name="Password">The password; null for one that the library makes up.</param>
internal sealed record ResetPasswordStep(PlannedGuest Guest, string? Password) : StandingAccountStep(Guest);

/// <summary>Finds out what is wrong with a guest's account.</summary>
internal sealed record InspectStep(PlannedGuest Guest) : StandingAccountStep(Guest);

/// <summary>Mends a guest's account.</summary>
internal sealed record RepairStep(PlannedGuest Guest) : StandingAccountStep(Guest);

/// <summary>Takes everything back that is shared with a guest.</summary>
/// <param name="Guest">From whom.</param>
/// <param name="DeletesAccount">Whether their account goes, too.</param>
internal sealed record RetireStep(PlannedGuest Guest, bool DeletesAccount) : StandingAccountStep(Guest);

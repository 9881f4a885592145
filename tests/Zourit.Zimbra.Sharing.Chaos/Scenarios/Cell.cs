namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>One entry of one calendar's list of grants: the unit in which wishes and states are compared.</summary>
/// <param name="Owner">The calendar's owner.</param>
/// <param name="Calendar">The calendar's path.</param>
/// <param name="Kind">Guest, account or everybody.</param>
/// <param name="Grantee">The grantee's address; empty for everybody.</param>
internal sealed record Cell(string Owner, string Calendar, GranteeKind Kind, string Grantee)
{
    public override string ToString() => $"{Owner}{Calendar} for {(Kind == GranteeKind.Everybody ? "everybody" : Grantee)}";
}

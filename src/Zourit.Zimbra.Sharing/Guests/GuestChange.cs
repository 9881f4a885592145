namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account after a change.</summary>
/// <param name="Account">The account as it stands now.</param>
/// <param name="Step">Whether the call changed it.</param>
public sealed record GuestChange(GuestAccount Account, GuestStep Step);

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account after a change.</summary>
public sealed record GuestChange
{
    /// <summary>The account as it is now.</summary>
    public required GuestAccount Account { get; init; }

    /// <summary>Whether the call changed it.</summary>
    public required GuestStep Step { get; init; }
}

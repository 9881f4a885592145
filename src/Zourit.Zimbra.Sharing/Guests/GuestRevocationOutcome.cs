namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What became of one share of a guest who is retired.</summary>
public enum GuestRevocationOutcome
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The grant is gone, as the folder's ACL shows.</summary>
    Removed = 1,

    /// <summary>The grant is still in force although the server answered success. Look at the folder's ACL.</summary>
    StillThere = 2,

    /// <summary>The guest has it as a member of a group, whose grant was left to its other members. Take the guest off the group.</summary>
    HeldByGroup = 3,

    /// <summary>
    /// The owner's account or domain is in maintenance, so nobody can act for them. Retire the guest again afterwards.
    /// </summary>
    OwnerInMaintenance = 4,

    /// <summary>The server refused, and nothing shows that the grant is gone; see <see cref="GuestRevocation.Failure"/>.</summary>
    Failed = 5,
}

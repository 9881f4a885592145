namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of <see cref="GuestClient.RepairAsync"/>.</summary>
/// <param name="Account">The account as it stands now.</param>
/// <param name="Step">Whether the account itself was changed: mail written small, feature switched on, opened.</param>
/// <param name="Mountpoints">Each folder that is shared with the guest by mail, and whether its mountpoint was made.</param>
/// <param name="Remaining">What repairing cannot mend; empty when all is well.</param>
public sealed record GuestRepair(
    GuestAccount Account,
    GuestStep Step,
    IReadOnlyList<GuestMountpoint> Mountpoints,
    IReadOnlyList<GuestProblem> Remaining
);

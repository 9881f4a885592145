namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of <see cref="GuestClient.RepairAsync"/>.</summary>
public sealed class GuestRepair
{
    /// <summary>The account as it is now.</summary>
    public required GuestAccount Account { get; init; }

    /// <summary>Whether the account itself was changed: mail lower-cased, feature switched on, opened.</summary>
    public required GuestStep Step { get; init; }

    /// <summary>Each folder that is shared with the guest by mail, and whether its mountpoint was made.</summary>
    public required IReadOnlyList<GuestMountpoint> Mountpoints { get; init; }

    /// <summary>What could not be repaired; empty when all is well.</summary>
    public required IReadOnlyList<GuestProblem> Remaining { get; init; }

    /// <summary>The account and what was done.</summary>
    public override string ToString() =>
        $"{Account}: {Step}, mountpoints "
        + $"[{string.Join(", ", Mountpoints.Select(mountpoint => $"{mountpoint.Folder} {mountpoint.Step}"))}], "
        + $"remaining [{string.Join(", ", Remaining)}]";
}

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account and what is wrong with it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
public sealed record GuestInspection(GuestAccount Account, IReadOnlyList<GuestProblem> Problems)
{
    /// <summary>
    /// Whether the guest's mailbox could be looked into: not while the account or its domain is in maintenance. Then no problem of its
    /// mountpoints is told.
    /// </summary>
    public required bool MountpointsKnown { get; init; }
}

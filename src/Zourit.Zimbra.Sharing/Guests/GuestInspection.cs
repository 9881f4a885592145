namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account and what is wrong with it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
public sealed record GuestInspection(GuestAccount Account, IReadOnlyList<GuestProblem> Problems)
{
    /// <summary>
    /// Whether the guest's mailbox could be looked into. An account that is not active lets nobody in, so its mountpoints are not known and no problem of theirs is told.
    /// </summary>
    public required bool MountpointsKnown { get; init; }
}

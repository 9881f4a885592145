namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's account and what is wrong with it.</summary>
public sealed class GuestInspection
{
    /// <summary>The account.</summary>
    public required GuestAccount Account { get; init; }

    /// <summary>What is wrong; empty when nothing is.</summary>
    public required IReadOnlyList<GuestProblem> Problems { get; init; }

    /// <summary>
    /// Whether the guest's mailbox could be looked into: not while the account or its domain is in maintenance. Then no problem of its
    /// mountpoints is reported.
    /// </summary>
    public required bool MountpointsKnown { get; init; }

    /// <summary>The account and its problems.</summary>
    public override string ToString() => $"{Account}: {(Problems.Count == 0 ? "no problems" : string.Join(", ", Problems))}";
}

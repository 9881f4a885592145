using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What became of the account of a guest with whom nothing is shared any more.</summary>
public sealed record LeaverOutcome
{
    /// <summary>The owners' domain, in which the account is.</summary>
    public required string Domain { get; init; }

    /// <summary>The guest's own address.</summary>
    public required string Guest { get; init; }

    /// <summary>What was done.</summary>
    public required LeaverStatus Status { get; init; }

    /// <summary>Why nothing was done; null where something was.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>The guest, and what was done.</summary>
    public override string ToString() => $"{Guest}: {Status}";
}

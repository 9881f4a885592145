using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>The account of a guest whose last share goes, or has gone. Before anything is done to it, it is looked once more whether
/// anything is shared with the guest.</summary>
public sealed record PlannedLeaver
{
    /// <summary>The owners' domain, in which the account is.</summary>
    public required string Domain { get; init; }

    /// <summary>The guest's own address.</summary>
    public required string Guest { get; init; }

    /// <summary>What becomes of it.</summary>
    public required LeaverAction Action { get; init; }

    /// <summary>Why.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>The place in the manifest, or in the record, that asks for the removal of the share; null where none does.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The guest, what becomes of the account, and why, in English.</summary>
    public override string ToString() => $"{Guest}: {Action}, {Reason}";
}

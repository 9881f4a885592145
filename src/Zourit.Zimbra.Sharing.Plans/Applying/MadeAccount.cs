namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>A guest's account that runs with this journal made.</summary>
internal sealed record MadeAccount
{
    public required string Domain { get; init; }

    public required string Guest { get; init; }

    /// <summary>The account's id: another account of the same name is another's.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the guest's shares were being removed, and none was made since.</summary>
    public bool HasLeft { get; init; }

    /// <summary>When runs with this journal suspended it; null where it is not.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }
}

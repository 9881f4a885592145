namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A guest's account that runs made.</summary>
public sealed record MadeAccount
{
    /// <summary>The owners' domain, in which the account is.</summary>
    public required string Domain { get; init; }

    /// <summary>The guest's own address.</summary>
    public required string Guest { get; init; }

    /// <summary>The account's id (<c>zimbraId</c>): another account of the same guest is another's.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the guest's shares were being removed, and none was made since.</summary>
    public bool HasLeft { get; init; }

    /// <summary>When runs suspended it; null where it is not.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>The guest and the domain.</summary>
    public override string ToString() => $"{Guest} in {Domain}";
}

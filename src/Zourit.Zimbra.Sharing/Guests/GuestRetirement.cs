namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of <see cref="GuestClient.RetireAsync"/>.</summary>
public sealed class GuestRetirement
{
    /// <summary>
    /// Each share of the domain, in the order found; shares that a folder merely inherited go with their source and are not listed.
    /// </summary>
    public required IReadOnlyList<GuestRevocation> Revocations { get; init; }

    /// <summary>What became of the account.</summary>
    public required RetiredAccount Account { get; init; }

    /// <summary>Whether nothing of the domain is shared with the guest any more.</summary>
    public bool IsComplete => Remaining.Count == 0;

    /// <summary>The shares that could not be revoked, each with why.</summary>
    public IReadOnlyList<GuestRevocation> Remaining =>
        [.. Revocations.Where(revocation => revocation.Outcome != GuestRevocationOutcome.Removed)];

    /// <summary>What became of the account and of each share.</summary>
    public override string ToString() =>
        $"account {Account}; " + string.Join(", ", Revocations.Select(revocation => $"{revocation.Access.Folder} {revocation.Outcome}"));
}

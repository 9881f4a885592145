namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>The result of <see cref="GuestClient.RetireAsync(string, string, GuestRetirementOptions, CancellationToken)"/>.</summary>
/// <param name="Revocations">Each share of the domain, in the order found; shares that a folder merely inherited go with their source and
/// are not listed.</param>
/// <param name="Account">What became of the account.</param>
public sealed record GuestRetirement(IReadOnlyList<GuestRevocation> Revocations, RetiredAccount Account)
{
    /// <summary>Whether nothing of the domain is shared with the guest any more.</summary>
    public bool IsComplete => !Remaining.Any();

    /// <summary>The shares that could not be revoked, each with why.</summary>
    public IEnumerable<GuestRevocation> Remaining => Revocations.Where(revocation => revocation.Outcome != GuestRevocationOutcome.Removed);
}

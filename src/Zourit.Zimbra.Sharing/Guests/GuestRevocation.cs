namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What became of one share of a guest who is retired.</summary>
/// <param name="Access">The share as it was.</param>
/// <param name="Outcome">Whether it is gone.</param>
public sealed record GuestRevocation(GuestAccess Access, GuestRevocationOutcome Outcome)
{
    /// <summary>Why the server refused; null when it did not.</summary>
    public ZimbraFaultException? Failure { get; init; }
}

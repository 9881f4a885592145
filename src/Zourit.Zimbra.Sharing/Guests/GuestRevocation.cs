namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What became of one share of a guest who is retired.</summary>
public sealed record GuestRevocation
{
    /// <summary>The share as it was.</summary>
    public required GuestAccess Access { get; init; }

    /// <summary>Whether it is gone.</summary>
    public required GuestRevocationOutcome Outcome { get; init; }

    /// <summary>Why it is not gone; null where the outcome says it all.</summary>
    public ZimbraException? Failure { get; init; }
}

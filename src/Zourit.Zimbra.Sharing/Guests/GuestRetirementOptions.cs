namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>How to retire a guest.</summary>
public sealed record GuestRetirementOptions
{
    /// <summary>
    /// Whether to delete the account at once (urn:zimbraAdmin DeleteAccountRequest). Default false: with nothing shared any more, the
    /// server's daily task closes it and deletes it 30 days later, and until then sharing again revives it with its password.
    /// </summary>
    public bool DeleteAccount { get; init; }
}

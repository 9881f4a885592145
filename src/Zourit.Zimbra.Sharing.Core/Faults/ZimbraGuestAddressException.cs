using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// A guest's address is almost certainly mistyped: a misspelled domain of a large mail provider (<c>gmial.com</c>), an address in the
/// owner's
/// own domain that is no account there, or a guest's identifier in place of their mail. Nothing was sent that changes anything, and nobody
/// was mailed. Where the address is right all the same, switch the check off: <c>CheckAddress = false</c>.
/// </summary>
public sealed class ZimbraGuestAddressException : ZimbraException
{
    internal ZimbraGuestAddressException(GuestAddress guest, LocalizedText explanation, string? suggestion)
        : base(explanation, innerException: null, nameof(ZimbraGuestAddressException)) => (Guest, Suggestion) = (guest, suggestion);

    /// <summary>The address as it was given.</summary>
    public GuestAddress Guest { get; }

    /// <summary>The address that was most likely meant; null where that cannot be said.</summary>
    public string? Suggestion { get; }

    /// <summary>True: nothing was changed.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True, though it does not help.</summary>
    public override bool IsSafeToRepeat => true;

    /// <summary>False: the answer stays the same.</summary>
    public override bool IsTransient => false;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraGuestAddressException(Guest, explanation, Suggestion) { Operation = Operation };
}

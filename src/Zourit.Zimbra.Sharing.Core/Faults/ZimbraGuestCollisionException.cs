using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// Another account is where a guest's account would be: another guest whose mail gives the same identifier (<c>a.b@c.d</c> and
/// <c>a@b.c.d</c>), a regular account, alias or list of that name; or the "guest" is an internal account or group of the server. Nothing
/// was given to the wrong person.
/// </summary>
public sealed class ZimbraGuestCollisionException : ZimbraException
{
    internal ZimbraGuestCollisionException(GuestAddress? guest, LocalizedText explanation, Exception? innerException = null)
        : base(explanation, innerException, nameof(ZimbraGuestCollisionException)) => Guest = guest;

    /// <summary>The guest who cannot have the account; null where only the identifier was given.</summary>
    public GuestAddress? Guest { get; }

    /// <summary>The name that is taken.</summary>
    public string? TakenName { get; internal init; }

    /// <summary>The mail of the other guest who has it; null when it is no guest's account.</summary>
    public string? OtherGuest { get; internal init; }

    /// <summary>True: nothing was given to the wrong person, and the account that is there was left alone.</summary>
    public override bool IsOutcomeKnown => true;

    /// <summary>True, though it does not help.</summary>
    public override bool IsSafeToRepeat => true;

    /// <summary>False: the answer stays the same until something else changes.</summary>
    public override bool IsTransient => false;

    private protected override ZimbraException Explained(LocalizedText explanation) =>
        new ZimbraGuestCollisionException(Guest, explanation, InnerException)
        {
            Operation = Operation,
            TakenName = TakenName,
            OtherGuest = OtherGuest,
        };
}

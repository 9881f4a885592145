using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>An identifier of a domain to which more than one person has a claim.</summary>
/// <param name="Identifier">The identifier.</param>
/// <param name="Guests">The mails of the guests it stands for: those with whom something is shared, and the one who has the
/// account.</param>
public sealed record GuestCollision(GuestIdentifier Identifier, IReadOnlyList<GuestAddress> Guests)
{
    /// <summary>
    /// The guest who has the account; null when nobody signed up yet. The others cannot: share with them by a grant password.
    /// </summary>
    public GuestAddress? Holder { get; init; }

    /// <summary>
    /// The regular account that has the name (as its own or as an alias); null when it is none's. None of the guests can sign up then.
    /// </summary>
    public string? RegularAccount { get; init; }
}

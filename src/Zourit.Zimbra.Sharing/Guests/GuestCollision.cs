using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>An identifier of a domain to which more than one person has a claim.</summary>
public sealed class GuestCollision
{
    /// <summary>The identifier.</summary>
    public required GuestIdentifier Identifier { get; init; }

    /// <summary>The mails of the guests it may mean: those with whom something is shared, and the one who has the account.</summary>
    public required IReadOnlyList<GuestAddress> Guests { get; init; }

    /// <summary>
    /// The guest who has the account; null when nobody signed up yet. The others cannot: share with them by a grant password.
    /// </summary>
    public GuestAddress? Holder { get; init; }

    /// <summary>
    /// The regular account that has the name (as its own or as an alias); null when none has. None of the guests can sign up then.
    /// </summary>
    public string? RegularAccount { get; init; }

    /// <summary>The identifier and who has a claim to it.</summary>
    public override string ToString() =>
        $"{Identifier}: {string.Join(", ", Guests)}" + (RegularAccount is null ? "" : $", account {RegularAccount}");
}

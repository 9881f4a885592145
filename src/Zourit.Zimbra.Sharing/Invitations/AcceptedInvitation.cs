using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>The result of <see cref="InvitationClient.AcceptAsync"/>.</summary>
public sealed record AcceptedInvitation
{
    /// <summary>Whether an account was made.</summary>
    public required AcceptanceOutcome Outcome { get; init; }

    /// <summary>The link that was accepted.</summary>
    public required PersonalLink Link { get; init; }

    /// <summary>
    /// What the guest types as user name. The link does not say it (the owner's domain is not in its token), so the server is asked; null
    /// when that does not say either, and when the account that has the name may be another guest's.
    /// </summary>
    public GuestIdentifier? Identifier { get; init; }

    /// <summary>
    /// The name of the account that the link leads to. Where <see cref="Identifier"/> is null it may be another guest's, whose mail gives
    /// the same identifier (<c>a.b@c.d</c> and <c>a@b.c.d</c>), since it did not take the password given: the guest tries their own
    /// password, or asks for a grant password. Null when the server does not say it.
    /// </summary>
    public GuestIdentifier? PossibleIdentifier { get; init; }

    /// <summary>
    /// The code on the server's page after an incomplete sign-up, e.g. <c>mail.INVALID_NAME</c>; null otherwise, and when the page was
    /// lost.
    /// </summary>
    public string? Code { get; init; }
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>The result of <see cref="InvitationClient.AcceptAsync(PersonalLink, string, Secret, CancellationToken)"/>.</summary>
/// <param name="Outcome">Whether an account was made.</param>
/// <param name="Link">The link that was accepted.</param>
public sealed record AcceptedInvitation(AcceptanceOutcome Outcome, PersonalLink Link)
{
    /// <summary>
    /// What the guest types as user name. The link does not tell it (the owner's domain is not in its token), so it is asked of the server;
    /// null when that does not tell either.
    /// </summary>
    public GuestIdentifier? Identifier { get; init; }

    /// <summary>
    /// The code on the server's page after an incomplete sign-up, e.g. <c>mail.INVALID_NAME</c>; null otherwise, and when the page was
    /// lost.
    /// </summary>
    public string? Code { get; init; }
}

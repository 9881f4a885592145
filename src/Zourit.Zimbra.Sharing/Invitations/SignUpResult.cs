namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>How an acceptance ended: one of the two.</summary>
/// <param name="Accepted">It was accepted.</param>
/// <param name="Failure">The server refused, or it is not known what became of it.</param>
internal sealed record SignUpResult(AcceptedInvitation? Accepted = null, ZimbraException? Failure = null);

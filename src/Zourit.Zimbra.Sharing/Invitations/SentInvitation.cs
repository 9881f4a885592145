namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>A personal link that the server mailed to a guest, found in the owner's Sent folder.</summary>
/// <param name="Link">The link.</param>
/// <param name="MessageId">The id of the mail in the owner's mailbox (<c>m id</c>).</param>
/// <param name="SentAt">When the mail was sent (<c>d</c>), UTC; null when the server does not tell.</param>
public sealed record SentInvitation(PersonalLink Link, string MessageId, DateTimeOffset? SentAt);

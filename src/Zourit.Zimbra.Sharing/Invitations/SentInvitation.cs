namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>A personal link that the server mailed to a guest, found in the owner's Sent folder.</summary>
public sealed record SentInvitation
{
    /// <summary>The link.</summary>
    public required PersonalLink Link { get; init; }

    /// <summary>The id of the mail in the owner's mailbox (<c>m id</c>).</summary>
    public required string MessageId { get; init; }

    /// <summary>When the mail was sent (<c>d</c>), UTC; null when the server does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

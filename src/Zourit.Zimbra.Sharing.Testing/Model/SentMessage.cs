namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A message in a mailbox: copies of share mails in Sent, and what came into the Inbox.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="FolderId">2 for Inbox, 5 for Sent.</param>
/// <param name="Date">When, in whole seconds.</param>
/// <param name="Mail">The message.</param>
public sealed record SentMessage(int Id, int FolderId, DateTimeOffset Date, OutgoingMail Mail)
{
    /// <summary>Marked as read; a copy in Sent always counts as read.</summary>
    public bool IsRead { get; init; } = FolderId == 5;

    internal bool IsUnread => !IsRead;

    /// <summary>The mailbox's change number when it got the message.</summary>
    internal int Revision { get; init; }
}

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A message in a mailbox: copies of share mails in Sent, and what came into the Inbox.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="FolderId">2 for Inbox, 5 for Sent.</param>
/// <param name="Date">When, in whole seconds.</param>
/// <param name="Mail">The message.</param>
public sealed record SentMessage(int Id, int FolderId, DateTimeOffset Date, OutgoingMail Mail)
{
    /// <summary>What came in and was not read. Nothing here marks a message as read.</summary>
    internal bool IsUnread => FolderId == 2;

    /// <summary>The mailbox's change number when it got the message.</summary>
    internal int Revision { get; init; }
}

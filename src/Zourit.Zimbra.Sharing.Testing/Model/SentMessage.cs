namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>A message in a mailbox: copies of share mails in Sent, and what came into the Inbox.</summary>
public sealed record SentMessage
{
    private readonly bool? _isRead;

    /// <summary>The item's id.</summary>
    public required int Id { get; init; }

    /// <summary>2 for Inbox, 5 for Sent.</summary>
    public required int FolderId { get; init; }

    /// <summary>When, in whole seconds.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The message.</summary>
    public required OutgoingMail Mail { get; init; }

    /// <summary>Marked as read; a copy in Sent always counts as read.</summary>
    public bool IsRead
    {
        get => _isRead ?? FolderId == SystemFolder.Sent;
        init => _isRead = value;
    }

    internal bool IsUnread => !IsRead;

    /// <summary>The mailbox's change number when it got the message.</summary>
    internal int Revision { get; init; }
}

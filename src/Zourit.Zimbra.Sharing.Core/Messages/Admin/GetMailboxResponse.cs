namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetMailboxRequest"/>.</summary>
public sealed record GetMailboxResponse
{
    /// <summary>The mailbox's number (<c>mbxid</c>).</summary>
    public required string MailboxId { get; init; }

    /// <summary>Its size in bytes (<c>s</c>).</summary>
    public required long Size { get; init; }
}

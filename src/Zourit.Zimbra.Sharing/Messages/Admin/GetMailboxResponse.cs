namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="GetMailboxRequest"/>.</summary>
/// <param name="MailboxId">The mailbox's number (<c>mbxid</c>).</param>
/// <param name="Size">Its size in bytes (<c>s</c>).</param>
public sealed record GetMailboxResponse(string MailboxId, long Size);

using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>What a share mail is about.</summary>
/// <param name="Folder">The shared folder.</param>
/// <param name="Action">What happened to the share: <c>edit</c>, <c>revoke</c>, <c>expire</c>; null for a new one.</param>
/// <param name="Grant">The grant; null where it is gone.</param>
/// <param name="Notes">What the author adds; null for nothing.</param>
internal sealed record MailedShare(MailedFolder Folder, string? Action, AccessGrant? Grant, string? Notes);

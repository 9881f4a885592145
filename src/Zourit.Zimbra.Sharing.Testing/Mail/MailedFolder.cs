using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>A folder as a share mail tells of it.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Folder">The folder itself, not a mountpoint.</param>
/// <param name="Name">The name that it is shown by.</param>
internal sealed record MailedFolder(Account Owner, MailFolder Folder, string Name);

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="CreateFolderRequest"/>.</summary>
/// <param name="Folder">The new folder, or the one that existed already.</param>
public sealed record CreateFolderResponse(Folder Folder);

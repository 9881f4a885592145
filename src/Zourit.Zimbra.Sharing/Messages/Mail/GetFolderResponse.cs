namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="GetFolderRequest"/>.</summary>
/// <param name="Folder">The folder, mountpoint or saved search that was asked for, with what lies below it.</param>
public sealed record GetFolderResponse(Folder Folder);

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="GetFolderRequest"/>.</summary>
public sealed record GetFolderResponse
{
    /// <summary>The folder, mountpoint or saved search that was asked for, with what lies below it.</summary>
    public required Folder Folder { get; init; }
}

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="CreateFolderRequest"/>.</summary>
public sealed record CreateFolderResponse
{
    /// <summary>The new folder, or the one that existed already.</summary>
    public required Folder Folder { get; init; }
}

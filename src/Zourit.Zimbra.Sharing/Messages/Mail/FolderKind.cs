namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>What an entry of a folder tree is.</summary>
public enum FolderKind
{
    /// <summary>An ordinary folder (<c>folder</c>).</summary>
    Folder,

    /// <summary>A mountpoint: a link to a folder in somebody else's mailbox (<c>link</c>).</summary>
    Mountpoint,

    /// <summary>A saved search (<c>search</c>).</summary>
    SavedSearch,
}

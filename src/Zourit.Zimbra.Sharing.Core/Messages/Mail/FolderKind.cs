namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>What an entry of a folder tree is.</summary>
public enum FolderKind
{
    /// <summary>Not known; no answer that this version reads has it.</summary>
    Unknown = 0,

    /// <summary>An ordinary folder (<c>folder</c>).</summary>
    Folder = 1,

    /// <summary>A mountpoint: a link to a folder in somebody else's mailbox (<c>link</c>).</summary>
    Mountpoint = 2,

    /// <summary>A saved search (<c>search</c>).</summary>
    SavedSearch = 3,
}

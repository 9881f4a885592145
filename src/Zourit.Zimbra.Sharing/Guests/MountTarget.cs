using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder that a mountpoint is to point to.</summary>
internal sealed record MountTarget(DirectoryEntry Owner, string FolderId, FolderPath Path, string? View)
{
    /// <summary>The owner as a mountpoint's name shows them.</summary>
    public string OwnerName => Owner.Attributes["displayName"] ?? Owner.Name;

    public bool IsCalendar => FolderViews.IsCalendar(View);

    public SharedCalendar Calendar => new() { Owner = Owner.Name, Calendar = Path };

    /// <summary>The attribute that shows folders of this kind in the guest's web client and CalDAV; null for other kinds.</summary>
    public string? Feature => FolderViews.Feature(View);

    public static MountTarget Of(DirectoryEntry owner, SharedFolder folder) => new(owner, folder.Id, folder.Path, folder.Folder.View);

    public bool IsTargetOf(Folder link) => link.Target is { } target && target.OwnerId == Owner.Id && target.FolderId == FolderId;
}

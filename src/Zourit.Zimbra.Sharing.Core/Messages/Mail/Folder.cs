using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A folder, mountpoint or saved search, as GetFolder, CreateFolder and CreateMountpoint describe it.</summary>
public sealed record Folder
{
    /// <summary>Folder, mountpoint or saved search.</summary>
    public required FolderKind Kind { get; init; }

    /// <summary>The id (<c>id</c>): a number, or <c>accountId:number</c> in somebody else's mailbox.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The leaf name (<c>name</c>), not translated: <c>Calendar</c> whatever the web client shows. Null for the mailbox's topmost folder.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>The whole path (<c>absFolderPath</c>), e.g. <c>/Calendar</c>; null for the topmost folder and for placeholders.</summary>
    public string? Path { get; init; }

    /// <summary>The folder's UUID (<c>uuid</c>).</summary>
    public string? Uuid { get; init; }

    /// <summary>The parent's id (<c>l</c>).</summary>
    public string? ParentId { get; init; }

    /// <summary>The parent's UUID (<c>luuid</c>).</summary>
    public string? ParentUuid { get; init; }

    /// <summary>The default view (<c>view</c>), e.g. <c>appointment</c> for a calendar; null when unknown.</summary>
    public string? View { get; init; }

    /// <summary>
    /// The flag letters (<c>f</c>), e.g. <c>#</c> checked, <c>i</c> does not inherit rights, <c>b</c> excluded from free/busy; empty when
    /// none.
    /// </summary>
    public string Flags { get; init; } = "";

    /// <summary>The colour's number (<c>color</c>); null when default.</summary>
    public int? Color { get; init; }

    /// <summary>The colour as <c>#rrggbb</c> (<c>rgb</c>).</summary>
    public string? Rgb { get; init; }

    /// <summary>Whether the owner may delete it (<c>deletable</c>); false for system folders.</summary>
    public bool? IsDeletable { get; init; }

    /// <summary>Number of items (<c>n</c>).</summary>
    public long? ItemCount { get; init; }

    /// <summary>Size of the items in bytes (<c>s</c>).</summary>
    public long? Size { get; init; }

    /// <summary>Unread items (<c>u</c>).</summary>
    public int? UnreadCount { get; init; }

    /// <summary>Change number of the content (<c>rev</c>).</summary>
    public long? Revision { get; init; }

    /// <summary>Change number of the folder's own data (<c>ms</c>).</summary>
    public long? ModifiedSequence { get; init; }

    /// <summary>Time of the last change of the folder's data (<c>md</c>, seconds on the wire).</summary>
    public long? ModifiedSeconds { get; init; }

    /// <summary>Version of the metadata (<c>mdver</c>).</summary>
    public int? MetadataVersion { get; init; }

    /// <summary>Items counted with deleted ones, IMAP view (<c>i4n</c>).</summary>
    public long? ImapItemCount { get; init; }

    /// <summary>Unread items, IMAP view (<c>i4u</c>).</summary>
    public int? ImapUnreadCount { get; init; }

    /// <summary>IMAP modification sequence (<c>i4ms</c>).</summary>
    public long? ImapModifiedSequence { get; init; }

    /// <summary>Next IMAP uid (<c>i4next</c>).</summary>
    public long? ImapNextUid { get; init; }

    /// <summary>Days kept offline by the web client (<c>webOfflineSyncDays</c>).</summary>
    public int? WebOfflineSyncDays { get; init; }

    /// <summary>Kept from mobile sync (<c>activesyncdisabled</c>).</summary>
    public bool? IsActiveSyncDisabled { get; init; }

    /// <summary>
    /// The address a synced calendar is fed from (<c>url</c>), its password masked by the server. Not the folder's own REST address.
    /// </summary>
    public string? SourceUrl { get; init; }

    /// <summary>The caller's effective permission letters (<c>perm</c>); only in somebody else's mailbox and on mountpoints.</summary>
    public string? EffectiveRights { get; init; }

    /// <summary>The folder's own ACL (<c>acl</c>); null when it inherits, or when the caller may not see it.</summary>
    public FolderAcl? Acl { get; init; }

    /// <summary>Whether a retention policy is attached (<c>retentionPolicy</c>).</summary>
    public bool HasRetentionPolicy { get; init; }

    /// <summary>A mountpoint's data; null otherwise.</summary>
    public MountpointTarget? Target { get; init; }

    /// <summary>A saved search's query (<c>query</c>).</summary>
    public string? Query { get; init; }

    /// <summary>Child folders, mountpoints and searches.</summary>
    public IReadOnlyList<Folder> Children
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<Folder>.Empty;

    /// <summary>Whether the folder has its own ACL instead of its parent's (flag <c>i</c>).</summary>
    public bool HasOwnAcl => Flags.Contains('i', StringComparison.Ordinal);

    /// <summary>Whether it is a calendar (<c>view="appointment"</c>), or a mountpoint of one.</summary>
    public bool IsCalendar => FolderViews.IsCalendar(View);

    /// <summary>This folder and everything below it, parents before children.</summary>
    public IEnumerable<Folder> SelfAndDescendants()
    {
        // A loop, not recursion: a tree may be as deep as the reply's depth limit allows.
        var pending = new Stack<Folder>();
        pending.Push(this);
        while (pending.TryPop(out Folder? folder))
        {
            yield return folder;
            for (int i = folder.Children.Count - 1; i >= 0; i--)
            {
                pending.Push(folder.Children[i]);
            }
        }
    }

    internal static bool IsFolder(ResponseElement element) => element.Name is "folder" or "link" or "search";

    internal static Folder Read(ResponseElement element)
    {
        FolderKind kind = element.Name switch
        {
            "link" => FolderKind.Mountpoint,
            "search" => FolderKind.SavedSearch,
            _ => FolderKind.Folder,
        };
        return new Folder
        {
            Kind = kind,
            Id = element.RequiredText("id"),
            Name = element.Text("name"),
            Path = element.Text("absFolderPath"),
            Uuid = element.Text("uuid"),
            ParentId = element.Text("l"),
            ParentUuid = element.Text("luuid"),
            View = element.Text("view"),
            Flags = element.Text("f") ?? "",
            Color = element.Int32("color"),
            Rgb = element.Text("rgb"),
            IsDeletable = element.Flag("deletable"),
            ItemCount = element.Int64("n"),
            Size = element.Int64("s"),
            UnreadCount = element.Int32("u"),
            Revision = element.Int64("rev"),
            ModifiedSequence = element.Int64("ms"),
            ModifiedSeconds = element.Int64("md"),
            MetadataVersion = element.Int32("mdver"),
            ImapItemCount = element.Int64("i4n"),
            ImapUnreadCount = element.Int32("i4u"),
            ImapModifiedSequence = element.Int64("i4ms"),
            ImapNextUid = element.Int64("i4next"),
            WebOfflineSyncDays = element.Int32("webOfflineSyncDays"),
            IsActiveSyncDisabled = element.Flag("activesyncdisabled"),
            SourceUrl = element.Text("url"),
            EffectiveRights = element.Text("perm"),
            Acl = element.Child("acl") is { } acl ? FolderAcl.Read(acl) : null,
            HasRetentionPolicy = element.Child("retentionPolicy") is not null,
            Target = kind == FolderKind.Mountpoint ? MountpointTarget.Read(element) : null,
            Query = element.Text("query"),
            Children = ReadChildren(element),
        };
    }

    private static List<Folder> ReadChildren(ResponseElement element)
    {
        var children = new List<Folder>();
        foreach (ResponseElement child in element.Children())
        {
            if (IsFolder(child))
            {
                children.Add(Read(child));
            }
        }

        return children;
    }
}

using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Tests.Recorded;

/// <summary>The fields of folders, mountpoints, ACLs and folder actions (docs/protocol.md §3.2, §3.3, §4.3, §9.2).</summary>
internal static class FolderFieldMaps
{
    public static FieldMap Action { get; } =
        new FieldMap().Children<FolderActionResponse>(
            "action",
            response => [response],
            () =>
                new FieldMap()
                    .Value<FolderActionResponse>("id", response => response.FolderId)
                    .Value<FolderActionResponse>("op", response => response.Action)
                    .Value<FolderActionResponse>("zid", response => response.GranteeId)
                    .Value<FolderActionResponse>("d", response => response.GranteeName)
                    .Value<FolderActionResponse>("key", response => response.AccessKey)
        );

    private static FieldMap Folder { get; } =
        Common()
            .Undocumented("zid=\"0\" on 'Files shared with me', a folder of the server's own", "zid")
            .Children<Folder>("folder", folder => Below(folder, FolderKind.Folder), () => Folder!)
            .Children<Folder>("search", folder => Below(folder, FolderKind.SavedSearch), () => Search!)
            .Children<Folder>("link", folder => Below(folder, FolderKind.Mountpoint), () => Mountpoint!);

    private static FieldMap Search { get; } = Common().Value<Folder>("query", folder => folder.Query);

    private static FieldMap Mountpoint { get; } =
        Common()
            .Value<Folder>("zid", folder => folder.Target!.OwnerId)
            .Value<Folder>("rid", folder => folder.Target!.FolderId)
            .Value<Folder>("ruuid", folder => folder.Target!.FolderUuid)
            .Value<Folder>("owner", folder => folder.Target!.OwnerName)
            .Value<Folder>("oname", folder => folder.Target!.FolderName)
            .Value<Folder>("rest", folder => folder.Target!.RestUrl)
            .Value<Folder>("reminder", folder => folder.Target!.ShowsReminders)
            .Value<Folder>("broken", folder => folder.Target!.IsBroken)
            .Children<Folder>("folder", folder => Below(folder, FolderKind.Folder), () => Folder);

    public static FieldMap Wrapper<T>(Func<T, Folder> content) =>
        new FieldMap()
            .Children<T>("folder", response => Only(content(response), FolderKind.Folder), () => Folder)
            .Children<T>("search", response => Only(content(response), FolderKind.SavedSearch), () => Search)
            .Children<T>("link", response => Only(content(response), FolderKind.Mountpoint), () => Mountpoint);

    private static FieldMap Common() =>
        new FieldMap()
            .Value<Folder>("id", folder => folder.Id)
            .Value<Folder>("uuid", folder => folder.Uuid)
            .Value<Folder>("l", folder => folder.ParentId)
            .Value<Folder>("luuid", folder => folder.ParentUuid)
            .Value<Folder>("deletable", folder => folder.IsDeletable)
            .Value<Folder>("name", folder => folder.Name)
            .Value<Folder>("absFolderPath", folder => folder.Path)
            .Value<Folder>("f", folder => folder.Flags)
            .Value<Folder>("color", folder => folder.Color)
            .Value<Folder>("rgb", folder => folder.Rgb)
            .Value<Folder>("view", folder => folder.View)
            .Value<Folder>("rev", folder => folder.Revision)
            .Value<Folder>("ms", folder => folder.ModifiedSequence)
            .Value<Folder>("md", folder => folder.ModifiedSeconds)
            .Value<Folder>("mdver", folder => folder.MetadataVersion)
            .Value<Folder>("u", folder => folder.UnreadCount)
            .Value<Folder>("i4u", folder => folder.ImapUnreadCount)
            .Value<Folder>("n", folder => folder.ItemCount)
            .Value<Folder>("i4n", folder => folder.ImapItemCount)
            .Value<Folder>("s", folder => folder.Size)
            .Value<Folder>("i4ms", folder => folder.ImapModifiedSequence)
            .Value<Folder>("i4next", folder => folder.ImapNextUid)
            .Value<Folder>("webOfflineSyncDays", folder => folder.WebOfflineSyncDays)
            .Value<Folder>("activesyncdisabled", folder => folder.IsActiveSyncDisabled)
            .Value<Folder>("url", folder => folder.SourceUrl)
            .Value<Folder>("perm", folder => folder.EffectiveRights)
            .Children<Folder>("acl", folder => [folder.Acl], () => Acl!);

    private static FieldMap Acl { get; } =
        new FieldMap()
            .Value<FolderAcl>("internalGrantExpiry", acl => acl.InternalGrantExpiry)
            .Value<FolderAcl>("guestGrantExpiry", acl => acl.GuestGrantExpiry)
            .Children<FolderAcl>(
                "grant",
                acl => acl.Grants,
                () =>
                    new FieldMap()
                        .Value<FolderGrant>("gt", grant => grant.Type)
                        .Value<FolderGrant>("zid", grant => grant.GranteeId)
                        .Value<FolderGrant>("d", grant => grant.GranteeName)
                        .Value<FolderGrant>("perm", grant => grant.Rights)
                        .Value<FolderGrant>("expiry", grant => grant.Expiry)
                        .Value<FolderGrant>("pw", grant => grant.Password)
                        .Value<FolderGrant>("key", grant => grant.AccessKey)
                        .Value<FolderGrant>("invalid", grant => grant.IsOrphan)
            );

    private static IEnumerable<Folder> Below(Folder folder, FolderKind kind) => folder.Children.Where(child => child.Kind == kind);

    private static IEnumerable<Folder> Only(Folder folder, FolderKind kind) => folder.Kind == kind ? [folder] : [];
}

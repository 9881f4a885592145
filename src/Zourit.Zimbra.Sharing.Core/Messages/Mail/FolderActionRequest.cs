using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// Changes a folder (urn:zimbraMail FolderActionRequest). Made by the static methods, one for each operation (<c>action op</c>). An unknown
/// folder is <c>mail.NO_SUCH_ITEM</c> for grant and revoke, <c>mail.NO_SUCH_FOLDER</c> for the others.
/// </summary>
public sealed record FolderActionRequest : ZimbraRequest<FolderActionResponse>
{
    private static readonly ZimbraOperation Converging = new("FolderActionRequest", ZimbraNamespace.Mail, RetrySafety.Converging);
    private static readonly ZimbraOperation Verifiable = new("FolderActionRequest", ZimbraNamespace.Mail, RetrySafety.Verifiable);

    private FolderActionRequest(string folderId, string action)
    {
        Argument.NotBlank(folderId);
        FolderId = folderId;
        Action = action;
    }

    /// <summary>
    /// The folder's id (<c>id</c>). A mountpoint's id makes grant and revoke act on the owner's folder. Several ids, separated by commas,
    /// go with delete, trash, move, colour, mark read and inherit only.
    /// </summary>
    public string FolderId { get; }

    /// <summary>The operation's word (<c>op</c>), e.g. <c>grant</c>, <c>!grant</c>, <c>update</c>.</summary>
    public string Action { get; }

    /// <summary>The grant to make (<c>grant</c>).</summary>
    public FolderGrant? NewGrant { get; private init; }

    /// <summary>The id of the grantee to revoke (<c>zid</c>).</summary>
    public string? GranteeId { get; private init; }

    /// <summary>The type of the orphan grantee (<c>gt</c>).</summary>
    public GranteeType? OrphanType { get; private init; }

    /// <summary>What an update changes; null for other operations.</summary>
    internal FolderChanges? Changes { get; private init; }

    /// <summary>Whether the folder stays out of free/busy (<c>excludeFreeBusy</c>).</summary>
    public bool? ExcludesFreeBusy { get; private init; }

    /// <summary>Whether subfolders are emptied too (<c>recursive</c>).</summary>
    public bool? Recursive { get; private init; }

    /// <summary>The address that feeds the folder (<c>url</c>); empty takes the feed away.</summary>
    public string? SourceUrl { get; private init; }

    /// <summary>Days the web client keeps offline (<c>numDays</c>).</summary>
    public int? OfflineDays { get; private init; }

    // Without a key of ours the server makes a new one at each repetition, and the lost one is void (docs/protocol.md §10.2).
    internal override ZimbraOperation Operation =>
        NewGrant is { Type: GranteeType.Key, AccessKey: null } || Action == "import" ? Verifiable : Converging;

    internal override LocalizedText? WhereToLook =>
        Operation == Converging
            ? LocalizedText.Format(
                $"Look at folder {FolderId} with GetFolderRequest.",
                $"Voyez le dossier {FolderId} par GetFolderRequest."
            )
        : NewGrant is null
            ? LocalizedText.Format(
                $"Look into folder {FolderId} whether the content was taken in.",
                $"Voyez dans le dossier {FolderId} si le contenu a été repris."
            )
        : LocalizedText.Format(
            $"Look at the ACL with GetFolderRequest for folder {FolderId}: a key that is there is the one in force.",
            $"Voyez la liste des partages du dossier {FolderId} par GetFolderRequest : une clé qui s'y trouve est celle en vigueur."
        );

    /// <summary>
    /// Gives rights (<c>op="grant"</c>). The very same grant again is <c>mail.GRANT_EXISTS</c>; another for the same grantee replaces
    /// rights and expiry.
    /// </summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="grant">The grant. The server decides who is internal: a guest whose address is an account's becomes a user (see the
    /// response).</param>
    public static FolderActionRequest Grant(string folderId, FolderGrant grant)
    {
        Argument.NotNull(grant);
        return new FolderActionRequest(folderId, "grant") { NewGrant = grant };
    }

    /// <summary>
    /// Takes rights back (<c>op="!grant"</c>). The server answers success also when nothing was revoked: read the ACL back.
    /// </summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="granteeId">The id as in the ACL (<see cref="FolderGrant.GranteeId"/>), or a
    /// <see cref="WellKnownGrantee"/>.</param>
    public static FolderActionRequest Revoke(string folderId, string granteeId)
    {
        Argument.NotEmpty(granteeId);
        return new FolderActionRequest(folderId, "!grant") { GranteeId = granteeId };
    }

    /// <summary>Removes grants to a deleted internal grantee, here and below (<c>op="revokeorphangrants"</c>).</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="granteeId">The deleted grantee's id; one that still exists is <c>service.INVALID_REQUEST</c>.</param>
    /// <param name="type">User, group, class of service or domain.</param>
    internal static FolderActionRequest RevokeOrphanGrants(string folderId, string granteeId, GranteeType type)
    {
        Argument.NotEmpty(granteeId);
        return new FolderActionRequest(folderId, "revokeorphangrants") { GranteeId = granteeId, OrphanType = type };
    }

    /// <summary>Changes several things at once (<c>op="update"</c>).</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="changes">What to change. Mind <see cref="FolderChanges.Flags"/>: flags are set absolutely.</param>
    internal static FolderActionRequest Update(string folderId, FolderChanges changes)
    {
        Argument.NotNull(changes);
        return new FolderActionRequest(folderId, "update") { Changes = changes };
    }

    /// <summary>
    /// Renames (<c>op="rename"</c>). Where the parent has a folder of that name the fault is <c>mail.ALREADY_EXISTS</c>: of several who
    /// rename to one name at once, the server lets one. System folders are <c>mail.IMMUTABLE_OBJECT</c>.
    /// </summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="name">The new name, without a path. The folder's own name changes nothing.</param>
    public static FolderActionRequest Rename(string folderId, string name)
    {
        Argument.NotBlank(name);
        return new FolderActionRequest(folderId, "rename") { Changes = new FolderChanges { Name = name } };
    }

    /// <summary>Moves into another folder (<c>op="move"</c>).</summary>
    internal static FolderActionRequest Move(string folderId, string parentId) =>
        new(folderId, "move") { Changes = new FolderChanges { ParentId = parentId } };

    /// <summary>Sets the colour (<c>op="color"</c>), by number or as <c>#rrggbb</c>.</summary>
    internal static FolderActionRequest SetColor(string folderId, int? color, string? rgb = null) =>
        new(folderId, "color")
        {
            Changes = new FolderChanges { Color = color, Rgb = rgb },
        };

    /// <summary>Ticks a calendar in the web client (<c>op="check"</c>).</summary>
    internal static FolderActionRequest Check(string folderId) => new(folderId, "check");

    /// <summary>Unticks a calendar in the web client (<c>op="!check"</c>).</summary>
    internal static FolderActionRequest Uncheck(string folderId) => new(folderId, "!check");

    /// <summary>Takes a calendar out of free/busy, or back in (<c>op="fb"</c>).</summary>
    internal static FolderActionRequest SetFreeBusy(string folderId, bool exclude) => new(folderId, "fb") { ExcludesFreeBusy = exclude };

    /// <summary>Drops the folder's own ACL, so that it has its parent's again (<c>op="inherit"</c>). Its grants are lost.</summary>
    internal static FolderActionRequest Inherit(string folderId) => new(folderId, "inherit");

    /// <summary>Moves into the trash (<c>op="trash"</c>).</summary>
    internal static FolderActionRequest Trash(string folderId) => new(folderId, "trash");

    /// <summary>
    /// Deletes a folder with all that is in it, for good (<c>op="delete"</c>). An unknown id is a success; ids are not given again.
    /// </summary>
    /// <param name="folderId">The folder.</param>
    public static FolderActionRequest Delete(string folderId) => new(folderId, "delete");

    /// <summary>Deletes the folder's items for good (<c>op="empty"</c>).</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="recursive">Delete its subfolders too; null for the server's default, yes.</param>
    internal static FolderActionRequest Empty(string folderId, bool? recursive = null) => new(folderId, "empty") { Recursive = recursive };

    /// <summary>Marks all items as read (<c>op="read"</c>).</summary>
    internal static FolderActionRequest MarkRead(string folderId) => new(folderId, "read");

    /// <summary>Marks all items as unread (<c>op="!read"</c>).</summary>
    internal static FolderActionRequest MarkUnread(string folderId) => new(folderId, "!read");

    /// <summary>Has the folder fed from an address (<c>op="url"</c>).</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="sourceUrl">An http or https address; empty takes the feed away. It may hold credentials: the server keeps it.</param>
    /// <param name="excludeFreeBusy">Keep the folder out of free/busy; null leaves that as it is.</param>
    internal static FolderActionRequest SetSource(string folderId, string sourceUrl, bool? excludeFreeBusy = null)
    {
        Argument.NotNull(sourceUrl);
        return new FolderActionRequest(folderId, "url") { SourceUrl = sourceUrl, ExcludesFreeBusy = excludeFreeBusy };
    }

    /// <summary>Reads the folder's feed again (<c>op="sync"</c>).</summary>
    internal static FolderActionRequest Sync(string folderId) => new(folderId, "sync");

    /// <summary>Adds the content of an address to the folder, once (<c>op="import"</c>). Repeating it may add it twice.</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="sourceUrl">An http or https address.</param>
    internal static FolderActionRequest Import(string folderId, string sourceUrl)
    {
        Argument.NotBlank(sourceUrl);
        return new FolderActionRequest(folderId, "import") { SourceUrl = sourceUrl };
    }

    /// <summary>Has the folder synced with what it is linked to, or stops that (<c>op="syncon"</c>, <c>"!syncon"</c>).</summary>
    internal static FolderActionRequest SetSync(string folderId, bool on) => new(folderId, on ? "syncon" : "!syncon");

    /// <summary>
    /// Keeps the folder from mobile devices, or lets it there (<c>op="disableactivesync"</c>, <c>"!disableactivesync"</c>).
    /// </summary>
    internal static FolderActionRequest SetActiveSync(string folderId, bool disable) =>
        new(folderId, disable ? "disableactivesync" : "!disableactivesync");

    /// <summary>Sets how many days the web client keeps offline (<c>op="webofflinesyncdays"</c>).</summary>
    internal static FolderActionRequest SetOfflineDays(string folderId, int days) =>
        new(folderId, "webofflinesyncdays") { OfflineDays = days };

    /// <summary>The operation and the folder, without the rest: a feed's address may hold credentials.</summary>
    public override string ToString() => $"{OperationName} {Action} on folder {FolderId}";

    // The server does not tell the grantee again; what it made of a guest's or user's name shows in the ACL.
    internal override FolderActionResponse? AlreadyDone(ZimbraFault fault) =>
        NewGrant is { } grant && fault.Code == ZimbraFaultCodes.GrantExists
            ? new FolderActionResponse
            {
                FolderId = FolderId,
                Action = Action,
                GranteeId = grant switch
                {
                    { Type: GranteeType.Guest } => null,
                    { GranteeId: { } id } => id,
                    { Type: GranteeType.Public } => WellKnownGrantee.Public,
                    { Type: GranteeType.AllAuthenticated } => WellKnownGrantee.AllAuthenticated,
                    { Type: GranteeType.Key } => grant.GranteeName,
                    _ => null,
                },
                GranteeName = grant.GranteeName,
                AccessKey = grant.AccessKey,
            }
            : null;

    internal override void WriteContent(RequestWriter writer)
    {
        using (writer.Open("action"))
        {
            writer.Attribute("id", FolderId);
            writer.Attribute("op", Action);
            writer.Attribute("zid", GranteeId);
            writer.Attribute("gt", OrphanType is { } type ? GranteeTypeWord.Of(type) : null);
            writer.Attribute("recursive", Recursive);
            writer.Attribute("url", SourceUrl);
            writer.Attribute("excludeFreeBusy", ExcludesFreeBusy);
            writer.Attribute("numDays", OfflineDays);
            Changes?.Write(writer);
            NewGrant?.Write(writer);
        }
    }

    internal override FolderActionResponse ReadResponse(ResponseElement response)
    {
        ResponseElement action = response.RequiredChild("action");
        return new FolderActionResponse
        {
            FolderId = action.RequiredText("id"),
            Action = action.Text("op") ?? Action,
            GranteeId = action.Text("zid"),
            GranteeName = action.Text("d"),
            AccessKey = action.Secret("key"),
        };
    }
}

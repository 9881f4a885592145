using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>Reads a folder, the ACL in force and its owner's data in one round trip.</summary>
internal static class FolderReader
{
    /// <exception cref="ZimbraFaultException">There is no such folder, or the caller may not read it.</exception>
    public static async Task<SharedFolder> ReadAsync(
        RequestDispatcher dispatcher,
        FolderReference reference,
        CancellationToken cancellationToken
    )
    {
        GetFolderRequest target = reference.Request();
        IReadOnlyList<GetFolderRequest> ancestors = reference.AncestorRequests();
        var info = new GetInfoRequest();
        BatchResponse reply = await dispatcher
            .SendAsync(new BatchRequest([target, .. ancestors, info]), cancellationToken)
            .ConfigureAwait(false);
        BatchOutcome<GetFolderResponse> found = reply.OutcomeOf(target);
        if (found.Fault is { Code: ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchItem } missing)
        {
            throw await MissingFolder.ExplainAsync(dispatcher, reference, missing, cancellationToken).ConfigureAwait(false);
        }

        Folder folder = found.ResponseOrThrow().Folder;
        List<Folder> above = Above(
            reference,
            folder,
            [.. ancestors.Select(ancestor => Ancestor(reply.OutcomeOf(ancestor))).OfType<Folder>()]
        );
        RefuseMountpoint(reference, folder, above);
        GetInfoResponse? owner = reply.OutcomeOf(info).Response;
        Folder? source = folder.HasOwnAcl ? null : above.FirstOrDefault(ancestor => ancestor.HasOwnAcl);
        return new SharedFolder
        {
            Folder = folder,
            Path = folder.Path is { } path ? FolderPath.FromServer(path) : reference.Path,
            Acl = folder.Acl ?? source?.Acl ?? new FolderAcl(),
            InheritedFrom = source?.Path is { } from ? FolderPath.FromServer(from) : null,
            Info = owner,
            Owner = owner?.Name ?? dispatcher.OnBehalfOf ?? reply.OutcomeOf(info).ResponseOrThrow().Name,
            ChangeNumber = reply.ChangeNumber,
        };
    }

    /// <summary>All calendars of the mailbox, each with the ACL in force.</summary>
    public static async Task<IReadOnlyList<SharedFolder>> ReadCalendarsAsync(
        RequestDispatcher dispatcher,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await ReadFoldersAsync(dispatcher, cancellationToken).ConfigureAwait(false)).Where(folder =>
                folder.Folder.View == "appointment"
            ),
        ];

    /// <summary>All folders of the mailbox, each with the ACL in force; mountpoints are not its own.</summary>
    public static async Task<IReadOnlyList<SharedFolder>> ReadFoldersAsync(
        RequestDispatcher dispatcher,
        CancellationToken cancellationToken
    )
    {
        // The whole tree, not only view="appointment": of other folders that would leave bare names, and a calendar may inherit from any.
        var tree = new GetFolderRequest { Visible = dispatcher.OnBehalfOf is null ? null : true };
        var info = new GetInfoRequest();
        BatchResponse reply = await dispatcher.SendAsync(new BatchRequest([tree, info]), cancellationToken).ConfigureAwait(false);
        Folder root = reply.OutcomeOf(tree).ResponseOrThrow().Folder;
        GetInfoResponse? owner = reply.OutcomeOf(info).Response;
        string name = owner?.Name ?? dispatcher.OnBehalfOf ?? reply.OutcomeOf(info).ResponseOrThrow().Name;
        var folders = new List<SharedFolder>();
        var pending = new Stack<(Folder Folder, Folder? Source)>([(root, null)]);
        while (pending.TryPop(out (Folder Folder, Folder? Source) at))
        {
            Folder? source = at.Folder.HasOwnAcl ? at.Folder : at.Source;
            if (at.Folder is { Kind: FolderKind.Folder, Path: { } path })
            {
                folders.Add(
                    new SharedFolder
                    {
                        Folder = at.Folder,
                        Path = FolderPath.FromServer(path),
                        Acl = source?.Acl ?? new FolderAcl(),
                        InheritedFrom = source is null || source == at.Folder ? null : FolderPath.FromServer(source.Path ?? "/"),
                        Info = owner,
                        Owner = name,
                    }
                );
            }

            foreach (Folder child in at.Folder.Children.Where(child => child.Kind == FolderKind.Folder).Reverse())
            {
                pending.Push((child, source));
            }
        }

        return folders;
    }

    // An ancestor may be hidden from who may see the folder. Any other failure leaves open what is inherited, and must not pass for
    // nothing.
    private static Folder? Ancestor(BatchOutcome<GetFolderResponse> outcome) =>
        outcome.Fault is { Code: ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchItem or ZimbraFaultCodes.PermissionDenied }
            ? null
            : outcome.ResponseOrThrow().Folder;

    private static List<Folder> Above(FolderReference reference, Folder folder, List<Folder> read)
    {
        if (!reference.IsId)
        {
            return read;
        }

        Dictionary<string, Folder> byId = read.SelectMany(tree => tree.SelfAndDescendants())
            .DistinctBy(each => each.Id)
            .ToDictionary(each => each.Id);
        var above = new List<Folder>();
        Folder? at = folder;
        while (at?.ParentId is { } parent && byId.Remove(parent, out at))
        {
            above.Add(at);
        }

        return above;
    }

    // A grant on a mountpoint's id goes to the owner's folder, while an update of the mountpoint does not (protocol.md §4.2): whose folder
    // is meant must be plain.
    private static void RefuseMountpoint(FolderReference reference, Folder folder, List<Folder> above)
    {
        if (above.Prepend(folder).FirstOrDefault(each => each.Kind == FolderKind.Mountpoint) is not { } link)
        {
            return;
        }

        string owner = link.Target?.OwnerName ?? "an owner who is gone";
        throw new ArgumentException(
            $"{reference.Text} is {(link == folder ? "" : "behind ")}a mountpoint, '{link.Path ?? link.Name}': it shows a folder of "
                + $"{owner}, and sharing it would share that folder. "
                + $"To do so, with rights to administer it, use {nameof(ZimbraClient.OnBehalfOf)}(\"{link.Target?.OwnerName ?? "owner"}\") "
                + $"and the folder's path there.",
            reference.Parameter
        );
    }
}

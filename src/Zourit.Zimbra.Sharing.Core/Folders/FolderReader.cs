using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>Reads a folder, the ACL in force, its owner's data and who the grantees are, in one round trip.</summary>
internal static class FolderReader
{
    /// <param name="dispatcher">The owner's.</param>
    /// <param name="reference">The folder.</param>
    /// <param name="names">Grantees as callers name them, of whom it is of use to know whether they are accounts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ZimbraFaultException">There is no such folder, or the caller may not read it.</exception>
    public static async Task<SharedFolder> ReadAsync(
        RequestDispatcher dispatcher,
        FolderReference reference,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        GetFolderRequest target = reference.Request();
        IReadOnlyList<GetFolderRequest> ancestors = reference.AncestorRequests(dispatcher.OnBehalfOf is not null);
        GetInfoRequest? info = dispatcher.Info.Known is null ? new GetInfoRequest() : null;
        NamedAccount? named = NamedAccount.Of(reference, dispatcher);
        List<(string Name, GetAccountInfoRequest Request)> accounts =
        [
            .. names.Select(name => (name, Request: AddressLookup.RequestFor(name)!)).Where(each => each.Request is not null),
        ];
        ZimbraRequest[] requests =
        [
            target,
            .. ancestors,
            .. info is null ? (ZimbraRequest[])[] : [info],
            .. accounts.Select(account => account.Request),
            .. named?.Requests ?? [],
        ];
        BatchResponse reply = await dispatcher.SendAsync(new BatchRequest(requests), cancellationToken).ConfigureAwait(false);
        GetInfoResponse? owner = info is null ? dispatcher.Info.Known : dispatcher.Info.Keep(reply.OutcomeOf(info).Response);
        named?.RequireOwn(reply, owner);
        BatchOutcome<GetFolderResponse> found = reply.OutcomeOf(target);
        if (found.Fault is { Code: ZimbraFaultCodes.NoSuchFolder or ZimbraFaultCodes.NoSuchItem } missing)
        {
            throw await MissingFolder.ExplainAsync(dispatcher, reference, missing, cancellationToken).ConfigureAwait(false);
        }

        Folder folder = reference.Check(found.ResponseOrThrow().Folder);
        List<Folder> above = Above(
            reference,
            folder,
            [.. ancestors.Select(ancestor => Ancestor(reply.OutcomeOf(ancestor))).OfType<Folder>()]
        );
        RefuseMountpoint(reference, folder, above);
        EffectiveAcl acl = EffectiveAcl.Of([folder, .. above]);
        return new SharedFolder
        {
            Folder = folder,
            Path = folder.Path is { } path ? FolderPath.FromServer(path) : reference.Path,
            Acl = acl.Acl,
            InheritedFrom = acl.InheritedBy(folder),
            Source = acl.Source,
            Info = owner,
            Owner = owner?.Name ?? dispatcher.OnBehalfOf ?? reply.OutcomeOf(info!).ResponseOrThrow().Name,
            ChangeNumber = reply.ChangeNumber,
            Accounts = accounts
                .Select(account => (account.Name, Account: AddressLookup.Read(reply.OutcomeOf(account.Request))!))
                .Where(account => account.Account is not null)
                .DistinctBy(account => account.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(account => account.Name, account => account.Account, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>The folder with the owner's attributes of now: what is kept may be older than the policy that refused.</summary>
    public static async Task<SharedFolder> WithNewInfoAsync(
        RequestDispatcher dispatcher,
        SharedFolder folder,
        CancellationToken cancellationToken
    )
    {
        dispatcher.Info.Forget();
        try
        {
            GetInfoResponse info = await dispatcher.SendAsync(new GetInfoRequest(), cancellationToken).ConfigureAwait(false);
            return folder with { Info = dispatcher.Info.Keep(info) };
        }
        catch (ZimbraException)
        {
            // It only serves to explain something else.
            return folder;
        }
    }

    /// <summary>All calendars of the mailbox, each with the ACL in force.</summary>
    public static async Task<IReadOnlyList<SharedFolder>> ReadCalendarsAsync(
        RequestDispatcher dispatcher,
        CancellationToken cancellationToken
    ) => [.. (await ReadFoldersAsync(dispatcher, cancellationToken).ConfigureAwait(false)).Where(folder => folder.Folder.IsCalendar)];

    /// <summary>All folders of the mailbox, each with the ACL in force; mountpoints are not its own.</summary>
    public static async Task<IReadOnlyList<SharedFolder>> ReadFoldersAsync(
        RequestDispatcher dispatcher,
        CancellationToken cancellationToken
    )
    {
        // The whole tree, not only view="appointment": of other folders that would leave bare names, and a calendar may inherit from any.
        var tree = new GetFolderRequest { Visible = dispatcher.OnBehalfOf is null ? null : true };
        GetInfoRequest? info = dispatcher.Info.Known is null ? new GetInfoRequest() : null;
        BatchResponse reply = await dispatcher
            .SendAsync(new BatchRequest(info is null ? [tree] : [tree, info]), cancellationToken)
            .ConfigureAwait(false);
        Folder root = reply.OutcomeOf(tree).ResponseOrThrow().Folder;
        GetInfoResponse? owner = info is null ? dispatcher.Info.Known : dispatcher.Info.Keep(reply.OutcomeOf(info).Response);
        string name = owner?.Name ?? dispatcher.OnBehalfOf ?? reply.OutcomeOf(info!).ResponseOrThrow().Name;
        return [.. InTree(root, name, owner)];
    }

    /// <summary>All folders of a tree, each with the ACL in force; mountpoints are not its own.</summary>
    public static IEnumerable<SharedFolder> InTree(Folder root, string owner, GetInfoResponse? info) =>
        EffectiveAcl
            .Walk(root)
            .Where(at => at.Folder is { Kind: FolderKind.Folder, Path: not null })
            .Select(at => new SharedFolder
            {
                Folder = at.Folder,
                Path = FolderPath.FromServer(at.Folder.Path!),
                Acl = at.Acl.Acl,
                InheritedFrom = at.Acl.InheritedBy(at.Folder),
                Source = at.Acl.Source,
                Info = info,
                Owner = owner,
            });

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

    // A grant on a mountpoint's id goes to the owner's folder, while an update of the mountpoint does not (docs/protocol.md §4.2): whose
    // folder is meant must be plain.
    private static void RefuseMountpoint(FolderReference reference, Folder folder, List<Folder> above)
    {
        if (above.Prepend(folder).FirstOrDefault(each => each.Kind == FolderKind.Mountpoint) is not { } link)
        {
            return;
        }

        throw Argument.Invalid(FolderTexts.Mountpoint(reference, link, link == folder), reference.Parameter);
    }
}

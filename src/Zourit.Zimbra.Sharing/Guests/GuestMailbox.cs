using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's own mailbox, which holds nothing but mountpoints. The first access makes it.</summary>
internal sealed class GuestMailbox(RequestDispatcher guest, string? locale)
{
    private const int MaxNames = 10;

    private async Task<IReadOnlyList<Folder>> MountpointsAsync(CancellationToken cancellationToken) =>
        [
            .. (await TreeAsync(cancellationToken).ConfigureAwait(false))
                .SelfAndDescendants()
                .Where(folder => folder.Kind == FolderKind.Mountpoint),
        ];

    /// <summary>The mountpoints; null while the account or its domain is in maintenance, when nobody can act for the guest.</summary>
    public async Task<IReadOnlyList<Folder>?> MountpointsIfOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await MountpointsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraAuthenticationException e) when (e.Failure == AuthenticationFailure.Maintenance)
        {
            return null;
        }
    }

    /// <summary>Sees to a mountpoint of the folder, wherever and however named it is.</summary>
    public async Task<GuestStep> EnsureMountpointAsync(MountTarget folder, CancellationToken cancellationToken)
    {
        Folder root = await TreeAsync(cancellationToken).ConfigureAwait(false);
        if (Holds(root, folder))
        {
            return GuestStep.Unchanged;
        }

        var refused = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ZimbraFaultException? refusal = null;
        while (refused.Count < MaxNames)
        {
            IEnumerable<string> taken = root.Children.Select(child => child.Name ?? "").Concat(refused);
            string name = MountpointName.For(folder.OwnerName, folder.Path, locale, taken);
            try
            {
                if (await MountAsync(Request(folder, name), folder, cancellationToken).ConfigureAwait(false))
                {
                    return GuestStep.Created;
                }
            }
            catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.AlreadyExists)
            {
                refusal = e;
            }

            // Somebody took the name meanwhile.
            refused.Add(name);
            root = await TreeAsync(cancellationToken).ConfigureAwait(false);
            if (Holds(root, folder))
            {
                return GuestStep.Created;
            }
        }

        throw (ZimbraException?)refusal
            ?? new ZimbraProtocolException(GuestCollisionTexts.NamesTaken(MaxNames, folder.Path)) { Operation = "CreateMountpointRequest" };
    }

    /// <summary>Whether the mountpoint was made; not where another has the name.</summary>
    private Task<bool> MountAsync(CreateMountpointRequest request, MountTarget folder, CancellationToken cancellationToken) =>
        guest
            .Verify(request)
            .RunAsync(
                new Attempt(request.OperationName),
                async token =>
                {
                    // "fie" returns whatever has the name (docs/protocol.md §9.2).
                    CreateMountpointResponse made = await guest.SendAsync(request, token).ConfigureAwait(false);
                    return folder.IsTargetOf(made.Mountpoint);
                },
                TreeAsync,
                root => Holds(root, folder) ? Verdict<bool>.Done(true) : Verdict<bool>.NotDone,
                cancellationToken
            );

    private static bool Holds(Folder root, MountTarget folder) => root.SelfAndDescendants().Any(folder.IsTargetOf);

    private static CreateMountpointRequest Request(MountTarget folder, string name) =>
        new()
        {
            Name = name,
            OwnerId = folder.Owner.Id,
            RemoteId = folder.FolderId,
            View = folder.View,
            Flags = folder.IsCalendar ? "#" : null,
            FetchIfExists = true,
        };

    private async Task<Folder> TreeAsync(CancellationToken cancellationToken) =>
        (await guest.SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)).Folder;
}

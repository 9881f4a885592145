using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A guest's own mailbox, which holds nothing but mountpoints. The first access makes it.</summary>
internal sealed class GuestMailbox(RequestDispatcher guest, string? locale)
{
    private const int MaxNames = 10;

    public async Task<IReadOnlyList<Folder>> MountpointsAsync(CancellationToken cancellationToken) =>
        [
            .. (await TreeAsync(cancellationToken).ConfigureAwait(false))
                .SelfAndDescendants()
                .Where(folder => folder.Kind == FolderKind.Mountpoint),
        ];

    /// <summary>Sees to a mountpoint of the folder, wherever and however named it is.</summary>
    public async Task<GuestStep> EnsureMountpointAsync(MountTarget folder, CancellationToken cancellationToken)
    {
        var refused = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ZimbraFaultException? refusal = null;
        LostReply? lost = null;
        Repetition? again = null;
        int losses = 0;
        while (refused.Count < MaxNames)
        {
            Folder root = await (
                lost is null ? TreeAsync(cancellationToken) : lost.LookAsync(() => TreeAsync(cancellationToken))
            ).ConfigureAwait(false);
            if (root.SelfAndDescendants().Any(link => folder.IsTargetOf(link)))
            {
                // After a lost reply this is the one that was just made.
                return lost is null ? GuestStep.Unchanged : GuestStep.Created;
            }

            // After a fault once is enough (docs/protocol.md §10.1).
            if (lost is not null && (again is null || losses > guest.Connection.Options.MaxRetries || lost.IsFault))
            {
                throw lost.NotDone();
            }

            string name = MountpointName.For(
                folder.OwnerName,
                folder.Path,
                locale,
                root.Children.Select(child => child.Name ?? "").Concat(refused)
            );
            CreateMountpointRequest request = Request(folder, name);
            again?.Tell();
            try
            {
                CreateMountpointResponse made = await guest.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (folder.IsTargetOf(made.Mountpoint))
                {
                    return GuestStep.Created;
                }

                // Somebody took the name meanwhile: "fie" returns whatever has it (docs/protocol.md §9.2).
                refused.Add(name);
            }
            catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.AlreadyExists)
            {
                refused.Add(name);
                refusal = e;
            }
            catch (ZimbraException e) when (!e.IsOutcomeKnown)
            {
                lost = LostReply.After(lost, e);
                again = await guest.PauseAsync(request, e, losses++, cancellationToken).ConfigureAwait(false);
            }
            catch (ZimbraException e) when (lost is { MayStillRun: true })
            {
                // The repetition was turned away; the first attempt may have come through meanwhile.
                Folder found = await lost.LookAsync(() => TreeAsync(cancellationToken)).ConfigureAwait(false);
                return found.SelfAndDescendants().Any(link => folder.IsTargetOf(link)) ? GuestStep.Created : throw lost.Unknown(e);
            }
        }

        throw (ZimbraException?)refusal
            ?? new ZimbraProtocolException(
                $"The server gave mountpoints of other folders for each of {MaxNames} names that were asked for {folder.Path}. Look at "
                    + $"what "
                    + $"stands in the guest's mailbox."
            )
            {
                Operation = "CreateMountpointRequest",
            };
    }

    private static CreateMountpointRequest Request(MountTarget folder, string name) =>
        new(name)
        {
            OwnerId = folder.Owner.Id,
            RemoteId = folder.FolderId,
            View = folder.View,
            Flags = folder.View == "appointment" ? "#" : null,
            FetchIfExists = true,
        };

    private async Task<Folder> TreeAsync(CancellationToken cancellationToken) =>
        (await guest.SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)).Folder;
}

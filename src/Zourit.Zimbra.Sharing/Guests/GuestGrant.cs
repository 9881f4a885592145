using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// A grant to a guest. Where the server knows the address as an account or group of its own, it silently gives the grant to that
/// (docs/protocol.md §4.3): then nobody keeps an access that was not asked for, whatever reply was lost.
/// </summary>
internal sealed class GuestGrant(OwnedFolder folder, GuestAddress guest, DateTimeOffset now)
{
    private IReadOnlyList<FolderGrant> Before => (folder.Source ?? folder.Folder).Acl?.Grants ?? [];

    /// <exception cref="ZimbraGuestCollisionException">The address is internal; the grants are as they were.</exception>
    /// <exception cref="ZimbraConnectionException">The reply was lost, and the grants show that nothing was changed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost and the grants cannot be read; or somebody internal was given the
    /// grant, and it could not be taken back.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (await GivenAsync(cancellationToken).ConfigureAwait(false) is { } stray)
        {
            await RefuseAsync(stray, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Grants, and tells whom else the server gave it to; null when the guest has it.</summary>
    private async Task<FolderGrant?> GivenAsync(CancellationToken cancellationToken)
    {
        ZimbraException? lost = null;
        try
        {
            FolderActionResponse made = await folder
                .Mailbox.SendAsync(FolderActionRequest.Grant(folder.Folder.Id, FolderGrant.Guest(guest.Value, "r")), cancellationToken)
                .ConfigureAwait(false);
            if (made.GranteeId is { } id)
            {
                return Same(id, guest.Value)
                    ? null
                    : new FolderGrant
                    {
                        Type = GranteeType.User,
                        Rights = "r",
                        GranteeId = id,
                        GranteeName = made.GranteeName,
                    };
            }
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.GrantExists)
        {
            // Made since the folder was read. To whom, the server does not tell.
        }
        catch (ZimbraException e) when (!e.IsOutcomeKnown)
        {
            lost = e;
        }

        return await FindAsync(lost, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds who holds the grant that the server reported, or whose reply was lost.</summary>
    private async Task<FolderGrant?> FindAsync(ZimbraException? lost, CancellationToken cancellationToken)
    {
        Folder after = await ReadAsync(lost, cancellationToken).ConfigureAwait(false);
        if (OwnedFolder.LiveGrant(after, guest, now) is not null)
        {
            return null;
        }

        FolderGrant[] inside = [.. (after.Acl?.Grants ?? []).Where(IsInternal)];
        if (inside.FirstOrDefault(grant => Same(grant.GranteeName, guest.Value)) is { } stray)
        {
            return stray;
        }

        if (lost is ZimbraOutcomeUnknownException { MayStillRun: false } && inside.All(grant => Before.Any(grant.Equals)))
        {
            throw new ZimbraConnectionException(
                $"{lost.Operation}: the reply was lost, and '{folder.Calendar.Calendar}' of "
                    + $"{folder.Owner.Name} read afterwards shows that nothing was changed.",
                lost
            )
            {
                Operation = lost.Operation,
                IsTransient = true,
            };
        }

        if (lost is ZimbraFaultException && inside.All(grant => Before.Any(grant.Equals)))
        {
            throw new LostReply(lost).NotDone();
        }

        throw lost
            ?? Open(
                $"The server reported a grant to {guest}, but the folder has none: the address belongs to an account or "
                    + $"group under another name. "
                    + $"'{folder.Calendar.Calendar}' of {folder.Owner.Name} is shared inside the server with "
                    + $"{string.Join(", ", inside.Select(grant => grant.GranteeName ?? grant.GranteeId))}. Revoke what nobody asked for."
            );
    }

    private async Task<Folder> ReadAsync(ZimbraException? lost, CancellationToken cancellationToken)
    {
        try
        {
            return (
                await folder.Mailbox.SendAsync(GetFolderRequest.WithId(folder.Folder.Id), cancellationToken).ConfigureAwait(false)
            ).Folder;
        }
        catch (ZimbraException e)
        {
            throw Open(
                $"{lost?.Message ?? $"The server reported a grant to {guest}."} Looking whom "
                    + $"'{folder.Calendar.Calendar}' of {folder.Owner.Name} is shared with failed too: {e.Message}",
                e
            );
        }
    }

    /// <summary>Sets things right, and says who the guest is.</summary>
    private async Task RefuseAsync(FolderGrant stray, CancellationToken cancellationToken)
    {
        string name = stray.GranteeName ?? "an internal account or group";
        FolderGrant? before = Before.FirstOrDefault(grant => IsInternal(grant) && Same(grant.GranteeId, stray.GranteeId));
        try
        {
            // The grant replaced the rights that the other had.
            await folder
                .Mailbox.SendAsync(
                    before is null
                        ? FolderActionRequest.Revoke(folder.Folder.Id, stray.GranteeId!)
                        : FolderActionRequest.Grant(folder.Folder.Id, before),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (before is not null && e.Code == ZimbraFaultCodes.GrantExists)
        {
            // As it was.
        }
        catch (ZimbraException e)
        {
            throw Open(
                $"{guest} is no guest: the server knows the address as {name}, and gave the grant on '{folder.Calendar.Calendar}' of "
                    + $"{folder.Owner.Name} to that. Taking it back failed: {e.Message} "
                    + (before is null ? "Revoke it as a user's share." : $"Set the rights of that share to '{before.Rights}' again."),
                e
            );
        }

        throw new ZimbraGuestCollisionException(
            guest,
            $"{guest} is no guest: the server knows the address as {name}. Share with it as with a user."
                + (
                    before is null
                        ? ""
                        : $" '{folder.Calendar.Calendar}' of {folder.Owner.Name} was shared with it before, and still is: if "
                            + $"nobody asked for that, revoke it."
                )
        )
        {
            TakenName = stray.GranteeName,
        };
    }

    private static ZimbraOutcomeUnknownException Open(string message, ZimbraException? cause = null) =>
        new(message, cause) { Operation = "FolderActionRequest" };

    private static bool IsInternal(FolderGrant grant) => grant.Type is GranteeType.User or GranteeType.Group;

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

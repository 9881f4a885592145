using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// A grant to a guest. Where the server knows the address as an account or group of its own, it silently gives the grant to that
/// (docs/protocol.md §4.3): then nobody keeps an access that was not asked for, whatever reply was lost.
/// </summary>
/// <param name="mailbox">The owner's.</param>
/// <param name="guest">The guest.</param>
internal sealed class GuestGrant(RequestDispatcher mailbox, GuestAddress guest)
{
    /// <summary>Grants to the guest, who has no grant in force.</summary>
    /// <param name="folder">The folder as just read, in the lock of the guest's share.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The folder with the grant.</returns>
    /// <exception cref="ZimbraGuestCollisionException">The address is internal; the grants are as they were.</exception>
    /// <exception cref="ZimbraConnectionException">The reply was lost, and the grants show that nothing was changed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost and the grants cannot be read; or somebody internal was given the
    /// grant, and it could not be revoked.</exception>
    public async Task<SharedFolder> GiveAsync(SharedFolder folder, CancellationToken cancellationToken)
    {
        if (folder.Grants.Internal(guest.Value) is { } known)
        {
            throw NoGuest(folder, known.GranteeName, wasShared: true);
        }

        var desired = new DesiredGrant
        {
            Type = GranteeType.Guest,
            Guest = guest,
            Permissions = Permissions.Viewer,
        };
        if (PublicationLimit.Problem(folder, desired) is { } problem)
        {
            throw Argument.Invalid(problem, NewGuestAccount.Parameter);
        }

        GrantResult given = await new GrantApplier(mailbox).ApplyAsync(folder, desired, cancellationToken).ConfigureAwait(false);
        if (given.IsInferred)
        {
            IEnumerable<string?> inside = given
                .Folder.Acl.Grants.Where(GrantSearch.IsInternal)
                .Select(grant => grant.GranteeName ?? grant.GranteeId);
            throw Open(
                $"The server reported a grant to {guest}, but the folder shows none: the address belongs to an account or "
                    + $"group under another name. '{folder.Path}' of {folder.Owner} is shared inside the server with "
                    + $"{string.Join(", ", inside)}. Revoke what nobody asked for."
            );
        }

        if (!string.Equals(given.Grant.GranteeId, guest.Value, StringComparison.OrdinalIgnoreCase))
        {
            await UndoAsync(folder, given, cancellationToken).ConfigureAwait(false);
        }

        return given.Folder;
    }

    /// <summary>Sets things right, and says who the guest is.</summary>
    private async Task UndoAsync(SharedFolder folder, GrantResult given, CancellationToken cancellationToken)
    {
        string? id = given.Grant.GranteeId;
        FolderGrant? before = folder.Grants.ById(id);
        try
        {
            SharedFolder now = given.Folder.Grants.ById(id) is null
                ? folder.With((await mailbox.SendAsync(GetFolderRequest.WithId(folder.Id), cancellationToken).ConfigureAwait(false)).Folder)
                : given.Folder;
            if (before is not null)
            {
                await new GrantApplier(mailbox).ApplyAsync(now, Again(before), cancellationToken).ConfigureAwait(false);
            }
            else if (now.Grants.ById(id) is { } stray)
            {
                var revoker = new GrantRevoker(mailbox);
                RevokedGrants revoked = await revoker.RevokeAsync(now, [stray], mail: null, cancellationToken).ConfigureAwait(false);
                if (revoked.Error is { } error)
                {
                    throw error;
                }
            }
        }
        catch (ZimbraException e)
        {
            throw Open(
                $"{guest} is no guest: the server knows the address as {Name(given.Grant.GranteeName)}, and gave the grant on "
                    + $"'{folder.Path}' of {folder.Owner} to that. Revoking it failed: {e.Message} "
                    + (before is null ? "Revoke it as a user's share." : $"Set the rights of that share to '{before.Rights}' again."),
                e
            );
        }

        throw NoGuest(folder, given.Grant.GranteeName, wasShared: before is not null);
    }

    /// <summary>The rights and the end that the grant replaced.</summary>
    private static DesiredGrant Again(FolderGrant before) =>
        new()
        {
            Type = before.Type,
            User = before.GranteeName ?? before.GranteeId,
            Meant = before,
            Permissions = Permissions.ParseLenient(before.Rights),
            Expiry = before.Expiry ?? ShareExpiry.Never,
        };

    private ZimbraGuestCollisionException NoGuest(SharedFolder folder, string? name, bool wasShared) =>
        new(
            guest,
            $"{guest} is no guest: the server knows the address as {Name(name)}. Share with it as with a user."
                + (
                    wasShared
                        ? $" '{folder.Path}' of {folder.Owner} was shared with it before, and still is: if "
                            + "nobody asked for that, revoke it."
                        : ""
                )
        )
        {
            TakenName = name,
        };

    private static string Name(string? name) => name ?? "an internal account or group";

    private static ZimbraOutcomeUnknownException Open(string message, ZimbraException? cause = null) =>
        new(message, cause) { Operation = "FolderActionRequest" };
}

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

        GrantResult given = await new GrantApplier(mailbox).ApplyAsync(folder, Desire(guest), cancellationToken).ConfigureAwait(false);
        if (given.IsInferred)
        {
            IEnumerable<string?> inside = given
                .Folder.Acl.Grants.Where(GrantSearch.IsInternal)
                .Select(grant => grant.GranteeName ?? grant.GranteeId);
            throw Open(GuestCollisionTexts.Unseen(guest, folder, string.Join(", ", inside)));
        }

        if (!string.Equals(given.Grant.GranteeId, guest.Value, StringComparison.OrdinalIgnoreCase))
        {
            await UndoAsync(folder, given, cancellationToken).ConfigureAwait(false);
        }

        return given.Folder;
    }

    /// <exception cref="ArgumentException">The folder's path is too long for its share to be published.</exception>
    public static void RequirePublishable(SharedFolder folder, GuestAddress guest)
    {
        if (PublicationLimit.Problem(folder, Desire(guest)) is { } problem)
        {
            throw Argument.Invalid(problem, NewGuestAccount.Parameter);
        }
    }

    private static DesiredGrant Desire(GuestAddress guest) =>
        new()
        {
            Type = GranteeType.Guest,
            Guest = guest,
            Permissions = Permissions.Viewer,
        };

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
                GuestCollisionTexts
                    .NotUndone(guest, given.Grant.GranteeName, folder, e.Explanation)
                    .Then(before is null ? GuestCollisionTexts.RevokeAsUsers : GuestCollisionTexts.SetRights(before.Rights)),
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
        new(guest, GuestCollisionTexts.KnownAs(guest, name).Then(wasShared ? GuestCollisionTexts.StillShared(folder) : null))
        {
            TakenName = name,
        };

    private static ZimbraOutcomeUnknownException Open(LocalizedText message, ZimbraException? cause = null) =>
        new(message, cause) { Operation = "FolderActionRequest" };
}

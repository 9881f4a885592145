using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder together with its owner, and the way to the owner's mailbox.</summary>
internal sealed record OwnedFolder(SharedCalendar Calendar, DirectoryEntry Owner, Exchange Mailbox, Folder Folder)
{
    public MountTarget Target => new(Owner.Id, Owner.Attributes["displayName"] ?? Owner.Name, Folder.Id, Calendar.Calendar, Folder.View);

    /// <summary>
    /// Sees to a grant to the guest. Only one on the folder itself counts: an inherited one is not published, and the daily task would not see it (protocol.md §6.7).
    /// </summary>
    public async Task<GuestStep> EnsureGrantAsync(GuestAddress guest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<FolderGrant> standing = Folder.Acl?.Grants ?? [];
        FolderGrant? own = standing.FirstOrDefault(grant => IsTo(grant, guest));
        if (own is not null && !(Folder.Acl!.EffectiveExpiry(own) <= now))
        {
            return GuestStep.Unchanged;
        }

        FolderActionResponse response;
        try
        {
            response = await Mailbox.SendAsync(FolderActionRequest.Grant(Folder.Id, FolderGrant.Guest(guest.Value, "r")), cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.GrantExists)
        {
            return GuestStep.Unchanged;
        }

        if (response.GranteeId is { } grantee && !string.Equals(grantee, guest.Value, StringComparison.OrdinalIgnoreCase))
        {
            await TakeBackAsync(grantee, standing, cancellationToken).ConfigureAwait(false);
            throw new ZimbraGuestCollisionException(
                guest, $"{guest} is no guest: the server knows the address as {response.GranteeName ?? "an internal account or group"}. Share with it as with a user.")
            { TakenName = response.GranteeName };
        }

        return own is null ? GuestStep.Created : GuestStep.Changed;
    }

    public static bool IsTo(FolderGrant grant, GuestAddress guest) =>
        grant.Type == GranteeType.Guest && string.Equals(grant.GranteeId, guest.Value, StringComparison.OrdinalIgnoreCase);

    // The server made the grant one for an internal account or group (protocol.md §4.3), which nobody asked for.
    private async Task TakeBackAsync(string grantee, IReadOnlyList<FolderGrant> standing, CancellationToken cancellationToken)
    {
        if (standing.All(grant => grant.GranteeId != grantee))
        {
            await Mailbox.SendAsync(FolderActionRequest.Revoke(Folder.Id, grantee), cancellationToken).ConfigureAwait(false);
        }
    }
}

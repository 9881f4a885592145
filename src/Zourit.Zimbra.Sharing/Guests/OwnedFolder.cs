using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>A folder together with its owner, the way to the owner's mailbox, and the folder above (if any) whose ACL it has while it has none of its own.</summary>
internal sealed record OwnedFolder(SharedCalendar Calendar, DirectoryEntry Owner, Exchange Mailbox, Folder Folder, Folder? Source)
{
    /// <summary>
    /// What the guest's mountpoint is to point to. A share that comes from a folder above is published for that folder only, so the daily task counts only a
    /// mountpoint of that one (protocol.md §6.7).
    /// </summary>
    public MountTarget TargetFor(GuestAddress guest, DateTimeOffset now) => Source is { } source && LiveGrant(source, guest, now) is not null
        ? Target(source, source.Path is { } path ? FolderPath.FromServer(path) : Calendar.Calendar)
        : Target(Folder, Calendar.Calendar);

    /// <summary>Sees to a grant to the guest, on the folder itself or on the one that it has its ACL from, which then goes on counting for both.</summary>
    public async Task<GuestStep> EnsureGrantAsync(GuestAddress guest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (LiveGrant(Source ?? Folder, guest, now) is not null)
        {
            return GuestStep.Unchanged;
        }

        bool isNew = Folder.Acl?.Grants.Any(grant => IsTo(grant, guest)) != true;
        await new GuestGrant(this, guest, now).SendAsync(cancellationToken).ConfigureAwait(false);
        return isNew ? GuestStep.Created : GuestStep.Changed;
    }

    public static bool IsTo(FolderGrant grant, GuestAddress guest) =>
        grant.Type == GranteeType.Guest && string.Equals(grant.GranteeId, guest.Value, StringComparison.OrdinalIgnoreCase);

    public static FolderGrant? LiveGrant(Folder folder, GuestAddress guest, DateTimeOffset now) =>
        folder.Acl?.Grants.FirstOrDefault(grant => IsTo(grant, guest) && !(folder.Acl.EffectiveExpiry(grant) <= now));

    private MountTarget Target(Folder folder, FolderPath path) => new(Owner.Id, Owner.Attributes["displayName"] ?? Owner.Name, folder.Id, path, folder.View);
}

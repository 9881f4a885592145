using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// A folder together with its owner, the way to the owner's mailbox, and the folder above (if any) whose ACL it has while it has none of
/// its own.
/// </summary>
internal sealed record OwnedFolder(SharedCalendar Calendar, DirectoryEntry Owner, RequestDispatcher Mailbox, Folder Folder, Folder? Source)
{
    /// <param name="calendar">How the caller names it.</param>
    /// <param name="owner">Its owner.</param>
    /// <param name="mailbox">The owner's mailbox.</param>
    /// <param name="request">Reads the folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">It is no folder of the owner's own.</exception>
    public static async Task<OwnedFolder> ReadAsync(
        SharedCalendar calendar,
        DirectoryEntry owner,
        RequestDispatcher mailbox,
        GetFolderRequest request,
        CancellationToken cancellationToken
    )
    {
        Folder folder = (await mailbox.SendAsync(request, cancellationToken).ConfigureAwait(false)).Folder;
        if (folder.Kind != FolderKind.Folder)
        {
            throw new ArgumentException(
                $"{calendar} is no folder of {calendar.Owner}'s own but a mountpoint or a saved search. Share it "
                    + $"from the mailbox that it belongs to.",
                nameof(calendar)
            );
        }

        return new OwnedFolder(
            calendar,
            owner,
            mailbox,
            folder,
            folder.HasOwnAcl ? null : await SourceAsync(mailbox, calendar.Calendar, cancellationToken).ConfigureAwait(false)
        );
    }

    /// <summary>
    /// What the guest's mountpoint is to point to. A share that comes from a folder above is published for that folder only, so the daily
    /// task counts only a mountpoint of that one (docs/protocol.md §6.7).
    /// </summary>
    public MountTarget TargetFor(GuestAddress guest, DateTimeOffset now) =>
        Source is { } source && LiveGrant(source, guest, now) is not null
            ? Target(source, source.Path is { } path ? FolderPath.FromServer(path) : Calendar.Calendar)
            : Target(Folder, Calendar.Calendar);

    /// <summary>
    /// Sees to a grant to the guest, on the folder itself or on the one that it has its ACL from, which then goes on counting for both.
    /// Where one is to be made, other calls of this client about the same share wait, and what they did since the folder was read counts:
    /// the grant replaces the rights and end of an existing one.
    /// </summary>
    /// <returns>The folder as it was read last, and what was done.</returns>
    public async Task<(OwnedFolder Folder, GuestStep Step)> EnsureGrantAsync(
        GuestAddress guest,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (IsGranted(guest, now))
        {
            return (this, GuestStep.Unchanged);
        }

        using IDisposable turn = await Mailbox
            .Connection.KeyedLock.TakeAsync([KeyedLock.KeyOf(Owner.Name, Folder.Id, guest.Value)], cancellationToken)
            .ConfigureAwait(false);
        OwnedFolder current = await ReadAsync(Calendar, Owner, Mailbox, GetFolderRequest.WithId(Folder.Id), cancellationToken)
            .ConfigureAwait(false);
        if (current.IsGranted(guest, now))
        {
            return (current, GuestStep.Unchanged);
        }

        bool isNew = current.Folder.Acl?.Grants.Any(grant => IsTo(grant, guest)) != true;
        await new GuestGrant(current, guest, now).SendAsync(cancellationToken).ConfigureAwait(false);
        return (current, isNew ? GuestStep.Created : GuestStep.Changed);
    }

    public static bool IsTo(FolderGrant grant, GuestAddress guest) =>
        grant.Type == GranteeType.Guest && string.Equals(grant.GranteeId, guest.Value, StringComparison.OrdinalIgnoreCase);

    public static FolderGrant? LiveGrant(Folder folder, GuestAddress guest, DateTimeOffset now) =>
        folder.Acl?.Grants.FirstOrDefault(grant => IsTo(grant, guest) && !(folder.Acl.EffectiveExpiry(grant) <= now));

    private bool IsGranted(GuestAddress guest, DateTimeOffset now) => LiveGrant(Source ?? Folder, guest, now) is not null;

    /// <summary>The nearest parent folder with an ACL of its own; null without one.</summary>
    private static async Task<Folder?> SourceAsync(RequestDispatcher mailbox, FolderPath path, CancellationToken cancellationToken)
    {
        Folder? at = (await mailbox.SendAsync(new GetFolderRequest(), cancellationToken).ConfigureAwait(false)).Folder;
        Folder? source = null;
        foreach (string name in path.Segments.Append(""))
        {
            source = at?.HasOwnAcl == true ? at : source;
            at = at?.Children.FirstOrDefault(child => string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase));
        }

        return source;
    }

    private MountTarget Target(Folder folder, FolderPath path) => new(Owner, folder.Id, path, folder.View);
}

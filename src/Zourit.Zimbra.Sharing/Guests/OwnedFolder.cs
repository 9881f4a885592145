using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>An owner's folder that a guest is to see.</summary>
/// <param name="calendar">How the caller names it.</param>
/// <param name="owner">Its owner.</param>
/// <param name="mailbox">The owner's mailbox.</param>
internal sealed class OwnedFolder(SharedCalendar calendar, DirectoryEntry owner, RequestDispatcher mailbox) : IDisposable
{
    private readonly FolderLock _lock = new(mailbox, FolderReference.Parse(calendar.Calendar.Value, NewGuestAccount.Parameter));

    public SharedCalendar Calendar => calendar;

    public DirectoryEntry Owner => owner;

    public string? View => _lock.Folder.Folder.View;

    /// <summary>What was done about the grant.</summary>
    public GuestStep Grant { get; private set; } = GuestStep.Unchanged;

    /// <exception cref="ZimbraFaultException">There is no such folder, or it cannot be read.</exception>
    /// <exception cref="ArgumentException">It is no folder of the owner's own, or its path is too long for a share.</exception>
    public async Task ReadAsync(GuestAddress guest, CancellationToken cancellationToken)
    {
        try
        {
            await _lock.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            throw Argument.Invalid(GuestInputTexts.NotOwn(calendar), e.ParamName);
        }

        if (!IsGranted(guest))
        {
            GuestGrant.RequirePublishable(_lock.Folder, guest);
        }
    }

    /// <summary>
    /// Sees to a grant to the guest, on the folder itself or on the one that it has its ACL from. Where one is to be made, other calls of
    /// this client about the same share wait, and what they did since the folder was read counts: the grant replaces the rights and end of
    /// an existing one.
    /// </summary>
    public async Task EnsureGrantAsync(GuestAddress guest, CancellationToken cancellationToken)
    {
        if (IsGranted(guest))
        {
            return;
        }

        using IDisposable taken = await _lock.TakeAsync([guest.Value], isForOne: false, cancellationToken).ConfigureAwait(false);
        if (!IsGranted(guest))
        {
            GuestStep step = _lock.Folder.Grants.Guest(guest.Value) is null ? GuestStep.Created : GuestStep.Changed;
            _lock.Update(await new GuestGrant(mailbox, guest).GiveAsync(_lock.Folder, cancellationToken).ConfigureAwait(false));
            Grant = step;
        }
    }

    /// <summary>
    /// What the guest's mountpoint is to point to. A share that comes from a folder above is published for that folder only, so the daily
    /// task counts only a mountpoint of that one (docs/protocol.md §6.7).
    /// </summary>
    public MountTarget Target() =>
        _lock.Folder is { InheritedFrom: { } path, Source: { } above }
            ? new MountTarget(owner, above.Id, path, above.View)
            : MountTarget.Of(owner, _lock.Folder);

    public void Dispose() => _lock.Dispose();

    private bool IsGranted(GuestAddress guest) =>
        _lock.Folder.Grants.Guest(guest.Value) is { } grant
        && !(_lock.Folder.Acl.EffectiveExpiry(grant) <= mailbox.Connection.Options.TimeProvider.GetUtcNow());
}

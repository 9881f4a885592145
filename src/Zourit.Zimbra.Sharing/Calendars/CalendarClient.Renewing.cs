using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

public sealed partial class CalendarClient
{
    /// <summary>
    /// Changes when a share ends, and nothing else: rights and grant password stay, nobody is mailed. Where the folder's ACL holds a
    /// ceiling that the first share of its kind set, the end may still be moved as far as the lifetime policy allows from now; the other
    /// shares keep the ends they had.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address, or the id in the ACL.</param>
    /// <param name="expiry">The new end, or <see cref="ShareExpiry.Never"/>.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <exception cref="ArgumentException">The end is <see cref="ShareExpiry.Keep"/> or lies in the past, or the calendar is a mountpoint.
    /// Nothing was changed.</exception>
    /// <exception cref="ZimbraShareNotFoundException">There is no such share on the calendar itself. Nothing was changed.</exception>
    /// <exception cref="ZimbraConflictException">Somebody else revoked the share at the same moment, or changed the calendar's shares again
    /// and again; or to move the end would set one for other shares that have none, or the policy of now forbids the ends that others
    /// have. Nothing was changed.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or a policy forbids the end (<c>service.PERM_DENIED</c>; the
    /// message names it).</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">Replies were lost and the state could not be read. Calling again is
    /// safe.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<RenewedShare> RenewAsync(
        string calendar,
        string grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken = default
    ) => SetEndAsync(FolderReference.Parse(calendar), GranteeName.Parse(grantee), expiry, cancellationToken);

    /// <summary>Changes when the public's access to a calendar ends, as <see cref="RenewAsync"/> does.</summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="expiry">The new end, or <see cref="ShareExpiry.Never"/>.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <inheritdoc cref="RenewAsync" path="/exception"/>
    public Task<RenewedShare> RenewPublicAsync(string calendar, ShareExpiry expiry, CancellationToken cancellationToken = default) =>
        SetEndAsync(FolderReference.Parse(calendar), null, expiry, cancellationToken);

    /// <summary>
    /// Sends the mail about a share once more, for a guest with their personal link (SendShareNotificationRequest). Each call is
    /// a mail: nothing else of this client mails anybody twice.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address.</param>
    /// <param name="options">What the mail says besides; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call. The mail may have left by then.</param>
    /// <returns>What became of the mail; a failure is reported here, not thrown.</returns>
    /// <exception cref="ArgumentException">The note holds a character that XML cannot carry, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraShareNotFoundException">There is no such share in force.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async Task<ShareNotification> NotifyAgainAsync(
        string calendar,
        string grantee,
        NotifyAgainOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        string name = GranteeName.Parse(grantee);
        string? note = options?.Note;
        if (note is not null && XmlText.Problem(note) is { } problem)
        {
            throw Argument.Invalid(LocalizedText.Format($"The note {problem}", $"La note {problem}"), nameof(options));
        }

        using var folder = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await folder.TakeAsync([name], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder before = folder.Folder.RequireAcl();
        string address = GranteeName.Complete(name, before.OwnerDomain)!;
        return ShareRenewal.Find(before, address) is { } grant && !(before.Acl.EffectiveExpiry(grant) <= Now)
            ? await new ShareMailer(_dispatcher, before).NotifyAsync(grant, note, cancellationToken).ConfigureAwait(false)
            : throw ShareRenewal.NotShared(before, address);
    }

    private async Task<RenewedShare> SetEndAsync(
        FolderReference reference,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    )
    {
        ShareRenewal.Check(expiry, isPublic: grantee is null, Now, nameof(expiry));
        using var folder = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await folder.TakeAsync([grantee], isForOne: true, cancellationToken).ConfigureAwait(false);
        return (
            await ShareRenewal.RenewAsync(_dispatcher, folder.Folder.RequireAcl(), grantee, expiry, cancellationToken).ConfigureAwait(false)
        ).Share;
    }
}

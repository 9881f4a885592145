using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

public sealed partial class CalendarClient
{
    /// <summary>
    /// Works out what <see cref="RevokeGuestAsync"/> or <see cref="RevokeUserAsync"/> would remove and whom it would have mailed, by the
    /// same code. Reads what that reads (GetFolderRequest), and sends nothing that changes anything.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address, or the id in the ACL.</param>
    /// <param name="options">As for the call that is planned.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="RevokeGuestAsync" path="/exception"/>
    public async Task<RevocationChanges> PlanRevocationAsync(
        string calendar,
        string grantee,
        RevokeOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        string name = GranteeName.Parse(grantee);
        using var read = new FolderLock(_dispatcher, FolderReference.Parse(calendar));
        using IDisposable taken = await read.TakeAsync([name], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder before = read.Folder.RequireAcl();
        var plan = RevocationPlan.For(before, name, options?.Notify == true);
        return Results.Planned(plan, RevocationPlan.After(before, [plan]));
    }

    /// <summary>
    /// Works out what <see cref="RevokeSharesAsync"/> would remove for each item, those of the public too, as
    /// <see cref="PlanRevocationAsync"/> does for one: each calendar is read once.
    /// </summary>
    /// <param name="shares">The items, read at once; what they say besides owner, calendar and grantee has no meaning here.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<ShareItem, RevocationChanges>> PlanRevocationsAsync(
        IEnumerable<ShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        BulkRevoking
            .Plan(_dispatcher, (options ?? new BulkOptions()).Checked())
            .RunAsync(Complete(shares, nameof(shares)), cancellationToken);

    /// <summary>
    /// Works out what <see cref="RenewAsync"/> would change, by the same code. Reads what that reads (GetFolderRequest), and sends nothing
    /// that changes anything. A policy that would refuse the end does not show here: ask <see cref="CheckPolicyAsync"/>.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address, or the id in the ACL.</param>
    /// <param name="expiry">The new end, or <see cref="ShareExpiry.Never"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">As for the call that is planned.</exception>
    /// <exception cref="ZimbraShareNotFoundException">There is no such share on the calendar itself.</exception>
    /// <exception cref="ZimbraConflictException">To move the end would set one for other shares that have none, or the policy of now
    /// forbids the ends that others have.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async Task<ShareChanges> PlanRenewalAsync(
        string calendar,
        string grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        string name = GranteeName.Parse(grantee);
        ShareRenewal.Check(expiry, isPublic: false, Now, nameof(expiry));
        using var read = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await read.TakeAsync([name], isForOne: true, cancellationToken).ConfigureAwait(false);
        return (
            await ShareRenewal.PlanAsync(_dispatcher, read.Folder.RequireAcl(), name, expiry, cancellationToken).ConfigureAwait(false)
        ).Changes;
    }

    /// <summary>
    /// Works out what <see cref="RenewSharesAsync"/> would change for each item, those of the public too, as
    /// <see cref="PlanRenewalAsync"/> does for one: each calendar is read once.
    /// </summary>
    /// <param name="renewals">The items, read at once.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<RenewalItem, ShareChanges>> PlanRenewalsAsync(
        IEnumerable<RenewalItem> renewals,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        BulkRenewing
            .Plan(_dispatcher, (options ?? new BulkOptions()).Checked())
            .RunAsync(Complete(renewals, nameof(renewals)), cancellationToken);
}

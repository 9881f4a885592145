using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

public sealed partial class CalendarClient
{
    /// <summary>
    /// Takes a guest's share of a calendar back (<c>op="!grant"</c>) and reads the ACL back. It finds the guest's grant also in other
    /// letter case, stored as <c>Name &lt;address&gt;</c>, and as the internal account that the address turned out to be; where it was
    /// inherited, the folder gets its own ACL without it.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="guest">The guest's address; <c>Name &lt;address&gt;</c> is taken too.</param>
    /// <param name="options">Whether to mail the guest; null for not.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <exception cref="ArgumentException">The address or path is empty or none, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or the account in use may not administer it.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<Revocation> RevokeGuestAsync(
        string calendar,
        string guest,
        RevokeOptions? options = null,
        CancellationToken cancellationToken = default
    ) => RevokeAsync(calendar, GranteeName.Parse(guest), options, cancellationToken);

    /// <summary>Takes the share of an account or group back, as <see cref="RevokeGuestAsync"/> does. A deleted one is named by its id (see
    /// <see cref="ListSharesAsync"/>).</summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="user">The primary address, a bare name of the owner's domain, or the id in the ACL.</param>
    /// <param name="options">Whether to mail the grantee; null for not.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <inheritdoc cref="RevokeGuestAsync" path="/exception"/>
    public Task<Revocation> RevokeUserAsync(
        string calendar,
        string user,
        RevokeOptions? options = null,
        CancellationToken cancellationToken = default
    ) => RevokeAsync(calendar, GranteeName.Parse(user), options, cancellationToken);

    /// <summary>Ends the public's access to a calendar and reads the ACL back. Nobody is mailed.</summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <inheritdoc cref="RevokeGuestAsync" path="/exception"/>
    public Task<Revocation> RevokePublicAsync(string calendar, CancellationToken cancellationToken = default) =>
        RevokeAsync(calendar, null, options: null, cancellationToken);

    /// <summary>
    /// Revokes every share of a calendar, the public's too, and reads the ACL back. Nobody is mailed. Where the calendar inherits its
    /// shares, it gets an ACL of its own without any. A grant to the owner gives nothing, and remains: the server refuses to revoke it.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <returns>Who had a share (<see cref="Revocation.Grantees"/>).</returns>
    /// <inheritdoc cref="RevokeGuestAsync" path="/exception"/>
    public async Task<Revocation> RevokeAllAsync(string calendar, CancellationToken cancellationToken = default)
    {
        using var folder = new FolderLock(_dispatcher, FolderReference.Parse(calendar));
        await folder.ReadAsync(cancellationToken).ConfigureAwait(false);
        using IDisposable taken = await folder
            .TakeAsync([.. folder.Folder.RequireAcl().Acl.Grants.Select(NameOf).Distinct()], isForOne: false, cancellationToken)
            .ConfigureAwait(false);
        SharedFolder before = folder.Folder.RequireAcl();
        var plan = new RevocationPlan
        {
            Before = before,
            Address = null,
            Grants = [.. before.Acl.Grants.Where(grant => !before.IsOwners(grant))],
        };
        if (plan.Grants.Count == 0)
        {
            return ShareResults.Revoked(plan, before, ShareNotification.NotRequested);
        }

        RevokedGrants revoked = await new GrantRevoker(_dispatcher)
            .RevokeAsync(before, plan.Grants, mail: null, cancellationToken)
            .ConfigureAwait(false);
        return revoked.Error is { } error ? throw error : ShareResults.Revoked(plan, revoked.After, ShareNotification.NotRequested);
    }

    /// <summary>
    /// Revokes every share that a guest has in the mailbox, on calendars and other folders: the folders are read once, then each that the
    /// guest has a grant on is worked on as by <see cref="RevokeSharesAsync"/>. Nobody is mailed, and nothing is done until the result is
    /// enumerated. To end a guest's access to all mailboxes
    /// of a domain use <see cref="Guests.GuestClient.RetireAsync"/>.
    /// </summary>
    /// <param name="guest">The guest's address; <c>Name &lt;address&gt;</c> is taken too.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too. Calling again is safe.</param>
    /// <returns>An outcome for each folder that the guest had a grant on; none where there was none.</returns>
    /// <exception cref="ArgumentException">The address is invalid, or an option is out of range.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>, where the folders cannot be read; what is
    /// wrong with one folder is reported in its outcome.</exception>
    public IAsyncEnumerable<BulkOutcome<ShareItem, Revocation>> RevokeAllOfGuestAsync(
        string guest,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var address = GuestAddress.ParseArgument(GrantSearch.Bare(guest), nameof(guest));
        return RevokeEverywhereAsync(address, (options ?? new BulkOptions()).Checked(), cancellationToken);
    }

    private async IAsyncEnumerable<BulkOutcome<ShareItem, Revocation>> RevokeEverywhereAsync(
        GuestAddress guest,
        BulkOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<SharedFolder> folders = await FolderReader.ReadFoldersAsync(_dispatcher, cancellationToken).ConfigureAwait(false);
        // An alias of an account that has a grant is not in any ACL.
        IReadOnlyDictionary<string, KnownAccount> accounts = folders.Any(folder => folder.Grants.InternalNames.Count > 0)
            ? await AddressLookup.FindAsync(_dispatcher, [guest.Value], cancellationToken).ConfigureAwait(false)
            : new Dictionary<string, KnownAccount>();
        SharedFolder[] shared =
        [
            .. folders
                .Select(folder => folder.Plus(accounts))
                .Where(folder => folder.InheritedFrom is null && folder.GrantsOf(guest.Value).Count > 0),
        ];
        GuestShareItem[] items = [.. shared.Select(folder => new GuestShareItem { Calendar = folder.Id, Guest = guest.Value })];
        await foreach (
            BulkOutcome<ShareItem, Revocation> outcome in BulkRevoking
                .Apply(_dispatcher, options, shared)
                .RunAsync(items, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            yield return outcome;
        }
    }

    private static string? NameOf(FolderGrant grant) => (grant.GranteeName ?? grant.GranteeId) is { } name ? GrantSearch.Bare(name) : null;

    private async Task<Revocation> RevokeAsync(
        string calendar,
        string? grantee,
        RevokeOptions? options,
        CancellationToken cancellationToken
    )
    {
        using var folder = new FolderLock(_dispatcher, FolderReference.Parse(calendar));
        using IDisposable taken = await folder.TakeAsync([grantee], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder before = folder.Folder.RequireAcl();
        var plan = RevocationPlan.For(before, grantee, options?.Notify == true);
        if (plan.Grants.Count == 0)
        {
            return ShareResults.Revoked(plan, before, ShareNotification.NotRequested);
        }

        RevokedGrants revoked = await new GrantRevoker(_dispatcher)
            .RevokeAsync(before, plan.Grants, plan.Mail, cancellationToken)
            .ConfigureAwait(false);
        return revoked.Error is { } error ? throw error : ShareResults.Revoked(plan, revoked.After, revoked.Notification!);
    }
}

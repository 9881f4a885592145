using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

public sealed partial class CalendarClient
{
    /// <summary>
    /// The calendars of the mailbox (folders of view <c>appointment</c>), those that are shared with nobody too, or all its folders:
    /// GetFolderRequest for the whole tree, one round trip. Mountpoints are not the mailbox's own and are left out; what lies in the trash
    /// is listed. Of somebody else's mailbox only what the account in use may see is listed.
    /// </summary>
    /// <param name="options">Whether all folders are listed, not calendars alone; null for calendars.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async IAsyncEnumerable<CalendarInfo> ListCalendarsAsync(
        ListCalendarsOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        IReadOnlyList<SharedFolder> folders = options is { AllFolders: true }
            ? await FolderReader.ReadFoldersAsync(_dispatcher, cancellationToken).ConfigureAwait(false)
            : await FolderReader.ReadCalendarsAsync(_dispatcher, cancellationToken).ConfigureAwait(false);
        ShareResults results = Results;
        foreach (SharedFolder folder in folders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return results.Calendar(folder);
        }
    }

    /// <summary>
    /// Finds the share of one grantee of a calendar, also an inherited one and one that expired and was not removed yet (GetFolderRequest).
    /// An address that has become an account is found as the account's.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address, or the id in the ACL.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The share; null where the grantee has no share.</returns>
    /// <exception cref="ArgumentException">The address or path is invalid, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or its shares are not shown to the account in use.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<CalendarGrant?> FindShareAsync(string calendar, string grantee, CancellationToken cancellationToken = default) =>
        FindInAsync(FolderReference.Parse(calendar), GranteeName.Parse(grantee), cancellationToken);

    /// <summary>Finds the public's share of a calendar, as <see cref="FindShareAsync"/> finds a
    /// grantee's.</summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The share; null where the calendar is not public.</returns>
    /// <inheritdoc cref="FindShareAsync" path="/exception"/>
    public Task<CalendarGrant?> FindPublicShareAsync(string calendar, CancellationToken cancellationToken = default) =>
        FindInAsync(FolderReference.Parse(calendar), null, cancellationToken);

    /// <summary>
    /// The grants of one calendar, or of all calendars of the mailbox (folders of view <c>appointment</c>) or of all its folders, those of
    /// its trash included, mountpoints not: one round trip. Grants that a calendar inherits are listed for it, with the folder that gives
    /// them; ended ones until the server removes them. Of all calendars in somebody else's mailbox only those are listed that the account
    /// in use may administer.
    /// </summary>
    /// <param name="options">Which folders' grants are listed; null for those of all calendars.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentException">The path is invalid, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or its shares are not shown to the account in use.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async IAsyncEnumerable<CalendarGrant> ListSharesAsync(
        ListSharesOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        IReadOnlyList<SharedFolder> folders = options?.Calendar switch
        {
            null when options is { AllFolders: true } => await FolderReader
                .ReadFoldersAsync(_dispatcher, cancellationToken)
                .ConfigureAwait(false),
            null => await FolderReader.ReadCalendarsAsync(_dispatcher, cancellationToken).ConfigureAwait(false),
            { } calendar =>
            [
                (
                    await FolderReader
                        .ReadAsync(_dispatcher, FolderReference.Parse(calendar, nameof(options)), [], cancellationToken)
                        .ConfigureAwait(false)
                ).RequireAcl(),
            ],
        };
        ShareResults results = Results;
        foreach (SharedFolder folder in folders)
        {
            foreach (FolderGrant grant in folder.Acl.Grants)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return results.Listed(folder, grant);
            }
        }
    }

    /// <summary>
    /// The grants that end within a time, the soonest first; those that have ended already and still stand in an ACL come
    /// before them (<see cref="CalendarGrant.IsExpired"/>). The end that counts is the real one, the folder's ceiling included.
    /// </summary>
    /// <param name="within">How far to look ahead, e.g. <c>TimeSpan.FromDays(30)</c>.</param>
    /// <param name="options">Which folders' grants; null for those of all calendars.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is negative.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public IAsyncEnumerable<CalendarGrant> ListEndingAsync(
        TimeSpan within,
        ListSharesOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.AtLeast(within, TimeSpan.Zero);
        DateTimeOffset now = Now;
        DateTimeOffset until = within > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + within;
        return ListSharesAsync(options, cancellationToken)
            .Where(grant => grant.EffectiveExpiry <= until)
            .OrderBy(grant => grant.EffectiveExpiry);
    }

    /// <summary>
    /// Reviews who has access to the calendars of the own account, of a domain or of the whole server: public calendars, folders of other
    /// kinds that outsiders have, outsiders who may write, expired and soon-ending shares, deleted grantees, grants that match nobody, and
    /// with an administrator's credentials guests who never signed up and grantees whose accounts are not active. Account by account,
    /// several side by side, as a stream;
    /// <see cref="ReviewReport"/> writes it as JSON or CSV. Nothing is changed. What cannot be known or read is a finding too:
    /// <see cref="ReviewCode.NotKnowable"/>, <see cref="ReviewCode.NotReviewed"/>.
    /// </summary>
    /// <param name="options">Whose calendars, and what counts as soon; null for the own account and 30 days.</param>
    /// <param name="cancellationToken">Ends the review. Leaving the loop does too.</param>
    /// <exception cref="ArgumentException">The options do not go together, or one is out of range.</exception>
    /// <exception cref="ZimbraAuthenticationException">A domain or the server needs an administrator.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>. An account of a domain that cannot be read
    /// is a finding, not an exception.</exception>
    public IAsyncEnumerable<ReviewFinding> ReviewAsync(ReviewOptions? options = null, CancellationToken cancellationToken = default) =>
        new ReviewRun(_dispatcher, (options ?? new ReviewOptions()).Checked()).RunAsync(cancellationToken);

    private async Task<CalendarGrant?> FindInAsync(FolderReference reference, string? grantee, CancellationToken cancellationToken)
    {
        using var read = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await read.TakeAsync([grantee], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder folder = read.Folder.RequireAcl();
        return ShareRenewal.FindAny(folder, grantee) is { } grant ? Results.Listed(folder, grant) : null;
    }
}

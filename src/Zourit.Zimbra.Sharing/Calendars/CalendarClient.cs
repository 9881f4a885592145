using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Calendars.Reviews;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>
/// Shares calendars, takes shares back, lists them; reached as <see cref="ZimbraClient.Calendars"/>. The calls reach a wanted state: they
/// read what stands (one round trip), send only what differs (a second one, a mail about the share included), and tell what the server's
/// ACL holds afterwards. Calling again is always safe: what stands is <see cref="ShareOutcome.Unchanged"/> and mails nobody.
/// </summary>
/// <remarks>
/// A calendar is named by its path (<c>/my-events</c>, the leading slash may be left out, letter case does not count) or by its folder id:
/// only digits (<c>257</c>; a folder that is called so is <c>/257</c>), or <c>accountId:257</c>. Names are those of the mailbox: the
/// calendar that the web client shows as "Calendrier" is <c>/Calendar</c>. A mountpoint is refused, since sharing it would share its
/// owner's folder.
/// <para>
/// A cancelled call ends at once with the caller's token. Of what it does, the server then holds nothing, a part, or all; calling again
/// finishes it. The documentation's page <c>docs/cancellation.md</c> tells it for each operation.
/// </para>
/// </remarks>
public sealed class CalendarClient
{
    private readonly RequestDispatcher _dispatcher;

    internal CalendarClient(RequestDispatcher dispatcher) => _dispatcher = dispatcher;

    private DateTimeOffset Now => _dispatcher.Connection.Options.TimeProvider.GetUtcNow();

    /// <summary>
    /// Shares a calendar with a person outside the server, who is mailed a personal link (urn:zimbraMail FolderActionRequest
    /// <c>op="grant"</c> <c>gt="guest"</c>, and SendShareNotificationRequest in the same batch). An address that belongs to an account or
    /// group of the server becomes a share with that one.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="guest">The guest's bare mail address. Upper-case letters are made small.</param>
    /// <param name="options">Rights, end, mail, grant password; null for a reader who is mailed.</param>
    /// <param name="cancellationToken">Ends the call. The share may stand by then: call again to learn it.</param>
    /// <returns>The share as it stands. A mail that failed is told in <see cref="GuestShare.Notification"/>.</returns>
    /// <exception cref="ArgumentException">The address or path is none, the end lies in the past, note or grant password hold a character
    /// that XML cannot carry, or the calendar is a mountpoint. Nothing was changed.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar (<c>mail.NO_SUCH_FOLDER</c>; the message names the nearest), or a
    /// policy forbids the share (<c>service.PERM_DENIED</c>; the message names it as far as it can be known). Nothing was changed, nobody
    /// was mailed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">Replies were lost and the state could not be read. Calling again is
    /// safe.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async Task<GuestShare> ShareWithGuestAsync(
        string calendar,
        string guest,
        GuestShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        var address = GuestAddress.ParseArgument(guest);
        DesiredGrant wanted = Sendable(
            DesiredGrant.ForGuest(address, options ?? new GuestShareOptions()),
            nameof(RevokeGuestAsync),
            nameof(options)
        );
        (SharedFolder before, GrantResult result) = await EnsureAsync(reference, wanted, cancellationToken).ConfigureAwait(false);
        return ShareResults.Guest(before, wanted, result, address, _dispatcher.Connection.Server, Now);
    }

    /// <summary>
    /// Shares a calendar with an account or group of the server (<c>gt="usr"</c>). The server makes a guest's share for an address that it
    /// does not know: see <see cref="CalendarShare.Grantee"/> and <see cref="ShareWarningCode.NoSuchUser"/>.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="user">The account's or group's address; a bare name is one of the owner's domain.</param>
    /// <param name="options">Rights, end, mail; null for a reader who is mailed.</param>
    /// <param name="cancellationToken">Ends the call. The share may stand by then: call again to learn it.</param>
    /// <inheritdoc cref="ShareWithGuestAsync" path="/exception"/>
    public async Task<UserShare> ShareWithUserAsync(
        string calendar,
        string user,
        UserShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        string name = GranteeName.Parse(user);
        if (Guid.TryParse(name, out _))
        {
            // The server takes any id unchecked, and makes a guest's share of one that it is given as a name (protocol.md §4.3).
            throw new ArgumentException($"'{Quoted.Of(name)}' is an id. Name the account or group by its address.", nameof(user));
        }

        options ??= new UserShareOptions();
        DesiredGrant wanted = Sendable(
            new DesiredGrant
            {
                Type = GranteeType.User,
                Address = name,
                Permissions = options.Permissions,
                Expiry = options.Expiry,
                Notify = options.Notify,
                Note = options.Note,
                EnsureNotified = options is { Notify: true, EnsureNotified: true },
            },
            nameof(RevokeUserAsync),
            nameof(options)
        );
        (SharedFolder before, GrantResult result) = await EnsureAsync(reference, wanted, cancellationToken).ConfigureAwait(false);
        return ShareResults.User(before, wanted, result, _dispatcher.Connection.Server, Now);
    }

    /// <summary>Lets anybody read a calendar without signing in (<c>gt="pub"</c>).</summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="options">Rights and end; null for reading without end.</param>
    /// <param name="cancellationToken">Ends the call. The share may stand by then: call again to learn it.</param>
    /// <inheritdoc cref="ShareWithGuestAsync" path="/exception"/>
    public async Task<PublicShare> SharePubliclyAsync(
        string calendar,
        PublicShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        options ??= new PublicShareOptions();
        DesiredGrant wanted = Sendable(
            new DesiredGrant
            {
                Type = GranteeType.Public,
                Permissions = options.Permissions,
                Expiry = options.Expiry,
            },
            nameof(RevokePublicAsync),
            nameof(options)
        );
        (SharedFolder before, GrantResult result) = await EnsureAsync(reference, wanted, cancellationToken).ConfigureAwait(false);
        return ShareResults.Public(before, wanted, result, _dispatcher.Connection.Server, Now);
    }

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
    /// The grants of one calendar, or of all calendars of the mailbox (folders of view <c>appointment</c>), those of its trash included,
    /// mountpoints not: one round trip. Grants that a calendar inherits are told for it, with the folder that gives them; ended ones until
    /// the server removes them. Of all calendars in somebody else's mailbox only those are listed that the account in use may administer.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id; null for all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentException">The path is none, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or its shares are not shown to the account in use.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async IAsyncEnumerable<CalendarGrant> ListSharesAsync(
        string? calendar = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        IReadOnlyList<SharedFolder> folders = calendar is null
            ? await FolderReader.ReadCalendarsAsync(_dispatcher, cancellationToken).ConfigureAwait(false)
            :
            [
                (
                    await FolderReader.ReadAsync(_dispatcher, FolderReference.Parse(calendar), cancellationToken).ConfigureAwait(false)
                ).RequireAcl(),
            ];
        DateTimeOffset now = Now;
        foreach (SharedFolder folder in folders)
        {
            foreach (FolderGrant grant in folder.Acl.Grants)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return ShareResults.Listed(folder, grant, _dispatcher.Connection.Server, now);
            }
        }
    }

    /// <summary>
    /// The grants of all calendars that end within a time, the soonest first; those that have ended already and still stand in an ACL come
    /// before them (<see cref="CalendarGrant.IsExpired"/>). The end that counts is the real one, the folder's ceiling included.
    /// </summary>
    /// <param name="within">How far to look ahead, e.g. <c>TimeSpan.FromDays(30)</c>.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is negative.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public IAsyncEnumerable<CalendarGrant> ListEndingAsync(TimeSpan within, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        DateTimeOffset now = Now;
        DateTimeOffset until = within > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + within;
        return ListSharesAsync(calendar: null, cancellationToken)
            .Where(grant => grant.EffectiveExpiry <= until)
            .OrderBy(grant => grant.EffectiveExpiry);
    }

    /// <summary>
    /// Changes when a share ends, and nothing else: rights and grant password stay, nobody is mailed. Where the folder's ACL holds a
    /// ceiling that the first share of its kind set, the end may still be moved as far as the lifetime policy allows from now; the other
    /// shares keep the ends they had.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address, or the id in the ACL.</param>
    /// <param name="expiry">The new end, or <see cref="ShareExpiry.Never"/>.</param>
    /// <param name="cancellationToken">Ends the call. Calling again is safe.</param>
    /// <exception cref="ArgumentException">There is no such share on the calendar itself, the end is <see cref="ShareExpiry.Keep"/> or lies
    /// in the past, or the calendar is a mountpoint. Nothing was changed.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or a policy forbids the end (<c>service.PERM_DENIED</c>; the
    /// message names it).</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">Replies were lost and the state could not be read; or the end was moved beyond the
    /// ceiling, and what somebody else changed in the calendar's shares at the same moment may have been undone: look with
    /// <see cref="ListSharesAsync"/>.</exception>
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
    /// Sends the mail about a share that stands once more, for a guest with his personal link (SendShareNotificationRequest). Each call is
    /// a mail: nothing else of this client mails anybody twice.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="grantee">The guest's, user's or group's address.</param>
    /// <param name="note">Free text below the mail, plain; null for none.</param>
    /// <param name="cancellationToken">Ends the call. The mail may have left by then.</param>
    /// <returns>What became of the mail; a failure is told here, not thrown.</returns>
    /// <exception cref="ArgumentException">There is no such share in force, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async Task<ShareNotification> NotifyAgainAsync(
        string calendar,
        string grantee,
        string? note = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        string name = GranteeName.Parse(grantee);
        if (note is not null && XmlText.Problem(note) is { } problem)
        {
            throw new ArgumentException($"The note {problem}", nameof(note));
        }

        using FolderLock turn = await TakeTurnAsync(reference, name, cancellationToken).ConfigureAwait(false);
        SharedFolder folder = turn.Folder.RequireAcl();
        string address = GranteeName.Complete(name, folder.OwnerDomain)!;
        return GrantSearch.Standing(folder.Acl, address) is { } grant && !(folder.Acl.EffectiveExpiry(grant) <= Now)
            ? await new GrantNotifier(_dispatcher, folder).NotifyAsync(grant, note, cancellationToken).ConfigureAwait(false)
            : throw NotShared(folder, address, nameof(grantee));
    }

    /// <summary>
    /// Tells before sharing whether the server's policy would refuse, by which attribute and, with an administrator's credentials, at which
    /// level that is set: the switches for guests and the public, the white list of guests' domains, the lifetimes. Nothing is changed.
    /// </summary>
    /// <param name="question">The guest and the end to ask about; null for the policy in general.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The guest's address is none.</exception>
    /// <exception cref="ZimbraFaultException">The account in use may not read the owner's attributes.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<SharingPolicy> CheckPolicyAsync(PolicyQuestion? question = null, CancellationToken cancellationToken = default) =>
        PolicyCheck.AskAsync(_dispatcher, question ?? new PolicyQuestion(), Now, cancellationToken);

    /// <summary>
    /// Shares with many guests, also calendars of many owners: what <see cref="ShareWithGuestAsync"/> does for each entry, in batches (a
    /// calendar and twenty guests cost three round trips, mails included), several calendars side by side, under the server's limit of
    /// requests. The results come in the list's order, each as soon as it and those before it are there; an entry that fails does not stop
    /// the others. Entries for the same guest of a calendar are done one after the other, however they name the calendar.
    /// </summary>
    /// <param name="shares">The entries, read at once. <see cref="GuestShareRequest.Combine"/> makes those of every owner with every
    /// guest.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was begun may stand. Doing the same list again is
    /// safe.</param>
    /// <exception cref="ArgumentException">An option is out of range, or an entry is null. Whatever is wrong with a single entry is told in
    /// its outcome.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IAsyncEnumerable<BulkOutcome<GuestShareRequest, GuestShare>> ShareWithGuestsAsync(
        IEnumerable<GuestShareRequest> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new BulkShareRun(_dispatcher, (options ?? new BulkOptions()).Checked()).RunAsync(Entries(shares), cancellationToken);

    /// <summary>Revokes the shares of many guests, as <see cref="ShareWithGuestsAsync"/> shares; nobody is mailed.</summary>
    /// <param name="shares">The entries; their <see cref="GuestShareRequest.Options"/> have no meaning here.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was begun may be done. Doing the same list again is
    /// safe.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<GuestShareRequest, Revocation>> RevokeGuestsAsync(
        IEnumerable<GuestShareRequest> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new BulkRevokeRun(_dispatcher, (options ?? new BulkOptions()).Checked()).RunAsync(Entries(shares), cancellationToken);

    /// <summary>
    /// Reviews who has access to the calendars of the own account, of a domain or of the whole server: public calendars, folders of other kinds that outsiders have, outsiders who may
    /// write, expired and soon-ending shares, deleted grantees, grants that match nobody, and with an administrator's credentials guests who
    /// never signed up and grantees whose accounts are not active. Account by account, several side by side, as a stream;
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

    private static List<GuestShareRequest> Entries(IEnumerable<GuestShareRequest> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        List<GuestShareRequest> entries = [.. shares];
        return entries.TrueForAll(entry => entry is { Calendar: not null, Guest: not null })
            ? entries
            : throw new ArgumentException(
                $"Entry {entries.FindIndex(entry => entry is not { Calendar: not null, Guest: not null })} of "
                    + $"the list is null, or its calendar or guest is.",
                nameof(shares)
            );
    }

    private async Task<RenewedShare> SetEndAsync(
        FolderReference reference,
        string? grantee,
        ShareExpiry expiry,
        CancellationToken cancellationToken
    )
    {
        if (expiry.IsKeep)
        {
            throw new ArgumentException("Say until when: a time, or ShareExpiry.Never.", nameof(expiry));
        }

        if (expiry.Time <= Now)
        {
            throw new ArgumentException(
                $"The end, {expiry}, lies in the past: the share would be dead at once. To end it, use "
                    + $"{(grantee is null ? nameof(RevokePublicAsync) : nameof(RevokeGuestAsync))}.",
                nameof(expiry)
            );
        }

        using FolderLock turn = await TakeTurnAsync(reference, grantee, cancellationToken).ConfigureAwait(false);
        SharedFolder folder = turn.Folder.RequireAcl();
        string? address = GranteeName.Complete(grantee, folder.OwnerDomain);
        FolderGrant standing = (
            address is null
                ? GrantSearch.Public(folder.Acl)
                : GrantSearch.Standing(folder.Acl, address) ?? GrantSearch.ById(folder.Acl, address)
        ) ?? throw NotShared(folder, address, grantee is null ? reference.Parameter : nameof(grantee));
        if (folder.InheritedFrom is { } parent)
        {
            throw new ArgumentException($"'{folder.Path}' has this share from '{parent}': renew it there.", reference.Parameter);
        }

        GrantResult result = await new GrantRenewer(_dispatcher)
            .RenewAsync(folder, standing, expiry, cancellationToken)
            .ConfigureAwait(false);
        return ShareResults.Renewed(folder, standing, expiry, result, _dispatcher.Connection.Server, Now);
    }

    private static ArgumentException NotShared(SharedFolder folder, string? address, string? parameter) =>
        new(
            $"'{folder.Path}' of {folder.Owner} is not shared with {address ?? "the public"}. Share it first "
                + $"({(address is null ? nameof(SharePubliclyAsync) : nameof(ShareWithGuestAsync))}), or look with "
                + $"{nameof(ListSharesAsync)} "
                + $"at who it is shared with.",
            parameter
        );

    private async Task<(SharedFolder Before, GrantResult Result)> EnsureAsync(
        FolderReference reference,
        DesiredGrant wanted,
        CancellationToken cancellationToken
    )
    {
        using FolderLock turn = await TakeTurnAsync(reference, wanted.Address, cancellationToken).ConfigureAwait(false);
        DesiredGrant full = wanted with { Address = GranteeName.Complete(wanted.Address, turn.Folder.OwnerDomain) };
        return (turn.Folder, await new GrantWriter(_dispatcher).EnsureAsync(turn.Folder, full, cancellationToken).ConfigureAwait(false));
    }

    private Task<FolderLock> TakeTurnAsync(FolderReference reference, string? grantee, CancellationToken cancellationToken) =>
        FolderLock.TakeAsync(_dispatcher, reference, folder => [GranteeName.Complete(grantee, folder.OwnerDomain)], cancellationToken);

    private async Task<Revocation> RevokeAsync(
        string calendar,
        string? grantee,
        RevokeOptions? options,
        CancellationToken cancellationToken
    )
    {
        using FolderLock turn = await TakeTurnAsync(FolderReference.Parse(calendar), grantee, cancellationToken).ConfigureAwait(false);
        SharedFolder folder = turn.Folder.RequireAcl();
        string? address = GranteeName.Complete(grantee, folder.OwnerDomain);
        IReadOnlyList<FolderGrant> grants =
            address is not null ? GrantSearch.All(folder.Acl, address)
            : GrantSearch.Public(folder.Acl) is { } open ? [open]
            : [];
        if (grants.Count == 0 && address is not null && folder.Acl.Grants.Any(GrantSearch.IsInternal) && _dispatcher.Admin is not null)
        {
            grants = await AdminLookup.PrimaryNameAsync(_dispatcher, address, cancellationToken).ConfigureAwait(false) is { } primary
                ? GrantSearch.All(folder.Acl, primary)
                : grants;
        }

        string? mailTo = options?.Notify == true && address is not null && !Guid.TryParse(address, out _) ? address : null;
        (SharedFolder after, ShareNotification notification) =
            grants.Count == 0
                ? (folder, ShareNotification.NotRequested)
                : await new GrantRevoker(_dispatcher).RevokeAsync(folder, grants, mailTo, cancellationToken).ConfigureAwait(false);
        return ShareResults.Revoked(folder, after, address, grants, notification);
    }

    private DesiredGrant Sendable(DesiredGrant wanted, string revoke, string parameter) =>
        wanted.Problem(Now, revoke) is { } problem ? throw new ArgumentException(problem, parameter) : wanted;
}

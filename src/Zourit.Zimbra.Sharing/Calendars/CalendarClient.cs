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
/// Shares calendars, revokes and lists shares; reached as <see cref="ZimbraClient.Calendars"/>. Each call states what should be in force:
/// it reads what is (one round trip), sends only the difference (a second one, including the mail about the share), and reports what the
/// server's ACL holds afterwards. Repeating a call is always safe: what is in force already is <see cref="ShareOutcome.Unchanged"/>, and
/// nobody is mailed.
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
    /// <param name="guest">The guest's bare mail address. It is lower-cased.</param>
    /// <param name="options">Rights, end, mail, grant password; null for a reader who is mailed.</param>
    /// <param name="cancellationToken">Ends the call. The share may exist by then: call again to find out.</param>
    /// <returns>The share as it is in force. A failed mail is reported in <see cref="GuestShare.Notification"/>.</returns>
    /// <exception cref="ArgumentException">The address or path is invalid, the end lies in the past, note or grant password hold a
    /// character that XML cannot carry, the calendar is a mountpoint, or it is no calendar and <c>AllowOtherFolders</c> is not set.
    /// Nothing was changed.</exception>
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
        AppliedGrant applied = await ApplyAsync(reference, Desired(address, options), cancellationToken).ConfigureAwait(false);
        return ShareResults.Guest(applied, address, _dispatcher.Connection.Server, Now);
    }

    /// <summary>
    /// Shares a calendar with an account or group of the server (<c>gt="usr"</c>). The server makes a guest's share for an address that it
    /// does not know: see <see cref="CalendarShare.Grantee"/> and <see cref="ShareWarningCode.NoSuchUser"/>.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="user">The account's or group's address; a bare name is one of the owner's domain.</param>
    /// <param name="options">Rights, end, mail; null for a reader who is mailed.</param>
    /// <param name="cancellationToken">Ends the call. The share may exist by then: call again to find out.</param>
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
            // The server takes any id unchecked, and makes a guest's share of one that it is given as a name (docs/protocol.md §4.3).
            throw Argument.Invalid($"'{Quoted.Of(name)}' is an id. Name the account or group by its address.", nameof(user));
        }

        options ??= new UserShareOptions();
        var desired = new DesiredGrant
        {
            Type = GranteeType.User,
            User = name,
            Permissions = options.Permissions,
            Expiry = options.Expiry,
            Notify = options.Notify,
            Note = options.Note,
            EnsureNotified = options is { Notify: true, EnsureNotified: true },
            AllowOtherFolders = options.AllowOtherFolders,
        };
        AppliedGrant applied = await ApplyAsync(reference, Sendable(desired, nameof(RevokeUserAsync), nameof(options)), cancellationToken)
            .ConfigureAwait(false);
        return ShareResults.User(applied, _dispatcher.Connection.Server, Now);
    }

    /// <summary>Lets anybody read a calendar without signing in (<c>gt="pub"</c>).</summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="options">Rights and end; null for reading without end.</param>
    /// <param name="cancellationToken">Ends the call. The share may exist by then: call again to find out.</param>
    /// <inheritdoc cref="ShareWithGuestAsync" path="/exception"/>
    public async Task<PublicShare> SharePubliclyAsync(
        string calendar,
        PublicShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        options ??= new PublicShareOptions();
        var desired = new DesiredGrant
        {
            Type = GranteeType.Public,
            Permissions = options.Permissions,
            Expiry = options.Expiry,
            AllowOtherFolders = options.AllowOtherFolders,
        };
        AppliedGrant applied = await ApplyAsync(reference, Sendable(desired, nameof(RevokePublicAsync), nameof(options)), cancellationToken)
            .ConfigureAwait(false);
        return ShareResults.Public(applied, _dispatcher.Connection.Server, Now);
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
    /// The grants of one calendar, or of all calendars of the mailbox (folders of view <c>appointment</c>) or of all its folders, those of
    /// its trash included, mountpoints not: one round trip. Grants that a calendar inherits are listed for it, with the folder that gives
    /// them; ended ones until the server removes them. Of all calendars in somebody else's mailbox only those are listed that the account
    /// in use may administer.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id, or any other folder's; null for all.</param>
    /// <param name="options">Whether all folders are listed, not calendars alone; null for calendars.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ArgumentException">The path is invalid, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar, or its shares are not shown to the account in use.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async IAsyncEnumerable<CalendarGrant> ListSharesAsync(
        string? calendar = null,
        ListSharesOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        IReadOnlyList<SharedFolder> folders = calendar switch
        {
            null when options is { AllFolders: true } => await FolderReader
                .ReadFoldersAsync(_dispatcher, cancellationToken)
                .ConfigureAwait(false),
            null => await FolderReader.ReadCalendarsAsync(_dispatcher, cancellationToken).ConfigureAwait(false),
            _ =>
            [
                (
                    await FolderReader.ReadAsync(_dispatcher, FolderReference.Parse(calendar), [], cancellationToken).ConfigureAwait(false)
                ).RequireAcl(),
            ],
        };
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
        Argument.AtLeast(within, TimeSpan.Zero);
        DateTimeOffset now = Now;
        DateTimeOffset until = within > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + within;
        return ListSharesAsync(calendar: null, options: null, cancellationToken)
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
    /// <exception cref="ArgumentException">The end is <see cref="ShareExpiry.Keep"/> or lies in the past, or the calendar is a mountpoint.
    /// Nothing was changed.</exception>
    /// <exception cref="ZimbraShareNotFoundException">There is no such share on the calendar itself. Nothing was changed.</exception>
    /// <exception cref="ZimbraConflictException">Somebody else revoked the share at the same moment, or changed the calendar's shares again
    /// and again; or to move the end would set one for other shares that have none. Nothing was changed.</exception>
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
    /// <param name="note">Free text below the mail, plain; null for none.</param>
    /// <param name="cancellationToken">Ends the call. The mail may have left by then.</param>
    /// <returns>What became of the mail; a failure is reported here, not thrown.</returns>
    /// <exception cref="ArgumentException">The note holds a character that XML cannot carry, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraShareNotFoundException">There is no such share in force.</exception>
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
            throw Argument.Invalid($"The note {problem}", nameof(note));
        }

        using var folder = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await folder.TakeAsync([name], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder before = folder.Folder.RequireAcl();
        string address = GranteeName.Complete(name, before.OwnerDomain)!;
        return Find(before, address) is { } grant && !(before.Acl.EffectiveExpiry(grant) <= Now)
            ? await new GrantNotifier(_dispatcher, before).NotifyAsync(grant, note, cancellationToken).ConfigureAwait(false)
            : throw NotShared(before, address);
    }

    /// <summary>
    /// Tells before sharing whether the server's policy would refuse, by which attribute and, with an administrator's credentials, at which
    /// level that is set: the switches for guests and the public, the white list of guests' domains, the lifetimes. Nothing is changed.
    /// </summary>
    /// <param name="question">The guest and the end to ask about; null for the policy in general.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The guest's address is invalid.</exception>
    /// <exception cref="ZimbraFaultException">The account in use may not read the owner's attributes.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<SharingPolicy> CheckPolicyAsync(PolicyQuestion? question = null, CancellationToken cancellationToken = default) =>
        PolicyCheck.AskAsync(_dispatcher, question ?? new PolicyQuestion(), Now, cancellationToken);

    /// <summary>
    /// Works out what <see cref="ShareWithGuestAsync"/> would change and whom it would have mailed, by the same code. Reads what that
    /// reads, with <see cref="GuestShareOptions.EnsureNotified"/> the Sent folder too, and sends nothing that changes anything. A policy
    /// that would refuse does not show here: ask <see cref="CheckPolicyAsync"/>.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="guest">The guest's bare mail address.</param>
    /// <param name="options">As for the call that is planned.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">As for the call that is planned.</exception>
    /// <exception cref="ZimbraFaultException">There is no such calendar (<c>mail.NO_SUCH_FOLDER</c>).</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async Task<ShareChanges> PlanAsync(
        string calendar,
        string guest,
        GuestShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        var address = GuestAddress.ParseArgument(guest);
        DesiredGrant desired = Desired(address, options);
        SharedFolder folder = await FolderReader
            .ReadAsync(_dispatcher, reference, [address.Value], cancellationToken)
            .ConfigureAwait(false);
        return (
            await new GrantPlanner(_dispatcher)
                .PlanAsync(folder, [Allowed(folder, desired, reference)], cancellationToken)
                .ConfigureAwait(false)
        )[0];
    }

    /// <summary>
    /// Works out what <see cref="ShareWithGuestsAsync"/> would change for each entry, as <see cref="PlanAsync"/> does for one: each
    /// calendar is read once.
    /// </summary>
    /// <param name="shares">The entries, read at once.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<GuestShareItem, ShareChanges>> PlanSharesAsync(
        IEnumerable<GuestShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new BulkPlanRun(_dispatcher, (options ?? new BulkOptions()).Checked()).RunAsync(Entries(shares), cancellationToken);

    /// <summary>
    /// Shares with many guests, also calendars of many owners: what <see cref="ShareWithGuestAsync"/> does for each entry, in batches (a
    /// calendar and a hundred guests cost a reading, a batch of grants, and batches of mails; a second run the reading alone), several
    /// calendars side by side, under the server's limit of requests. The results come in the list's order, each as soon as it and those
    /// before it are there; an entry that fails does not stop the others. Entries for the same guest of a calendar are done one after the
    /// other, however they name the calendar.
    /// </summary>
    /// <param name="shares">The entries, read at once. <see cref="GuestShareItem.Combine"/> makes those of every owner with every
    /// guest.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <exception cref="ArgumentException">An option is out of range, or an entry is null. Whatever is wrong with one entry is reported in
    /// its outcome.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IAsyncEnumerable<BulkOutcome<GuestShareItem, GuestShare>> ShareWithGuestsAsync(
        IEnumerable<GuestShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new BulkShareRun(_dispatcher, (options ?? new BulkOptions()).Checked()).RunAsync(Entries(shares), cancellationToken);

    /// <summary>Revokes the shares of many guests, as <see cref="ShareWithGuestsAsync"/> shares; nobody is mailed.</summary>
    /// <param name="shares">The entries; their <see cref="GuestShareItem.Options"/> have no meaning here.</param>
    /// <param name="options">How much at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may have been done. Running the same list
    /// again is safe.</param>
    /// <inheritdoc cref="ShareWithGuestsAsync" path="/exception"/>
    public IAsyncEnumerable<BulkOutcome<GuestShareItem, Revocation>> RevokeGuestsAsync(
        IEnumerable<GuestShareItem> shares,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new BulkRevokeRun(_dispatcher, (options ?? new BulkOptions()).Checked()).RunAsync(Entries(shares), cancellationToken);

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

    private static List<GuestShareItem> Entries(IEnumerable<GuestShareItem> shares)
    {
        Argument.NotNull(shares);
        List<GuestShareItem> entries = [.. shares];
        return entries.TrueForAll(entry => entry is { Calendar: not null, Guest: not null })
            ? entries
            : throw Argument.Invalid(
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
            throw Argument.Invalid("Say until when: a time, or ShareExpiry.Never.", nameof(expiry));
        }

        if (expiry.Time <= Now)
        {
            throw Argument.Invalid(
                $"The end, {expiry}, lies in the past: the share would be dead at once. To end it, use "
                    + $"{(grantee is null ? nameof(RevokePublicAsync) : nameof(RevokeGuestAsync))}.",
                nameof(expiry)
            );
        }

        using var folder = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await folder.TakeAsync([grantee], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder before = folder.Folder.RequireAcl();
        string? address = GranteeName.Complete(grantee, before.OwnerDomain);
        FolderGrant standing = (address is null ? before.Grants.Public : Find(before, address) ?? before.Grants.ById(address))
            ?? throw NotShared(before, address);
        if (before.InheritedFrom is { } parent)
        {
            throw new ZimbraShareNotFoundException($"'{before.Path}' has this share from '{parent}': renew it there.");
        }

        GrantResult result = await new GrantRenewer(_dispatcher)
            .RenewAsync(before, standing, expiry, cancellationToken)
            .ConfigureAwait(false);
        var desired = new DesiredGrant
        {
            Type = result.Grant.Type,
            Permissions = Permissions.ParseLenient(result.Grant.Rights),
            Expiry = expiry,
        };
        DateTimeOffset? previousEnd = before.Acl.EffectiveExpiry(standing);
        return ShareResults.Renewed(new AppliedGrant(before, desired, result), previousEnd, _dispatcher.Connection.Server, Now);
    }

    private static FolderGrant? Find(SharedFolder folder, string address) =>
        new DesiredGrant
        {
            Type = GranteeType.User,
            User = address,
            Permissions = null,
        }.FindIn(folder);

    private static ZimbraShareNotFoundException NotShared(SharedFolder folder, string? address) =>
        new(
            $"'{folder.Path}' of {folder.Owner} is not shared with {address ?? "the public"}. Share it first "
                + $"({(address is null ? nameof(SharePubliclyAsync) : nameof(ShareWithGuestAsync))}), or look with "
                + $"{nameof(ListSharesAsync)} at who it is shared with."
        );

    private DesiredGrant Desired(GuestAddress guest, GuestShareOptions? options)
    {
        options ??= new GuestShareOptions();
        if (options.CheckAddress)
        {
            GuestAddressCheck.RequireSpelling(guest);
        }

        return Sendable(options.For(guest), nameof(RevokeGuestAsync), nameof(options));
    }

    private async Task<AppliedGrant> ApplyAsync(FolderReference reference, DesiredGrant desired, CancellationToken cancellationToken)
    {
        using var folder = new FolderLock(_dispatcher, reference);
        using IDisposable taken = await folder.TakeAsync([desired.Address], isForOne: true, cancellationToken).ConfigureAwait(false);
        SharedFolder before = folder.Folder;
        DesiredGrant full = Allowed(before, desired, reference) with { User = GranteeName.Complete(desired.User, before.OwnerDomain) };
        return new AppliedGrant(
            before,
            full,
            await new GrantApplier(_dispatcher).ApplyAsync(before, full, cancellationToken).ConfigureAwait(false)
        );
    }

    private static DesiredGrant Allowed(SharedFolder folder, DesiredGrant desired, FolderReference reference)
    {
        if (!desired.AllowOtherFolders && folder.NotACalendar() is { } problem)
        {
            throw Argument.Invalid(problem, reference.Parameter);
        }

        return desired.AddressProblem(folder) is { } mistyped ? throw mistyped : desired;
    }

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
        string? address = GranteeName.Complete(grantee, before.OwnerDomain);
        IReadOnlyList<FolderGrant> grants = before.GrantsOf(address);
        if (grants.Count == 0)
        {
            return ShareResults.Revoked(before, address, grants, before, ShareNotification.NotRequested);
        }

        GrantMail? mail =
            options?.Notify == true && address is not null && !Guid.TryParse(address, out _)
                ? new GrantMail(grants[0], ShareNotice.Revoked, before.AccountOf(address)?.Name ?? address, Note: null, IsEnsured: true)
                : null;
        RevokedGrants revoked = await new GrantRevoker(_dispatcher)
            .RevokeAsync(before, grants, mail, cancellationToken)
            .ConfigureAwait(false);
        return revoked.Error is { } error
            ? throw error
            : ShareResults.Revoked(before, address, grants, revoked.After, revoked.Notification!);
    }

    private DesiredGrant Sendable(DesiredGrant desired, string revoke, string parameter) =>
        desired.Problem(Now, revoke) is { } problem ? throw Argument.Invalid(problem, parameter) : desired;
}

using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
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
/// only digits (<c>257</c>; a folder that is called so is <c>/257</c>), or <c>accountId:257</c> with the id of the mailbox's account. Names
/// are those of the mailbox: the calendar that the web client shows as "Calendrier" is <c>/Calendar</c>. A mountpoint is refused, since
/// sharing it would share its owner's folder, and so is the id of a folder of another account: use <see cref="ZimbraClient.Mailbox"/>.
/// <para>
/// A cancelled call ends at once with the caller's token. Of what it does, the server then holds nothing, a part, or all; calling again
/// finishes it. The documentation's page <c>docs/cancellation.md</c> tells it for each operation.
/// </para>
/// </remarks>
public sealed partial class CalendarClient
{
    private readonly RequestDispatcher _dispatcher;

    internal CalendarClient(RequestDispatcher dispatcher) => _dispatcher = dispatcher;

    private ShareResults Results => new(_dispatcher.Connection);

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
        return Results.Guest(applied, address);
    }

    /// <summary>
    /// Shares a calendar with an account or group of the server (<c>gt="usr"</c>). The server makes a guest's share for an address that it
    /// does not know: see <see cref="CalendarShare.Grantee"/> and <see cref="ShareWarningCode.NoSuchUser"/>.
    /// </summary>
    /// <param name="calendar">The calendar's path or folder id.</param>
    /// <param name="user">The account's or group's address; a bare name is one of the owner's domain.</param>
    /// <param name="options">Rights, end, mail; null for a reader who is mailed.</param>
    /// <param name="cancellationToken">Ends the call. The share may exist by then: call again to find out.</param>
    /// <exception cref="ZimbraGuestAddressException">The address is a guest's identifier (see <see
    /// cref="UserShareOptions.CheckAddress"/>). Nothing was changed, nobody was mailed.</exception>
    /// <inheritdoc cref="ShareWithGuestAsync" path="/exception"/>
    public async Task<UserShare> ShareWithUserAsync(
        string calendar,
        string user,
        UserShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var reference = FolderReference.Parse(calendar);
        var desired = (options ?? new UserShareOptions()).For(user, nameof(user));
        AppliedGrant applied = await ApplyAsync(reference, Sendable(desired, nameof(RevokeUserAsync), nameof(options)), cancellationToken)
            .ConfigureAwait(false);
        return Results.User(applied);
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
        var desired = (options ?? new PublicShareOptions()).ToGrant();
        AppliedGrant applied = await ApplyAsync(reference, Sendable(desired, nameof(RevokePublicAsync), nameof(options)), cancellationToken)
            .ConfigureAwait(false);
        return Results.Public(applied);
    }

    /// <summary>
    /// Tells before sharing whether the server's policy would refuse, by which attribute and, with an administrator's credentials, at which
    /// level that is set: the switches for guests and the public, the white list of guests' domains, the lifetimes. Nothing is changed.
    /// What a delegated administrator may not see is reported as unknown; to see each level takes the rights to read these attributes of
    /// accounts, classes of service and domains.
    /// </summary>
    /// <param name="options">The guest and the end to ask about; null for the policy in general.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The guest's address is invalid.</exception>
    /// <exception cref="ZimbraFaultException">The account in use may not read the owner's attributes.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<SharingPolicy> CheckPolicyAsync(PolicyCheckOptions? options = null, CancellationToken cancellationToken = default) =>
        PolicyCheck.AskAsync(_dispatcher, options ?? new PolicyCheckOptions(), Now, cancellationToken);

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
        (_, IReadOnlyList<ShareChanges> changes) = await new GrantPlanner(_dispatcher)
            .PlanAsync(folder, [Allowed(folder, desired, reference)], cancellationToken)
            .ConfigureAwait(false);
        return changes[0];
    }

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
        DesiredGrant full = Allowed(before, desired, reference).Complete(before.OwnerDomain);
        return new AppliedGrant(
            before,
            full,
            await new GrantApplier(_dispatcher).ApplyAsync(before, full, cancellationToken).ConfigureAwait(false)
        );
    }

    private static DesiredGrant Allowed(SharedFolder folder, DesiredGrant desired, FolderReference reference)
    {
        if (desired.FolderProblem(folder) is { } problem)
        {
            throw Argument.Invalid(problem, reference.Parameter);
        }

        return desired.AddressProblem(folder) is { } mistyped ? throw mistyped : desired;
    }

    private DesiredGrant Sendable(DesiredGrant desired, string revoke, string parameter) =>
        desired.Problem(Now, revoke) is { } problem ? throw Argument.Invalid(problem, parameter) : desired;
}

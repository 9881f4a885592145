using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Guests' accounts (external virtual accounts), for an administrator: a guest can be given a sign-in without ever opening a personal link.
/// Reached through <see cref="ZimbraClient.Guests"/>.
/// </summary>
/// <remarks>
/// A cancelled call ends at once with the caller's token. Of what it does, the server then holds nothing, a part, or all; calling again
/// finishes it. The documentation's page <c>docs/cancellation.md</c> tells it for each operation.
/// </remarks>
public sealed class GuestClient
{
    private readonly RequestDispatcher _dispatcher;
    private readonly GuestDirectory _directory;

    internal GuestClient(RequestDispatcher dispatcher)
    {
        _dispatcher = dispatcher;
        _directory = new GuestDirectory(dispatcher);
    }

    /// <summary>
    /// Makes a guest's account with default settings; see the overload with options. It names no calendar, so the result warns that the
    /// account has no mountpoint.
    /// </summary>
    /// <param name="guestMail">The guest's own address.</param>
    /// <param name="ownerDomain">The domain of the calendars' owners.</param>
    /// <param name="password">The guest's password; tell it to the guest yourself, the server mails none.</param>
    /// <param name="cancellationToken">Ends the call; steps done before stay done.</param>
    public Task<GuestCreation> CreateAsync(
        string guestMail,
        string ownerDomain,
        Secret password,
        CancellationToken cancellationToken = default
    ) => CreateAsync(guestMail, ownerDomain, password, new GuestCreationOptions(), cancellationToken);

    /// <summary>Makes a guest's account with one calendar in it, granted where it is not yet; see the overload with options.</summary>
    /// <param name="guestMail">The guest's own address.</param>
    /// <param name="owner">The owner's account name, e.g. <c>owner@monasso.org</c>; the guest's account is made in the owner's
    /// domain.</param>
    /// <param name="calendar">The owner's folder, as for <see cref="FolderPath.Parse"/>.</param>
    /// <param name="password">The guest's password; tell it to the guest yourself, the server mails none.</param>
    /// <param name="cancellationToken">Ends the call; steps done before stay done.</param>
    /// <exception cref="ZimbraException">As for the overload with options.</exception>
    /// <exception cref="ArgumentException">Address or path is none, the owner is empty, the password is empty.</exception>
    public Task<GuestCreation> CreateAsync(
        string guestMail,
        string owner,
        string calendar,
        Secret password,
        CancellationToken cancellationToken = default
    )
    {
        GuestAddress mail = GuestAddress.ParseArgument(guestMail);
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        return CreateAsync(
            mail,
            ownerDomain: null,
            password,
            new GuestCreationOptions { Calendars = [new SharedCalendar(owner, calendar)] },
            cancellationToken
        );
    }

    /// <summary>
    /// Makes a guest's account as the server's own sign-up does, and for each calendar named the grant and the mountpoint (urn:zimbraAdmin
    /// CreateAccountRequest, urn:zimbraMail FolderActionRequest and CreateMountpointRequest). It converges: what stands is left alone, a
    /// closed account is opened, a mail in capitals is written small, a missing password is set. Nobody is mailed. After an exception call
    /// again: what was done stays done, the rest follows.
    /// </summary>
    /// <param name="guestMail">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="ownerDomain">The domain of the calendars' owners; an alias of a domain stands for its primary name.</param>
    /// <param name="password">The guest's password. It is set on a new account and on one without, on another only when the options say
    /// so.</param>
    /// <param name="options">Display name, language, calendars.</param>
    /// <param name="cancellationToken">Ends the call; steps done before stay done.</param>
    /// <exception cref="ZimbraGuestCollisionException">The identifier is another's, or the address is an account of the server.</exception>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_DOMAIN</c>, <c>account.NO_SUCH_ACCOUNT</c> (an owner),
    /// <c>mail.NO_SUCH_FOLDER</c> (a calendar), <c>account.INVALID_PASSWORD</c>, <c>service.PERM_DENIED</c> (a sharing policy forbids the
    /// grant), and others.</exception>
    /// <exception cref="ZimbraAuthenticationException">The credentials are not an administrator's, or refused.</exception>
    /// <exception cref="ZimbraConnectionException">No Zimbra was reached.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">A reply was lost, and the server could not be asked what became of the request or
    /// may be at it even now.</exception>
    /// <exception cref="ArgumentException">The address or the domain is none, the password is empty, a calendar belongs to another domain
    /// or is a mountpoint.</exception>
    public Task<GuestCreation> CreateAsync(
        string guestMail,
        string ownerDomain,
        Secret password,
        GuestCreationOptions options,
        CancellationToken cancellationToken = default
    )
    {
        GuestAddress mail = GuestAddress.ParseArgument(guestMail);
        ArgumentNullException.ThrowIfNull(options);
        _ = GuestIdentifier.For(mail, ownerDomain);
        return CreateAsync(mail, ownerDomain, password, options, cancellationToken);
    }

    /// <summary>
    /// Makes many guests' accounts: what <see cref="CreateAsync(string, string, Secret, GuestCreationOptions, CancellationToken)"/> does
    /// for each entry, several side by side, under the server's limit of requests. The results come in the list's order, each as soon as it
    /// and those before it are there; an entry that fails does not stop the others. Entries for the same address are done one after the
    /// other.
    /// </summary>
    /// <param name="guests">The entries, read at once.</param>
    /// <param name="options">How many at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was begun may be done. Doing the same list again is
    /// safe.</param>
    /// <exception cref="ArgumentException">An option is out of range, or an entry is null. Whatever is wrong with a single entry is told in
    /// its outcome.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IAsyncEnumerable<BulkOutcome<GuestCreationRequest, GuestCreation>> CreateAllAsync(
        IEnumerable<GuestCreationRequest> guests,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(guests);
        List<GuestCreationRequest> entries = [.. guests];
        return entries.TrueForAll(entry => entry is { GuestMail: not null, OwnerDomain: not null })
            ? new GuestCreationRun(this, (options ?? new BulkOptions()).Checked().MaxConcurrency).RunAsync(entries, cancellationToken)
            : throw new ArgumentException(
                $"Entry "
                    + $"{entries.FindIndex(entry => entry is not { GuestMail: not null, OwnerDomain: not null })} of the list is null, or "
                    + $"its "
                    + $"address or domain is.",
                nameof(guests)
            );
    }

    /// <summary>The guest's account of that name (urn:zimbraAdmin GetAccountRequest); null when there is none.</summary>
    /// <param name="identifier">What the guest types as user name, e.g. <c>adresse.orange.fr@monasso.org</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public async Task<GuestAccount?> FindAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e) when (e.Code == ZimbraFaultCodes.NoSuchAccount)
        {
            return null;
        }
    }

    /// <summary>
    /// The account of a guest in an owner's domain; null when there is none. An account of that name that belongs to another guest, whose
    /// mail gives the same identifier, is an exception and never the answer.
    /// </summary>
    /// <param name="guestMail">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="ownerDomain">The owner's domain; an alias of it stands for its primary name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraGuestCollisionException">The name is another's.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address or the domain is none.</exception>
    public async Task<GuestAccount?> FindAsync(string guestMail, string ownerDomain, CancellationToken cancellationToken = default)
    {
        GuestAddress mail = GuestAddress.ParseArgument(guestMail);
        _ = GuestIdentifier.For(mail, ownerDomain);
        GuestIdentifier identifier = GuestIdentifier.For(
            mail,
            (await _directory.DomainAsync(ownerDomain, cancellationToken).ConfigureAwait(false)).Name
        );
        return await _directory.FindGuestAsync(mail, identifier, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Guests' accounts as a stream, page by page (urn:zimbraAdmin SearchDirectoryRequest).</summary>
    /// <param name="search">By domain, by mail, by status.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">A condition cannot be used; the message names it.</exception>
    public IAsyncEnumerable<GuestAccount> FindAllAsync(GuestSearch search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        return _directory.SearchAsync(search, cancellationToken);
    }

    /// <summary>
    /// The rules for passwords of new guests of a domain, from its class of service for guests (urn:zimbraAdmin GetDomainRequest and
    /// GetCosRequest).
    /// </summary>
    /// <param name="ownerDomain">The owner's domain.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The domain is none.</exception>
    public Task<PasswordPolicy> GetPasswordPolicyAsync(string ownerDomain, CancellationToken cancellationToken = default) =>
        _directory.PasswordPolicyAsync(GuestIdentifier.ParseDomain(ownerDomain), cancellationToken);

    /// <summary>
    /// Makes a new random password that keeps to the account's rules, and sets it; all sessions of the guest end. Tell it to the guest
    /// yourself.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; the password may be set all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is left alone.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="InvalidOperationException">The server's rules cannot be kept or checked: they contradict each other, want more than
    /// 1,024 characters, or one cannot be read.</exception>
    public async Task<GuestPasswordReset> ResetPasswordAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default)
    {
        GuestAccount account = await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        return await SetPasswordAsync(
                account,
                (await _directory.PasswordPolicyAsync(account, cancellationToken).ConfigureAwait(false)).CreatePassword(),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Sets a guest's password (urn:zimbraAdmin SetPasswordRequest); all sessions of the guest end.</summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="password">The new password. A global administrator's may break the policy, which the result then tells.</param>
    /// <param name="cancellationToken">Ends the call; the password may be set all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is left alone.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The password is empty.</exception>
    public async Task<GuestPasswordReset> ResetPasswordAsync(
        GuestIdentifier identifier,
        Secret password,
        CancellationToken cancellationToken = default
    )
    {
        if (password.IsEmpty)
        {
            throw new ArgumentException("The password is empty: nobody could sign in.", nameof(password));
        }

        GuestAccount account = await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        return await SetPasswordAsync(account, password, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Keeps a guest out for now (status <c>locked</c>, by urn:zimbraAdmin ModifyAccountRequest): everything shared stays shared, and
    /// <see cref="ResumeAsync"/> lets him in again. Not <c>closed</c>, which the daily task would undo.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; the change may be made all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is left alone.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestChange> SuspendAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        SetStatusAsync(identifier, GuestStatus.Locked, cancellationToken);

    /// <summary>
    /// Lets a guest in again whom an administrator, the daily task or too many wrong passwords had shut out (status <c>active</c>).
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; the change may be made all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is left alone.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestChange> ResumeAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        SetStatusAsync(identifier, GuestStatus.Active, cancellationToken);

    /// <summary>
    /// All that a guest can see, across the owners of the server, as a stream: found by the shares that are published in the directory
    /// (<c>zimbraSharedItem</c>, a moment behind), told by the ACLs of the owners' folders (urn:zimbraMail GetFolderRequest on behalf of
    /// each). Grants by mail, to the guest's account, and to groups that list the guest count; shares to the public do not.
    /// </summary>
    /// <param name="guestMail">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address is none.</exception>
    public IAsyncEnumerable<GuestAccess> ListAccessAsync(string guestMail, CancellationToken cancellationToken = default) =>
        new AccessReader(_dispatcher).ReadAsync(GuestAddress.ParseArgument(guestMail), domain: null, cancellationToken);

    /// <summary>All that a guest can see of the owners of one domain; see the overload without.</summary>
    /// <param name="guestMail">The guest's own address.</param>
    /// <param name="ownerDomain">The owners' primary domain.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address or the domain is none.</exception>
    public IAsyncEnumerable<GuestAccess> ListAccessAsync(
        string guestMail,
        string ownerDomain,
        CancellationToken cancellationToken = default
    )
    {
        GuestAddress mail = GuestAddress.ParseArgument(guestMail);
        return new AccessReader(_dispatcher).ReadAsync(mail, GuestIdentifier.For(mail, ownerDomain).Domain, cancellationToken);
    }

    /// <summary>Retires a guest from a domain and leaves the account to the server's daily task; see the overload with options.</summary>
    /// <param name="guestMail">The guest's own address.</param>
    /// <param name="ownerDomain">The owners' domain.</param>
    /// <param name="cancellationToken">Ends the call; what was revoked stays revoked.</param>
    public Task<GuestRetirement> RetireAsync(string guestMail, string ownerDomain, CancellationToken cancellationToken = default) =>
        RetireAsync(guestMail, ownerDomain, new GuestRetirementOptions(), cancellationToken);

    /// <summary>
    /// Takes back all that the owners of a domain share with a guest (urn:zimbraMail FolderActionRequest, each read back), also from a
    /// guest without an account, and then leaves the account to the server's daily task or deletes it. Nobody is mailed. Where a reply was
    /// lost, or a fault leaves open what was done, the folder is read, or the account looked for, before anything is told. Call again after
    /// an exception: it goes on with what is left.
    /// </summary>
    /// <param name="guestMail">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="ownerDomain">The owners' domain; an alias of it stands for its primary name.</param>
    /// <param name="options">Whether to delete the account.</param>
    /// <param name="cancellationToken">Ends the call; what was revoked stays revoked.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>. A refusal for one folder is no exception
    /// but its outcome; a lost reply is one where the grant or the account, looked for afterwards, still stands, and where that cannot be
    /// known.</exception>
    /// <exception cref="ArgumentException">The address or the domain is none.</exception>
    public Task<GuestRetirement> RetireAsync(
        string guestMail,
        string ownerDomain,
        GuestRetirementOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        GuestAddress mail = GuestAddress.ParseArgument(guestMail);
        _ = GuestIdentifier.For(mail, ownerDomain);
        return new GuestRetiring(_dispatcher, _directory).RunAsync(mail, ownerDomain, options.DeleteAccount, cancellationToken);
    }

    /// <summary>
    /// Finds out what is wrong with a guest's account: no password, capitals in its mail, mountpoints missing without which the daily task
    /// closes it. Reads only; but looking into a guest's mailbox for the first time makes the mailbox.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestInspection> InspectAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        new GuestInspector(_dispatcher, _directory).InspectAsync(identifier, cancellationToken);

    /// <summary>Inspects many guests' accounts, as a stream; see <see cref="InspectAsync"/>.</summary>
    /// <param name="search">Which accounts.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public IAsyncEnumerable<GuestInspection> InspectAllAsync(GuestSearch search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);
        return new GuestInspector(_dispatcher, _directory).InspectAllAsync(search, cancellationToken);
    }

    /// <summary>
    /// Mends a guest's account: writes a mail in capitals small, switches features on, opens a closed account with which something is
    /// shared, and makes the missing mountpoints (urn:zimbraAdmin ModifyAccountRequest, urn:zimbraMail CreateMountpointRequest). A missing
    /// password is told, not made up: <see cref="ResetPasswordAsync(GuestIdentifier, CancellationToken)"/>.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; what was mended stays mended.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is left alone.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestRepair> RepairAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        new GuestInspector(_dispatcher, _directory).RepairAsync(identifier, cancellationToken);

    /// <summary>
    /// Identifiers of a domain to which more than one person has a claim: guests whose mails map alike (<c>a.b@c.d</c> and <c>a@b.c.d</c>),
    /// or a guest and a regular account. Guests are those with whom something is shared by mail, and those who have an account.
    /// </summary>
    /// <param name="ownerDomain">The owners' domain; an alias of it stands for its primary name.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The domain is none.</exception>
    public IAsyncEnumerable<GuestCollision> FindCollisionsAsync(string ownerDomain, CancellationToken cancellationToken = default) =>
        new CollisionSearch(_dispatcher, _directory).FindAsync(GuestIdentifier.ParseDomain(ownerDomain), cancellationToken);

    private Task<GuestCreation> CreateAsync(
        GuestAddress mail,
        string? ownerDomain,
        Secret password,
        GuestCreationOptions options,
        CancellationToken cancellationToken
    ) =>
        password.IsEmpty
            ? throw new ArgumentException("The password is empty: nobody could sign in.", nameof(password))
            : new GuestProvisioning(_dispatcher, _directory).RunAsync(mail, ownerDomain, password, options, cancellationToken);

    private async Task<GuestChange> SetStatusAsync(GuestIdentifier identifier, GuestStatus status, CancellationToken cancellationToken)
    {
        GuestAccount account = await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        if (account.Status == status)
        {
            return new GuestChange(account, GuestStep.Unchanged);
        }

        var changes = new Dictionary<string, string> { [GuestAccount.StatusAttribute] = GuestStatusWord.Of(status) };
        return new GuestChange(
            await new AccountChange(_dispatcher, _directory).MakeAsync(account, changes, cancellationToken).ConfigureAwait(false),
            GuestStep.Changed
        );
    }

    private async Task<GuestPasswordReset> SetPasswordAsync(GuestAccount account, Secret password, CancellationToken cancellationToken)
    {
        SetPasswordResponse response = await _dispatcher
            .SendAsync(new SetPasswordRequest(account.Id, password), cancellationToken)
            .ConfigureAwait(false);
        return new GuestPasswordReset(account with { HasPassword = true }, password, response.Message);
    }
}

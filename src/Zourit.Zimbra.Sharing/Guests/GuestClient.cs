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
/// finishes it. The documentation's page <c>docs/cancellation.md</c> lists it for each operation.
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
    /// Makes a guest's account as the server's own sign-up does, with the calendars named: for each the grant, then the account
    /// (urn:zimbraAdmin CreateAccountRequest), then the mountpoints (urn:zimbraMail FolderActionRequest and CreateMountpointRequest). A
    /// policy that forbids the grant is met before any account is made. The call converges: what is as desired stays, a closed account is
    /// opened, a mail in capitals is lower-cased, a missing password is set. Nobody is mailed. After an exception call again: what was done
    /// stays done, the rest follows.
    /// </summary>
    /// <param name="account">Whose account, with which password and calendars.</param>
    /// <param name="cancellationToken">Ends the call; steps done before stay done.</param>
    /// <exception cref="ZimbraGuestAddressException">The address is almost certainly mistyped. Nothing was changed.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The identifier is another's, or the address is an account of the server.</exception>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c> (an owner), <c>mail.NO_SUCH_FOLDER</c> (a calendar),
    /// <c>account.INVALID_PASSWORD</c>, <c>service.PERM_DENIED</c> (a sharing policy forbids the grant), and others. Where a calendar was
    /// shared with the guest by this call before, the message says so.</exception>
    /// <exception cref="ZimbraAuthenticationException">The credentials are not an administrator's, or refused.</exception>
    /// <exception cref="ZimbraConnectionException">No Zimbra was reached.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">A reply was lost, and the server could not be asked what became of the request or
    /// may still be working on it.</exception>
    /// <exception cref="ArgumentException">The address or a path is invalid, the owner or the password is empty, a calendar belongs to
    /// another domain or is a mountpoint.</exception>
    public Task<GuestCreation> CreateAsync(NewGuestAccount account, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(account);
        return new GuestProvisioning(_dispatcher, _directory).RunAsync(account.Checked(), cancellationToken);
    }

    /// <summary>
    /// Makes many guests' accounts: what <see cref="CreateAsync"/> does for each entry, several side by side, under the server's limit of
    /// requests. The results come in the list's order, each as soon as it and those before it are there; an entry that fails does not stop
    /// the others. Entries for the same address are done one after the other.
    /// </summary>
    /// <param name="accounts">The entries, read at once.</param>
    /// <param name="options">How many at once; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work. Leaving the loop does too; what was started may be done. Doing the same list again is
    /// safe.</param>
    /// <exception cref="ArgumentException">An option is out of range, or an entry is null. Whatever is wrong with a single entry is
    /// reported
    /// in its outcome.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IAsyncEnumerable<BulkOutcome<NewGuestAccount, GuestCreation>> CreateAllAsync(
        IEnumerable<NewGuestAccount> accounts,
        BulkOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(accounts);
        List<NewGuestAccount> entries = [.. accounts];
        int missing = entries.FindIndex(entry => entry?.Guest is null || (entry.Owner ?? entry.OwnerDomain) is null);
        return missing < 0
            ? new GuestCreationRun(this, (options ?? new BulkOptions()).Checked()).RunAsync(entries, cancellationToken)
            : throw Argument.Invalid(
                LocalizedText.Format(
                    $"Entry {missing} of the list is null, or its owner or guest is.",
                    $"L'entrée {missing} de la liste est null, ou bien son propriétaire ou son invité."
                ),
                nameof(accounts)
            );
    }

    /// <summary>The guest account of that name (urn:zimbraAdmin GetAccountRequest); null when it does not exist.</summary>
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
    /// The account of a guest in an owner's domain; null when they have none. An account of that name that belongs to another guest, whose
    /// mail gives the same identifier, is an exception and never the answer.
    /// </summary>
    /// <param name="ownerDomain">The owner's domain; an alias of it will do.</param>
    /// <param name="guest">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraGuestCollisionException">The name is another's.</exception>
    /// <exception cref="ZimbraGuestAddressException">A guest's identifier was given in place of their mail.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address or the domain is invalid.</exception>
    public async Task<GuestAccount?> FindByMailAsync(string ownerDomain, string guest, CancellationToken cancellationToken = default)
    {
        string asked = GuestIdentifier.ParseDomain(ownerDomain);
        GuestAddress mail = GuestAddress.ParseArgument(guest);
        string domain = (await _directory.DomainAsync(asked, cancellationToken).ConfigureAwait(false)).Name;
        await _directory.FindInsiderAsync(mail, domain, cancellationToken).ConfigureAwait(false);
        return await _directory.FindGuestAsync(mail, GuestIdentifier.For(mail, domain), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Guests' accounts as a stream, page by page (urn:zimbraAdmin SearchDirectoryRequest).</summary>
    /// <param name="search">By domain, by mail, by status.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">A condition cannot be used; the message names it.</exception>
    public IAsyncEnumerable<GuestAccount> FindAllAsync(GuestSearch search, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(search);
        return _directory.SearchAsync(search, cancellationToken);
    }

    /// <summary>
    /// The rules for passwords of new guests of a domain, from its class of service for guests (urn:zimbraAdmin GetDomainRequest and
    /// GetCosRequest).
    /// </summary>
    /// <param name="ownerDomain">The owner's domain.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The domain is invalid.</exception>
    public Task<PasswordPolicy> GetPasswordPolicyAsync(string ownerDomain, CancellationToken cancellationToken = default) =>
        _directory.PasswordPolicyAsync(GuestIdentifier.ParseDomain(ownerDomain), cancellationToken);

    /// <summary>
    /// Makes a new random password that keeps to the account's rules, and sets it; all sessions of the guest end. Hand it to the guest
    /// yourself.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; the password may be set all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is not touched.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="InvalidOperationException">The server's rules cannot be kept or checked: they contradict each other, want more than
    /// 1,024 characters, or one cannot be read.</exception>
    public async Task<GuestPasswordReset> ResetPasswordAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default)
    {
        GuestAccount account = await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        PasswordPolicy policy = await _directory.PasswordPolicyAsync(account, cancellationToken).ConfigureAwait(false);
        return await SetPasswordAsync(account, policy.CreatePassword(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets a guest's password (urn:zimbraAdmin SetPasswordRequest); all sessions of the guest end.</summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="password">The new password. A global administrator's may break the policy, which the result then says.</param>
    /// <param name="cancellationToken">Ends the call; the password may be set all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is not touched.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The password is empty.</exception>
    public async Task<GuestPasswordReset> SetPasswordAsync(
        GuestIdentifier identifier,
        Secret password,
        CancellationToken cancellationToken = default
    )
    {
        if (password.IsEmpty)
        {
            throw Argument.Invalid(GuestInputTexts.NoPassword, nameof(password));
        }

        GuestAccount account = await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        return await SetPasswordAsync(account, password, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Keeps a guest out for now (status <c>locked</c>, by urn:zimbraAdmin ModifyAccountRequest): everything shared stays shared, and
    /// <see cref="ResumeAsync"/> lets the guest in again. Not <c>closed</c>, which the daily task would undo.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; the change may be made all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is not touched.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestChange> SuspendAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        SetStatusAsync(identifier, GuestStatus.Locked, cancellationToken);

    /// <summary>
    /// Lets a guest in again whom an administrator, the daily task or too many wrong passwords had shut out (status <c>active</c>).
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; the change may be made all the same.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is not touched.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestChange> ResumeAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        SetStatusAsync(identifier, GuestStatus.Active, cancellationToken);

    /// <summary>
    /// All that a guest can see, across the owners of the server or of one domain, as a stream: found by the shares that are published in
    /// the directory (<c>zimbraSharedItem</c>, a moment behind), reported by the ACLs of the owners' folders (urn:zimbraMail
    /// GetFolderRequest
    /// on behalf of each). Grants by mail, to the guest's account, and to groups that list the guest count; shares to the public do not.
    /// </summary>
    /// <param name="guest">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="options">Of which owners; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraGuestAddressException">A guest's identifier was given in place of their mail.</exception>
    /// <exception cref="ZimbraMissingRightException">A right is missing; among them <c>listDistributionList</c>, where owners share with a
    /// group that the search does not see.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address or the domain is invalid.</exception>
    public IAsyncEnumerable<GuestAccess> ListAccessAsync(
        string guest,
        GuestAccessOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        new AccessReader(_dispatcher, _directory).ListAsync(
            GuestAddress.ParseArgument(guest),
            options?.OwnerDomain is { } domain ? GuestIdentifier.ParseDomain(domain, nameof(options)) : null,
            cancellationToken
        );

    /// <summary>
    /// Revokes all that the owners of a domain share with a guest (urn:zimbraMail FolderActionRequest, each read back), also from a guest
    /// without an account, and then leaves the account to the server's daily task or deletes it. The owners are found by the shares that
    /// are published in the directory and by the guest's mountpoints. The account is deleted only when nothing is shared with the guest any
    /// more. Nobody is mailed. Where a reply was lost, or a fault leaves open what was done, the folder is read, or the
    /// account looked for, before anything is reported. Call again after an exception: it goes on with what is left.
    /// </summary>
    /// <param name="ownerDomain">The owners' domain; an alias of it will do.</param>
    /// <param name="guest">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="options">Whether to delete the account; null for not.</param>
    /// <param name="cancellationToken">Ends the call; what was revoked stays revoked.</param>
    /// <exception cref="ZimbraGuestAddressException">A guest's identifier was given in place of their mail.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>. A refusal for one folder is no exception
    /// but its outcome; a lost reply is one where the grant or the account, looked for afterwards, is still there, and where that cannot be
    /// known.</exception>
    /// <exception cref="ArgumentException">The address or the domain is invalid.</exception>
    public Task<GuestRetirement> RetireAsync(
        string ownerDomain,
        string guest,
        GuestRetirementOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        new GuestRetiring(_dispatcher, _directory).RunAsync(
            GuestIdentifier.ParseDomain(ownerDomain),
            GuestAddress.ParseArgument(guest),
            options?.DeleteAccount == true,
            cancellationToken
        );

    /// <summary>
    /// Finds out what is wrong with a guest's account: no password, capitals in its mail, mountpoints missing without which the daily task
    /// closes it. What is shared with the guest is read from the ACLs of the owners' folders. Reads only; but looking into a guest's
    /// mailbox
    /// for the first time makes the mailbox.
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
        Argument.NotNull(search);
        return new GuestInspector(_dispatcher, _directory).InspectAllAsync(search, cancellationToken);
    }

    /// <summary>
    /// Repairs a guest's account: lower-cases a mail in capitals, switches features on, opens a closed account with which something is
    /// shared, and makes the missing mountpoints (urn:zimbraAdmin ModifyAccountRequest, urn:zimbraMail CreateMountpointRequest). A missing
    /// password is reported, not made up: <see cref="ResetPasswordAsync"/>.
    /// </summary>
    /// <param name="identifier">The guest's account.</param>
    /// <param name="cancellationToken">Ends the call; what was repaired stays repaired.</param>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_ACCOUNT</c>: there is no such guest; and others.</exception>
    /// <exception cref="ZimbraGuestCollisionException">The name is a regular account's, which is not touched.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    public Task<GuestRepair> RepairAsync(GuestIdentifier identifier, CancellationToken cancellationToken = default) =>
        new GuestInspector(_dispatcher, _directory).RepairAsync(identifier, cancellationToken);

    /// <summary>
    /// Identifiers of a domain to which more than one person has a claim: guests whose mails map alike (<c>a.b@c.d</c> and <c>a@b.c.d</c>),
    /// or a guest and a regular account. Guests are those with whom something is shared by mail, and those who have an account.
    /// </summary>
    /// <param name="ownerDomain">The owners' domain; an alias of it will do.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The domain is invalid.</exception>
    public IAsyncEnumerable<GuestCollision> FindCollisionsAsync(string ownerDomain, CancellationToken cancellationToken = default) =>
        new CollisionSearch(_dispatcher, _directory).FindAsync(GuestIdentifier.ParseDomain(ownerDomain), cancellationToken);

    private async Task<GuestChange> SetStatusAsync(GuestIdentifier identifier, GuestStatus status, CancellationToken cancellationToken)
    {
        GuestAccount account = await _directory.GuestAsync(identifier, cancellationToken).ConfigureAwait(false);
        if (account.Status == status)
        {
            return new GuestChange { Account = account, Step = GuestStep.Unchanged };
        }

        IReadOnlyDictionary<string, string> changes = GuestAccount.StatusChange(status);
        return new GuestChange
        {
            Account = await new AccountChange(_dispatcher, _directory).MakeAsync(account, changes, cancellationToken).ConfigureAwait(false),
            Step = GuestStep.Changed,
        };
    }

    private async Task<GuestPasswordReset> SetPasswordAsync(GuestAccount account, Secret password, CancellationToken cancellationToken)
    {
        SetPasswordResponse response = await new AccountChange(_dispatcher, _directory)
            .SetPasswordAsync(account, password, cancellationToken)
            .ConfigureAwait(false);
        return new GuestPasswordReset
        {
            Account = account with { HasPassword = true },
            Password = password,
            BrokenRule = response.Message,
        };
    }
}

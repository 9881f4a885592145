using Zourit.Zimbra.Sharing.Sessions;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Guests' accounts (external virtual accounts), for an administrator: a guest can be given a sign-in without ever opening a personal link. Reached through
/// <see cref="ZimbraClient.Guests"/>.
/// </summary>
public sealed class GuestClient
{
    private readonly Exchange _exchange;

    internal GuestClient(Exchange exchange) => _exchange = exchange;

    /// <summary>Makes a guest's account with default settings; see the overload with options. It names no calendar, so the result warns that the account has no mountpoint.</summary>
    /// <param name="guestMail">The guest's own address.</param>
    /// <param name="ownerDomain">The domain of the calendars' owners.</param>
    /// <param name="password">The guest's password; tell it to the guest yourself, the server mails none.</param>
    /// <param name="cancellationToken">Ends the call; steps done before stay done.</param>
    public Task<GuestCreation> CreateAsync(string guestMail, string ownerDomain, Secret password, CancellationToken cancellationToken = default) =>
        CreateAsync(guestMail, ownerDomain, password, new GuestCreationOptions(), cancellationToken);

    /// <summary>
    /// Makes a guest's account as the server's own sign-up does, and for each calendar named the grant and the mountpoint (urn:zimbraAdmin CreateAccountRequest,
    /// urn:zimbraMail FolderActionRequest and CreateMountpointRequest). It converges: what stands is left alone, a closed account is opened, a mail in capitals is written
    /// small, a missing password is set. Nobody is mailed. After an exception call again: what was done stays done, the rest follows.
    /// </summary>
    /// <param name="guestMail">The guest's own address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="ownerDomain">The domain of the calendars' owners; an alias of a domain stands for its primary name.</param>
    /// <param name="password">The guest's password. It is set on a new account and on one without, on another only when the options say so.</param>
    /// <param name="options">Display name, language, calendars.</param>
    /// <param name="cancellationToken">Ends the call; steps done before stay done.</param>
    /// <exception cref="ZimbraGuestCollisionException">The identifier is another's, or the address is an account of the server.</exception>
    /// <exception cref="ZimbraFaultException"><c>account.NO_SUCH_DOMAIN</c>, <c>account.NO_SUCH_ACCOUNT</c> (an owner), <c>mail.NO_SUCH_FOLDER</c> (a calendar),
    /// <c>account.INVALID_PASSWORD</c>, <c>service.PERM_DENIED</c> (a sharing policy forbids the grant), and others.</exception>
    /// <exception cref="ZimbraAuthenticationException">The credentials are not an administrator's, or refused.</exception>
    /// <exception cref="ZimbraConnectionException">No Zimbra was reached.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">A reply was lost and the server could not be asked what became of the request.</exception>
    /// <exception cref="ArgumentException">The address or the domain is none, the password is empty, a calendar belongs to another domain or is a mountpoint.</exception>
    public Task<GuestCreation> CreateAsync(
        string guestMail, string ownerDomain, Secret password, GuestCreationOptions options, CancellationToken cancellationToken = default)
    {
        GuestAddress mail = GuestAddress.Parse(guestMail);
        ArgumentNullException.ThrowIfNull(options);
        _ = GuestIdentifier.For(mail, ownerDomain);
        return password.IsEmpty
            ? throw new ArgumentException("The password is empty: nobody could sign in.", nameof(password))
            : new GuestProvisioning(_exchange).RunAsync(mail, ownerDomain, password, options, cancellationToken);
    }
}

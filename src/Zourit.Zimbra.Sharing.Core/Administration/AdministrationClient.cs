using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>
/// What an administrator may do, and what the directory publishes of shares. Reached through <c>ZimbraClient.Administration</c>.
/// </summary>
public sealed class AdministrationClient
{
    private readonly RequestDispatcher _dispatcher;

    internal AdministrationClient(RequestDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <summary>
    /// The shares that the owners of a domain have published in the directory, owner by owner (<c>zimbraSharedItem</c>, by urn:zimbraAdmin
    /// SearchDirectoryRequest): one request tells the shares of many owners without opening a mailbox. A page is asked for when it is
    /// reached.
    /// </summary>
    /// <remarks>
    /// <para>The directory follows the mailboxes within moments, and knows less. It cannot tell: whether a grant has a password or an
    /// access key; whether an end is the grant's own or the folder's; in which letter case a guest was typed; that a subfolder inherits a
    /// share; that a folder above was renamed (the path is then the old one); whether the guest has an account; whether a name is still
    /// that
    /// of the grantee. Expired grants stay for about a minute, and an administrator can write anything into the attribute.</para>
    /// <para>So an equal value means that nothing is to be done; before anything is changed, read the folder itself. An owner who is not
    /// listed may share all the same: what was granted a moment ago is not there yet, and one value of more than 1,024 characters, which a
    /// deep path gives, keeps the shares of all owners of its mail server from being published until it is revoked. Whoever stops sharing
    /// while the pages are read moves the others forward: one of them may then be passed over.</para>
    /// <para>Needs <c>listAccount</c> and <c>get.account.zimbraSharedItem</c> on the domain. Without the second, owners come with
    /// <see cref="OwnerShares.IsHidden"/>.</para>
    /// </remarks>
    /// <param name="ownerDomain">The owners' domain; an alias of it will do.</param>
    /// <param name="options">With whom, and the size of a page; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraMissingRightException">The search sees no account of the domain: <c>listAccount</c> is missing, or was
    /// granted less than 50 seconds ago. Otherwise an empty answer would pass for the truth.</exception>
    /// <exception cref="ZimbraException">As for <c>ZimbraClient.SendAsync</c>;
    /// <c>account.NO_SUCH_DOMAIN</c>.</exception>
    /// <exception cref="ArgumentException">The domain or an option is invalid; the message names it.</exception>
    public IAsyncEnumerable<OwnerShares> ListPublishedSharesAsync(
        string ownerDomain,
        PublishedShareOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        PublishedShareOptions chosen = options ?? new PublishedShareOptions();
        return chosen.PageSize is < 1 or > 1000
            ? throw Argument.Invalid(
                InvalidOption.Range(nameof(PublishedShareOptions.PageSize), "from 1 to 1,000", "de 1 à 1 000"),
                nameof(options)
            )
            : new PublishedShareReader(_dispatcher).ReadAsync(
                GuestIdentifier.ParseDomain(ownerDomain),
                chosen.Guest is { } guest ? GuestAddress.ParseArgument(guest, nameof(options)) : null,
                chosen.PageSize,
                cancellationToken
            );
    }

    /// <summary>
    /// Which rights a delegated administrator has on a domain, for each operation of the library that needs some, and what grants those
    /// that are missing (urn:zimbraAdmin GetEffectiveRightsRequest). Run it once when a pipeline is set up; nothing is changed.
    /// </summary>
    /// <param name="domain">The owners' domain; an alias of it will do.</param>
    /// <param name="options">Whose rights; null for the client's own administrator's.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraMissingRightException">The administrator may not ask for its own rights: <c>checkRightUsr</c> on its own
    /// account is missing.</exception>
    /// <exception cref="ZimbraException">As for <c>ZimbraClient.SendAsync</c>;
    /// <c>account.NO_SUCH_DOMAIN</c>, <c>account.NO_SUCH_ACCOUNT</c>.</exception>
    /// <exception cref="ArgumentException">The domain is invalid, or none of its accounts is known to ask about: name one in
    /// <see cref="AdministratorCheckOptions.Account"/>.</exception>
    public Task<AdministratorCheck> CheckAdministratorAsync(
        string domain,
        AdministratorCheckOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        new AdministratorCheckRun(_dispatcher).RunAsync(
            GuestIdentifier.ParseDomain(domain),
            options ?? new AdministratorCheckOptions(),
            cancellationToken
        );
}

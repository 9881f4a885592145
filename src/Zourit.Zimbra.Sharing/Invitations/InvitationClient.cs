using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// The guest's side of a share: accepting a personal link, which needs no credentials (<see cref="ZimbraCredentials.Anonymous"/> will do);
/// and finding the links that went out, as the owner. Reached through <see cref="ZimbraClient.Invitations"/>.
/// </summary>
/// <remarks>
/// A cancelled call ends at once with the caller's token. Of what it does, the server then holds nothing, a part, or all; calling again
/// finishes it. The documentation's page <c>docs/cancellation.md</c> lists it for each operation.
/// </remarks>
public sealed class InvitationClient
{
    private readonly RequestDispatcher _dispatcher;

    internal InvitationClient(RequestDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <summary>
    /// Accepts an invitation as the guest does in a browser: opens the personal link, and where the guest has no account yet, posts display
    /// name and password to the sign-up form (<c>/service/extuserprov/</c>). Calling it again is safe: the second time it finds the
    /// account.
    /// </summary>
    /// <param name="link">The link from the share mail. It is opened at the address it names; where that is plain http on the host of this
    /// client's https server, at the client's server.</param>
    /// <param name="displayName">The guest's name as owners see it.</param>
    /// <param name="password">The password for the account to be made. Where one exists whose name another guest's mail gives too, it is
    /// tried once, to find out whose it is; else it is not used then.</param>
    /// <param name="options">How long to wait for a share that was just made; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; a sign-up that was sent may still be carried out.</param>
    /// <exception cref="ZimbraInvitationException">The server refused: link ended or altered, nothing shared, password against the policy.
    /// Nothing was made.</exception>
    /// <exception cref="ZimbraConnectionException">No sign-up page was reached.</exception>
    /// <exception cref="ZimbraProtocolException">What answers at the link's address is not Zimbra's sign-up page.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply to the sign-up was lost, and the server could not be asked what became of
    /// it or may be at it even now.</exception>
    /// <exception cref="ArgumentException">A text is empty or holds a character that Zimbra cannot keep, or the link is plain http to
    /// another machine, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<AcceptedInvitation> AcceptAsync(
        PersonalLink link,
        string displayName,
        Secret password,
        AcceptOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(link);
        options ??= new AcceptOptions();
        Argument.NotBlank(displayName);
        if (password.IsEmpty)
        {
            throw Argument.Invalid(
                new LocalizedText("The password is empty: the server refuses it.", "Le mot de passe est vide : le serveur le refuse."),
                nameof(password)
            );
        }

        RequireText(displayName, nameof(displayName));
        RequireText(password.Reveal(), nameof(password));
        if (options.PublicationWait < TimeSpan.Zero || options.PublicationWait > TimeSpan.FromMinutes(10))
        {
            throw Argument.Invalid(
                InvalidOption.Range(nameof(AcceptOptions.PublicationWait), "from 0 to 10 minutes", "de 0 à 10 minutes"),
                nameof(options)
            );
        }

        Uri address = LinkAddress.Of(link, _dispatcher.Connection);
        return new Acceptance(_dispatcher.Connection, link, address, displayName.Trim(), password).RunAsync(
            options.PublicationWait,
            cancellationToken
        );
    }

    /// <summary>
    /// Makes a guest's personal link without any mail, so that an association can send its own: the very link that the server would mail,
    /// signed with the server's provisioning key (urn:zimbraAdmin GetConfigRequest; docs/protocol.md §5.4). For an administrator who may
    /// read
    /// that key, acting for the owner: <c>admin.Mailbox("owner@monasso.org").Invitations.ComputeLinkAsync(calendar,
    /// "adresse@orange.fr")</c>.
    /// </summary>
    /// <param name="calendar">The owner's folder; it must be shared with the guest already.</param>
    /// <param name="guest">The guest's address, as for <see cref="GuestAddress.Parse"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The link. It ends when the domain's <c>zimbraExternalShareInvitationUrlExpiration</c> says so, counted from now.</returns>
    /// <exception cref="ZimbraAuthenticationException">The credentials are not an administrator's.</exception>
    /// <exception cref="ZimbraMissingRightException">The key is not shown to this administrator.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address is invalid, or the calendar is a mountpoint.</exception>
    /// <exception cref="ZimbraShareNotFoundException">The calendar is not shared with the guest.</exception>
    public Task<PersonalLink> ComputeLinkAsync(FolderPath calendar, string guest, CancellationToken cancellationToken = default) =>
        new LinkComputation(_dispatcher).RunAsync(GuestAddress.ParseArgument(guest), calendar, cancellationToken);

    /// <summary>
    /// Finds the newest personal link that was mailed to a guest, in the owner's Sent folder (urn:zimbraMail SearchRequest and
    /// GetMsgRequest; docs/protocol.md §9.7). Null when none is found, which does not prove that no mail was sent: the owner
    /// may have deleted it.
    /// </summary>
    /// <param name="search">For whom, which folder, since when.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraFaultException"><c>mail.NO_SUCH_FOLDER</c>: the owner has no such calendar.</exception>
    /// <exception cref="ZimbraException">As for <see cref="ZimbraClient.SendAsync{TResponse}"/>.</exception>
    /// <exception cref="ArgumentException">The address is invalid.</exception>
    public async Task<SentInvitation?> FindAsync(InvitationSearch search, CancellationToken cancellationToken = default)
    {
        await foreach (SentInvitation invitation in FindAllAsync(search, cancellationToken).ConfigureAwait(false))
        {
            return invitation;
        }

        return null;
    }

    /// <summary>
    /// All personal links in the owner's Sent folder that answer a search, the newest first. Mails are read as the stream goes.
    /// </summary>
    /// <param name="search">For whom, which folder, since when.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="FindAsync"/>.</exception>
    /// <exception cref="ArgumentException">The address is invalid.</exception>
    public async IAsyncEnumerable<SentInvitation> FindAllAsync(
        InvitationSearch search,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(search);
        await foreach (SentInvitation invitation in new SentMail(_dispatcher).FindAsync(search, cancellationToken).ConfigureAwait(false))
        {
            yield return invitation;
        }
    }

    // A form would post half a surrogate pair as another character: the password would not be the one given. What SOAP cannot carry could
    // not be typed at a login either.
    private static void RequireText(string text, string parameter)
    {
        if (XmlText.Problem(text) is { } problem)
        {
            throw Argument.Invalid(LocalizedText.Format($"'{parameter}' {problem}", $"« {parameter} » {problem}"), parameter);
        }
    }
}

using Zourit.Zimbra.Sharing.Administration;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Feeds;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// A Zimbra server, seen by one account. Thread-safe; make one and keep it. Logging in happens at the first request.
/// </summary>
/// <remarks>
/// A cancelled call ends at once with the caller's token. Of what it does, the server then holds nothing, a part, or all; calling again
/// finishes it. The documentation's page <c>docs/cancellation.md</c> tells it for each operation.
/// </remarks>
public sealed class ZimbraClient : IAsyncDisposable, IDisposable
{
    private readonly RequestDispatcher _dispatcher;
    private readonly ZimbraCredentials _credentials;

    /// <summary>Makes a client.</summary>
    /// <param name="server">The server's address, e.g. <c>https://mail1.example.net</c>; only scheme, host and port count.</param>
    /// <param name="credentials">Who asks.</param>
    /// <param name="options">Settings; null for the defaults. They are read now; later changes have no effect.</param>
    /// <exception cref="ArgumentException">The address or a setting cannot be used; the message names it and the remedy.</exception>
    public ZimbraClient(Uri server, ZimbraCredentials credentials, ZimbraClientOptions? options = null)
        : this(Connect(server, credentials, options ?? new ZimbraClientOptions()), credentials) { }

    internal ZimbraClient(Connection connection, ZimbraCredentials credentials)
    {
        Session? session = credentials.CreateLogin(connection) is { } login ? new Session(login, connection.Options) : null;
        _dispatcher = new RequestDispatcher(
            connection,
            credentials.IsAdmin ? null : session,
            credentials.IsAdmin ? session : null,
            onBehalfOf: null
        );
        _credentials = credentials;
    }

    /// <summary>What an administrator may do, and what the directory publishes; needs administrator's credentials.</summary>
    public AdministrationClient Administration => field ??= new AdministrationClient(_dispatcher);

    /// <summary>Guests' accounts; needs administrator's credentials.</summary>
    public GuestClient Guests => field ??= new GuestClient(_dispatcher);

    /// <summary>Invitations: the guest's side of a share, and the personal links that went out.</summary>
    public InvitationClient Invitations => field ??= new InvitationClient(_dispatcher);

    /// <summary>The server's address.</summary>
    public Uri Server => _dispatcher.Connection.Server;

    /// <summary>Reads shared calendars by their ICS address, as anybody or as a guest; the client's own login is not used.</summary>
    public FeedClient Feeds => field ??= new FeedClient(_dispatcher);

    /// <summary>Shares calendars, takes shares back, lists them.</summary>
    public CalendarClient Calendars => field ??= new CalendarClient(_dispatcher);

    internal RequestDispatcher Dispatcher => _dispatcher;

    /// <summary>
    /// Sends one typed request, and nothing else but a login where one is needed, and gives its typed response. After a lost reply the
    /// request is repeated only where that cannot do anything twice: reads, and changes that lead to the same state. A fault that then says
    /// "already so" (<c>mail.GRANT_EXISTS</c>, <c>account.NO_SUCH_ACCOUNT</c> for a deletion) counts as done, in a batch too. Whatever else
    /// was lost is a <see cref="ZimbraOutcomeUnknownException"/>; the calls of the sub-clients look at the server's state themselves.
    /// </summary>
    /// <param name="request">The request, e.g. a <see cref="BatchRequest"/>.</param>
    /// <param name="cancellationToken">Ends the call at once, also while the reply is coming in. A request that was sent may still be
    /// carried out.</param>
    /// <exception cref="ZimbraFaultException">The server said no.</exception>
    /// <exception cref="ZimbraAuthenticationException">The login was refused, or the request needs an administrator.</exception>
    /// <exception cref="ZimbraConnectionException">No Zimbra was reached; nothing was changed.</exception>
    /// <exception cref="ZimbraOutcomeUnknownException">The reply was lost; the request may have been carried out. The message says where to
    /// look.</exception>
    /// <exception cref="ZimbraProtocolException">The reply is not Zimbra's.</exception>
    /// <exception cref="ArgumentException">A text in the request holds a character that XML cannot carry; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was closed before.</exception>
    public Task<TResponse> SendAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken = default)
        where TResponse : class => _dispatcher.SendRawAsync(request, cancellationToken);

    /// <summary>
    /// Asks the server who the client is to it (urn:zimbraAccount GetInfoRequest without sections): one cheap request, for health checks.
    /// After a refused login it tries no password again, however often it is called and however long ago that was, since failed logins lead
    /// to lock-out: it repeats the refusal until another call has logged in.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ZimbraAuthenticationException">The login was refused, now or before; or the client is anonymous.</exception>
    /// <exception cref="ZimbraException">As for <see cref="SendAsync{TResponse}"/>.</exception>
    public async Task<ZimbraPing> PingAsync(CancellationToken cancellationToken = default)
    {
        _dispatcher.ThrowIfLoginRefused();
        GetInfoResponse info = await _dispatcher.SendAsync(GetInfoRequest.Bare, cancellationToken).ConfigureAwait(false);
        return new ZimbraPing
        {
            Account = info.Name,
            Version = info.Version,
            ClockDifference = _dispatcher.Connection.ClockDifference,
        };
    }

    /// <summary>Finds entries of the directory through all pages (urn:zimbraAdmin SearchDirectoryRequest); needs an administrator. A page
    /// is asked for when it is reached. An administrator without the right to list what is searched (<c>listAccount</c> and others) finds
    /// nothing, without a fault.</summary>
    /// <param name="request">What to find; its <see cref="SearchDirectoryRequest.Limit"/> is the size of a page, its offset where to
    /// start.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ZimbraException">As for <see cref="SendAsync{TResponse}"/>.</exception>
    public IAsyncEnumerable<DirectoryEntry> SearchDirectoryAsync(
        SearchDirectoryRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Argument.NotNull(request);
        return _dispatcher.SearchDirectoryAsync(request, cancellationToken);
    }

    /// <summary>
    /// The mailbox of another account. With administrator's credentials it is seen with a delegated token of that account (urn:zimbraAdmin
    /// DelegateAuthRequest), which is kept and used by everything that this client does for the account, for the 256 accounts that were
    /// used last; with a user's credentials requests name the account in the header (<c>context account</c>) and succeed as far as that
    /// account has granted rights. Nothing is sent before the first request.
    /// </summary>
    /// <param name="account">The account's name, e.g. <c>owner@monasso.org</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="account"/> is empty.</exception>
    public ZimbraMailbox Mailbox(string account)
    {
        Argument.NotBlank(account);
        return new ZimbraMailbox(_dispatcher.ForAccount(account.Trim()), account.Trim());
    }

    /// <summary>Closes the connections. Calls that run end with an <see cref="ObjectDisposedException"/> or as their broken request
    /// does; so do later ones, those of a <see cref="ZimbraMailbox"/> too.</summary>
    public ValueTask DisposeAsync() => _dispatcher.Connection.DisposeAsync();

    /// <summary>Closes the connections, as <see cref="DisposeAsync"/> does; for containers that are disposed of synchronously.</summary>
    public void Dispose() => _dispatcher.Connection.Dispose();

    /// <summary>The server and who asks, without secrets.</summary>
    public override string ToString() => $"{Server} ({_credentials})";

    /// <summary>
    /// Opens the way to a server: the one place where options are copied and validated.
    /// </summary>
    /// <param name="server">The server's address.</param>
    /// <param name="options">The options; changes made later have no effect.</param>
    /// <param name="handlers">Makes the HTTP handlers from the copied options; null for the library's own.</param>
    internal static Connection Connect(Uri server, ZimbraClientOptions options, Func<ConnectionSettings, HttpMessageHandler>? handlers)
    {
        Argument.NotNull(server);
        Argument.NotNull(options);
        ConnectionSettings settings = options.ToSettings();
        if (ServerAddress.Problem(server, settings.AllowInsecureHttp) is { } problem)
        {
            string given = Quoted.Of(server.OriginalString);
            throw Argument.Invalid(
                LocalizedText.Format($"'{given}' cannot be used: {problem}", $"« {given} » ne peut être utilisé : {problem}"),
                nameof(server)
            );
        }

        if (handlers is not null)
        {
            return new Connection(server, settings, handlers(settings));
        }

        HttpMessageHandler own = PrimaryHandler.Harden(PrimaryHandler.Create(settings.ConfigureHttp), settings.Roots);
        return new Connection(server, settings, own, own);
    }

    private static Connection Connect(Uri server, ZimbraCredentials credentials, ZimbraClientOptions options)
    {
        Argument.NotNull(server);
        Argument.NotNull(credentials);
        return Connect(server, options, handlers: null);
    }
}

using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Transport;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>What all clients of one server share: the two SOAP addresses, the HTTP handler, the settings and the pipeline.</summary>
internal sealed class Connection : ILoginSender, IAsyncDisposable, IDisposable
{
    // A turn that came before a login is over: whoever waited for the same login would send all at once after it.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(50);

    private readonly SoapChannel _user;
    private readonly SoapChannel _admin;
    private readonly IDisposable? _owned;
    private readonly ServerEndpoint _userCalls;
    private readonly ServerEndpoint _adminCalls;
    private readonly EndpointCache _others;
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _disposed;

    public Connection(Uri server, ConnectionSettings options, HttpMessageHandler handler, IDisposable? owned = null)
    {
        // A path or a query says nothing here, and may hold what was pasted.
        Server = new Uri(server.GetLeftPart(UriPartial.Authority));
        Options = options;
        MailOutage = new MailOutage(options.TimeProvider);
        _owned = owned;
        var limits = new WireLimits(options.MaxReplyBytes, options.MaxReplyDepth);
        var http = new ConnectTimeoutHandler(handler);
        _user = new SoapChannel(ServerAddress.UserSoap(server), http, limits, options.TimeProvider);
        _admin = new SoapChannel(ServerAddress.AdminSoap(server, options.AdminUri), http, limits, options.TimeProvider);
        Http = new HttpClient(http, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _userCalls = ServerEndpoint.To(server, options, Logger, _closing.Token);
        _adminCalls = IsAt(_admin.Address, server) ? _userCalls : Elsewhere(_admin.Address);
        _others = new EndpointCache(Elsewhere);
    }

    public Uri Server { get; }

    public ConnectionSettings Options { get; }

    public ILogger Logger => Options.Logger;

    /// <summary>Whose turn it is, among this client's callers, to do what must not be done twice at once.</summary>
    public KeyedLock KeyedLock { get; } = new();

    /// <summary>Whether the server does not try its mail transport just now.</summary>
    public MailOutage MailOutage { get; }

    /// <summary>How far the server's clock was ahead of this machine's at the last answer of the user service; null where that is not
    /// known.</summary>
    public TimeSpan? ClockDifference => _user.ClockDifference;

    /// <summary>The calls to the user service, or to the admin service, which may fail by itself.</summary>
    public ServerEndpoint CallsOf(ZimbraOperation operation) => operation.IsAdmin ? _adminCalls : _userCalls;

    /// <summary>The calls to the server at an address. A feed may lie on another host, whose failures are not this server's.</summary>
    public ServerEndpoint CallsTo(Uri address) => IsAt(address, Server) ? _userCalls : _others.At(address);

    TimeProvider ILoginSender.Time => Options.TimeProvider;

    Task<AuthResponse> ILoginSender.SendAsync(AuthRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, session: null, onBehalfOf: null, cancellationToken);

    Task<AdminAuthResponse> ILoginSender.SendAsync(AdminAuthRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, session: null, onBehalfOf: null, cancellationToken);

    Task<DelegateAuthResponse> ILoginSender.SendAsync(DelegateAuthRequest request, Session admin, CancellationToken cancellationToken) =>
        SendAsync(request, admin, onBehalfOf: null, cancellationToken);

    /// <summary>For what is not SOAP: feeds and the sign-up pages. Follows no redirect, keeps no cookie.</summary>
    public HttpClient Http { get; }

    /// <summary>
    /// Sends one request: without a session once and without a token; with a session by its token, and once more with a new one when the
    /// server does not accept it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="session">Whose token it carries; null for none.</param>
    /// <param name="onBehalfOf">The account in the header.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <param name="hasTurn">Whether the rate of requests was waited for just now.</param>
    /// <exception cref="ObjectDisposedException">The client was closed before.</exception>
    public async Task<TResponse> SendAsync<TResponse>(
        ZimbraRequest<TResponse> request,
        Session? session,
        string? onBehalfOf,
        CancellationToken cancellationToken,
        bool hasTurn = false
    )
        where TResponse : class
    {
        ZimbraOperation operation = request.Operation;
        ServerEndpoint calls = CallsOf(operation);
        for (bool renewed = false; ; renewed = true)
        {
            if (_disposed)
            {
                throw new ObjectDisposedException("Zourit.Zimbra.Sharing.ZimbraClient", "The client was closed: make another.");
            }

            long started = Options.TimeProvider.GetTimestamp();
            SessionToken? token = session is null
                ? null
                : session.Ready ?? await TokenForAsync(request, calls, session, cancellationToken).ConfigureAwait(false);
            if (!hasTurn || Options.TimeProvider.GetElapsedTime(started) > LongestTurn)
            {
                await calls.WaitAsync(operation.Name, cancellationToken).ConfigureAwait(false);
            }

            hasTurn = false;
            started = Options.TimeProvider.GetTimestamp();
            ZimbraFaultException refusal;
            try
            {
                TResponse response = await (operation.IsAdmin ? _admin : _user)
                    .SendAsync(
                        request,
                        new ContextHeader(Options.UserAgent, PackageVersion.Text, token?.Value, onBehalfOf, request.UnlessChangedSince),
                        operation.Repeat == RetrySafety.Safe,
                        request.ReadResponse,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                LogAnswer(operation.Name, response, Milliseconds(started));
                if (session is null || request.TokenRefusal(response) is not { } fault)
                {
                    return response;
                }

                refusal = new ZimbraFaultException(fault, operation.Name);
            }
            catch (ZimbraFaultException e)
            {
                Logger.Refused(operation.Name, e.Code, e.Fault.TraceId, Milliseconds(started));
                if (session is null || e.Code is not (ZimbraFaultCodes.AuthExpired or ZimbraFaultCodes.AuthRequired))
                {
                    throw;
                }

                // Raised while the context is built, before any handler ran (docs/protocol.md §1.5): nothing was done.
                refusal = e;
            }
            catch (ZimbraException e)
            {
                Logger.Failed(operation.Name, e.GetType().Name, Milliseconds(started));
                throw;
            }

            session.Forget(token!);
            if (renewed || !session.CanRenew)
            {
                throw TokenRejected(request, renewed, refusal);
            }

            Logger.LoggingInAgain(operation.Name);
            calls.Telemetry.LogsInAgain(operation.Name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _closing.CancelAsync().ConfigureAwait(false);
        Close();
    }

    public void Dispose()
    {
        _disposed = true;
        _closing.Cancel();
        Close();
    }

    private ServerEndpoint Elsewhere(Uri address) =>
        string.Equals(address.Host, Server.Host, StringComparison.OrdinalIgnoreCase)
            ? _userCalls.Beside(address)
            : ServerEndpoint.To(address, Options, Logger, _closing.Token);

    private void Close()
    {
        foreach (ServerEndpoint calls in _others.All.Append(_userCalls).Append(_adminCalls))
        {
            calls.Telemetry.Forget();
        }

        _user.Dispose();
        _admin.Dispose();
        Http.Dispose();
        _owned?.Dispose();
    }

    private static bool IsAt(Uri address, Uri server) =>
        string.Equals(address.Authority, server.Authority, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<SessionToken> TokenForAsync(
        ZimbraRequest request,
        ServerEndpoint calls,
        Session session,
        CancellationToken cancellationToken
    )
    {
        ServerEndpoint at = session.AsksAdmin ? _adminCalls : _userCalls;
        try
        {
            return at == calls
                ? await session.GetTokenAsync(cancellationToken).ConfigureAwait(false)
                : await at.Pipeline.Breaker.RunAsync(session.GetTokenAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new NotSentException($"{request.OperationName} was cancelled while logging in.", e, cancellationToken);
        }
        catch (ZimbraException e) when (at != calls)
        {
            e.FailedAt ??= at.Telemetry.Authority;
            throw;
        }
    }

    private void LogAnswer<TResponse>(string operation, TResponse response, double milliseconds)
    {
        Logger.Answered(operation, milliseconds);
        if (response is BatchResponse batch)
        {
            foreach (BatchOutcome outcome in batch.Outcomes)
            {
                if (outcome.Fault is { } fault && !outcome.Request.IsAnswer(fault))
                {
                    Logger.Refused(outcome.Request.OperationName, fault.Code, fault.TraceId, milliseconds);
                }
            }
        }
    }

    private double Milliseconds(long started) => Options.TimeProvider.GetElapsedTime(started).TotalMilliseconds;

    private static ZimbraAuthenticationException TokenRejected(ZimbraRequest request, bool renewed, ZimbraFaultException cause) =>
        new(AuthenticationFailure.TokenRejected, LoginRefusalTexts.TokenRejected(request.OperationName, renewed, cause.Code), cause)
        {
            Operation = request.OperationName,
        };
}

using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>The way every typed request takes: pipeline, then the session that fits the request, then the wire.</summary>
internal sealed class RequestDispatcher(Connection connection, Session? user, Session? admin, string? onBehalfOf)
{
    private const int MostAccounts = 256;

    private readonly RecentCache<RequestDispatcher> _accounts = new(MostAccounts);

    public Connection Connection { get; } = connection;

    public Session? Admin { get; } = admin;

    /// <summary>Whether the client has credentials at all.</summary>
    public bool HasLogin => user is not null || Admin is not null;

    /// <summary>
    /// The account named in the header; null for the own one (a delegated token's is its own), and so wherever there is an administrator.
    /// </summary>
    public string? OnBehalfOf { get; } = onBehalfOf;

    /// <summary>The account that an administrator acts for with a delegated token; null for none.</summary>
    public string? ActsFor { get; private init; }

    /// <summary>
    /// The same server, seen by another account: with that account's delegated token where an administrator asks, else by the header's
    /// <c>account</c>. Those of the accounts that were used last are kept, with their sessions.
    /// </summary>
    public RequestDispatcher ForAccount(string account) => _accounts.At(account, () => MakeFor(account));

    /// <summary>What the server reported of the account in use.</summary>
    public InfoCache Info { get; } = new(connection.Options.TimeProvider);

    private RequestDispatcher MakeFor(string account) =>
        Admin is { } administrator
            ? new RequestDispatcher(
                Connection,
                new Session(new DelegatedLogin(Connection, administrator, account), Connection.Options),
                administrator,
                onBehalfOf: null
            )
            {
                ActsFor = account,
            }
            : new RequestDispatcher(Connection, user, admin: null, account);

    /// <inheritdoc cref="Session.ThrowIfRefused"/>
    public void ThrowIfLoginRefused() => (user ?? Admin)?.ThrowIfRefused();

    /// <summary>Sends a caller's own request; where its outcome is not known, the exception says where to look.</summary>
    public async Task<TResponse> SendRawAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        Argument.NotNull(request);
        try
        {
            return await SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraOutcomeUnknownException e) when (request.WhereToLook is { } where)
        {
            throw e.With(where);
        }
    }

    public Task<TResponse> SendAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        Task<TResponse> call = RunAsync(request, cancellationToken);
        return request.Operation.IsAdmin ? NameMissingRightAsync(request, call)
            : ActsFor is { } account ? ExplainAsync(account, call, cancellationToken)
            : call;
    }

    private async Task<TResponse> RunAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        CallResult result = await Connection
            .CallsOf(request.Operation)
            .Pipeline.RunAsync(
                request.OperationName,
                request.Operation.Repeat,
                static (call, afterLoss, token) => call.self.AttemptAsync(call.request, afterLoss, token),
                (self: this, request),
                cancellationToken
            )
            .ConfigureAwait(false);
        return (TResponse)result.Value;
    }

    private async Task<TResponse> NameMissingRightAsync<TResponse>(ZimbraRequest request, Task<TResponse> call)
    {
        try
        {
            TResponse response = await call.ConfigureAwait(false);
            (response as BatchResponse)?.AskedBy(Admin?.Administrator);
            return response;
        }
        catch (ZimbraFaultException e) when (MissingRights.Explain(request, e, Admin?.Administrator) is { } missing)
        {
            throw missing;
        }
    }

    private async Task<TResponse> ExplainAsync<TResponse>(string account, Task<TResponse> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (ZimbraAuthenticationException e)
            when (e.Failure == AuthenticationFailure.TokenRejected && e.Operation != DelegatedLogin.Operation)
        {
            throw await new MaintenanceCheck(this).ExplainAsync(account, e, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a change that must not be made twice, at the service that knows the request.</summary>
    public VerifyThenRetry Verify(ZimbraRequest request) => Connection.CallsOf(request.Operation).Verify;

    /// <summary>Sends a request once. After a lost reply an answer that says "already so" is success.</summary>
    private async ValueTask<CallResult> AttemptAsync<TResponse>(
        ZimbraRequest<TResponse> request,
        bool afterLoss,
        CancellationToken cancellationToken
    )
        where TResponse : class
    {
        try
        {
            TResponse response = await AskAsync(request, cancellationToken).ConfigureAwait(false);
            (TResponse judged, IReadOnlyList<ZimbraFault>? refusals) = request.Judge(response, afterLoss);
            return new CallResult(judged, refusals);
        }
        catch (ZimbraFaultException e) when (afterLoss && request.AlreadyDone(e.Fault) is { } done)
        {
            return new CallResult(done);
        }
    }

    private Task<TResponse> AskAsync<TResponse>(ZimbraRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        ZimbraOperation operation = request.Operation;
        if (!operation.CarriesToken)
        {
            return Connection.SendAsync(request, session: null, onBehalfOf: null, cancellationToken, hasTurn: true);
        }

        Session? session = operation.IsAdmin ? Admin : user ?? Admin;
        return session is null
            ? throw Unidentified(operation)
            : Connection.SendAsync(request, session, OnBehalfOf, cancellationToken, hasTurn: true);
    }

    private static ZimbraAuthenticationException Unidentified(ZimbraOperation operation) =>
        operation.IsAdmin
            ? new(AuthenticationFailure.AdministratorRequired, LoginRefusalTexts.NeedsAdministrator(operation.Name))
            {
                Operation = operation.Name,
            }
            : new(AuthenticationFailure.CredentialsRequired, LoginRefusalTexts.NeedsAccount(operation.Name)) { Operation = operation.Name };
}

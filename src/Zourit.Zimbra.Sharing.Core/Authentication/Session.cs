using Zourit.Zimbra.Sharing.Resilience;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>
/// The token of one identity: obtained at the first need, once for all concurrent callers, replaced before its end, and once after the
/// server refuses it. A refused login is remembered for a while, because each failed one counts towards lock-out and IP block
/// (docs/protocol.md §1.1, §2.5). A login that hangs is given up, since callers who come and go one after the other would keep it alive for
/// ever.
/// </summary>
internal sealed class Session
{
    private readonly ILogin _login;
    private readonly TimeProvider _time;
    private readonly TimeSpan _refusalPause;
    private readonly TimeSpan _attemptTimeout;
    private readonly SingleFlight<SessionToken> _flight;
    private volatile SessionToken? _token;
    private volatile Refusal? _refusal;

    public Session(ILogin login, CallSettings options)
    {
        _login = login;
        _time = options.TimeProvider;
        _refusalPause = options.RefusedLoginPause;
        _attemptTimeout = options.AttemptTimeout;
        _flight = new SingleFlight<SessionToken>(LogInAsync);
    }

    public bool CanRenew => _login.CanRenew;

    /// <summary>Whether it logs in at the admin service.</summary>
    public bool AsksAdmin => _login.AsksAdmin;

    /// <inheritdoc cref="ILogin.Administrator"/>
    public string? Administrator => _login.Administrator;

    /// <summary>The token, if there is one that need not be renewed.</summary>
    public SessionToken? Ready => _token is { IsDue: false } token ? token : null;

    public ValueTask<SessionToken> GetTokenAsync(CancellationToken cancellationToken) =>
        Ready is { } token ? new ValueTask<SessionToken>(token) : new ValueTask<SessionToken>(_flight.RunAsync(cancellationToken));

    /// <summary>Forgets a token that the server refused, unless another caller has replaced it already.</summary>
    public void Forget(SessionToken refused) => Interlocked.CompareExchange(ref _token, null, refused);

    /// <summary>
    /// Whatever the pause after a refused login: one that is remembered is repeated here, without asking the server, until a login has
    /// succeeded. For probes, which come without end and must not lock the account.
    /// </summary>
    /// <exception cref="ZimbraAuthenticationException">The last login was refused.</exception>
    public void ThrowIfRefused()
    {
        if (_refusal is { } refusal && Ready is null)
        {
            throw Repeated(refusal, LoginRefusalTexts.NotByProbe);
        }
    }

    private async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        if (Ready is { } token)
        {
            return token;
        }

        if (_refusal is { } refusal && _time.GetElapsedTime(refusal.At) < _refusalPause)
        {
            throw Repeated(refusal, LoginRefusalTexts.NotFor(_refusalPause));
        }

        try
        {
            SessionToken issued = await InTimeAsync(cancellationToken).ConfigureAwait(false);
            _refusal = null;
            _token = issued;
            return issued;
        }
        catch (ZimbraException e) when (e is not ZimbraAuthenticationException && StillGood is { } current)
        {
            // It was renewed ahead of its end, so that the server may be away, or not well, for a moment.
            return current;
        }
        catch (ZimbraAuthenticationException e) when (_login.RefusalsCount && e.Failure is not AuthenticationFailure.Maintenance)
        {
            _refusal = new Refusal(e, _time.GetTimestamp());
            throw;
        }
    }

    private SessionToken? StillGood => _token is { IsStillGood: true } current ? current : null;

    private static ZimbraAuthenticationException Repeated(Refusal refusal, LocalizedText why) =>
        new(refusal.Exception.Failure, LoginRefusalTexts.Repeated(refusal.Exception.Explanation, why), refusal.Exception)
        {
            Operation = refusal.Exception.Operation,
        };

    // Ends before the attempt of whoever started it, so that they learn why; and with a token that is good still, in time to use that.
    private async Task<SessionToken> InTimeAsync(CancellationToken cancellationToken)
    {
        TimeSpan limit = _attemptTimeout * (StillGood is null ? 0.9 : 0.5);
        using var late = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // Whoever gives the password may not know of the token.
            return await _login.LogInAsync(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ZimbraConnectionException(LoginRefusalTexts.NotInTime(limit), e) { Operation = "AuthRequest", IsTransient = true };
        }
    }

    private sealed record Refusal(ZimbraAuthenticationException Exception, long At);
}

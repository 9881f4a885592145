namespace Zourit.Zimbra.Sharing.Sessions;

/// <summary>One way to obtain a token.</summary>
internal interface ILogin
{
    /// <summary>False for a token that was given from outside.</summary>
    bool CanRenew { get; }

    /// <summary>Obtains a token; one request to the server at the most.</summary>
    /// <exception cref="ZimbraAuthenticationException">The server refuses.</exception>
    Task<SessionToken> LogInAsync(CancellationToken cancellationToken);
}

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>One way to obtain a token.</summary>
internal interface ILogin
{
    /// <summary>False for a token that was given from outside.</summary>
    bool CanRenew { get; }

    /// <summary>Whether it asks the admin service.</summary>
    bool AsksAdmin { get; }

    /// <summary>The administrator's name, for messages; null for others, and where only a token is known.</summary>
    string? Administrator => null;

    /// <summary>Whether a refusal counts towards a lock-out, so that it must not be asked for again at once.</summary>
    bool RefusalsCount { get; }

    /// <summary>Obtains a token; one request to the server at the most.</summary>
    /// <exception cref="ZimbraAuthenticationException">The server refuses.</exception>
    Task<SessionToken> LogInAsync(CancellationToken cancellationToken);
}

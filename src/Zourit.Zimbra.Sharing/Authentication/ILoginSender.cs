using Zourit.Zimbra.Sharing.Messages;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>What a login needs of the connection below which it is made.</summary>
internal interface ILoginSender
{
    /// <summary>The clock.</summary>
    TimeProvider Time { get; }

    /// <summary>Sends one request, as <see cref="ILogin.LogInAsync"/> is allowed to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="session">Whose token it carries; null for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<TResponse> SendAsync<TResponse>(ZimbraRequest<TResponse> request, Session? session, CancellationToken cancellationToken)
        where TResponse : class;
}

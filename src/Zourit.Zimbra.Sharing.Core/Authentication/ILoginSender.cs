using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>What a login needs of the connection below which it is made.</summary>
internal interface ILoginSender
{
    /// <summary>The clock.</summary>
    TimeProvider Time { get; }

    // A method for each request, since a generic one of an interface is looked up by the runtime at the start of every native program.

    /// <summary>Sends a user's login, without a token.</summary>
    Task<AuthResponse> SendAsync(AuthRequest request, CancellationToken cancellationToken);

    /// <summary>Sends an administrator's login, without a token.</summary>
    Task<AdminAuthResponse> SendAsync(AdminAuthRequest request, CancellationToken cancellationToken);

    /// <summary>Sends the request for a token of another account, with an administrator's token.</summary>
    Task<DelegateAuthResponse> SendAsync(DelegateAuthRequest request, Session admin, CancellationToken cancellationToken);
}

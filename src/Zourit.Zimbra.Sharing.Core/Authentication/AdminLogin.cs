using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Admin AuthRequest with a password, at the admin address.</summary>
internal sealed class AdminLogin(ILoginSender sender, string account, Func<CancellationToken, ValueTask<Secret>> password) : ILogin
{
    public bool CanRenew => true;

    public bool AsksAdmin => true;

    public string? Administrator => account;

    public bool RefusalsCount => true;

    public async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        var request = new AdminAuthRequest
        {
            Name = account,
            Password = await GivenSecret
                .AskAsync(
                    () => LocalizedText.Format($"password of {account}", $"le mot de passe de {account}"),
                    password,
                    cancellationToken
                )
                .ConfigureAwait(false),
        };
        AdminAuthResponse response;
        try
        {
            response = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e)
        {
            throw LoginRefusal.Describe(e, account, isAdmin: true);
        }

        return response.TwoFactorRequired
            ? throw LoginRefusal.TwoFactor(account, isAdmin: true)
            : SessionToken.Issued(response.Token, response.Lifetime, sender.Time);
    }
}

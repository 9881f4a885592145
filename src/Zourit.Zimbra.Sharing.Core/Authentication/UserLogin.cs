using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Sends a user's AuthRequest and judges the answer.</summary>
internal static class UserLogin
{
    public static async Task<SessionToken> LogInAsync(
        ILoginSender sender,
        AuthRequest request,
        string account,
        CancellationToken cancellationToken,
        bool isPreauth = false
    )
    {
        AuthResponse response;
        try
        {
            response = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ZimbraFaultException e)
        {
            throw LoginRefusal.Describe(e, account, isAdmin: false, isPreauth);
        }

        // The password was right, but this token opens nothing (docs/protocol.md §2.1).
        return response.TwoFactorRequired
            ? throw LoginRefusal.TwoFactor(account, isAdmin: false)
            : SessionToken.Issued(response.Token, response.Lifetime, sender.Time);
    }
}

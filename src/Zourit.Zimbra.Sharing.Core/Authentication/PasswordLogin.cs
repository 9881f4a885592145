using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>AuthRequest with a password.</summary>
internal sealed class PasswordLogin(ILoginSender sender, string account, Func<CancellationToken, ValueTask<Secret>> password) : ILogin
{
    public bool CanRenew => true;

    public bool AsksAdmin => false;

    public bool RefusalsCount => true;

    public async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        var request = new AuthRequest
        {
            Account = AccountSelector.ByName(account),
            Password = await GivenSecret
                .AskAsync(
                    () => LocalizedText.Format($"password of {account}", $"le mot de passe de {account}"),
                    password,
                    cancellationToken
                )
                .ConfigureAwait(false),
        };
        return await UserLogin.LogInAsync(sender, request, account, cancellationToken).ConfigureAwait(false);
    }
}

using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>AuthRequest with a preauth value, computed anew for each login: it is good for five minutes only.</summary>
internal sealed class PreauthLogin(ILoginSender sender, string account, Func<CancellationToken, ValueTask<Secret>> domainKey) : ILogin
{
    public bool CanRenew => true;

    public bool AsksAdmin => false;

    public bool RefusalsCount => true;

    public async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        var selector = AccountSelector.ByName(account);
        Secret key = await GivenSecret
            .AskAsync(
                () => LocalizedText.Format($"preauth key for {account}", $"la clé de préauthentification pour {account}"),
                domainKey,
                cancellationToken
            )
            .ConfigureAwait(false);
        DateTimeOffset now = sender.Time.GetUtcNow();
        var request = new AuthRequest { Account = selector, Preauth = PreauthValue.Compute(selector, key, now) };
        return await UserLogin.LogInAsync(sender, request, account, cancellationToken, isPreauth: true).ConfigureAwait(false);
    }
}

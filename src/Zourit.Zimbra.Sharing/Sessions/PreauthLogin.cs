using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Account;

namespace Zourit.Zimbra.Sharing.Sessions;

/// <summary>AuthRequest with a preauth value, computed anew for each login: it is good for five minutes only.</summary>
internal sealed class PreauthLogin(Connection connection, string account, Secret domainKey) : ILogin
{
    public bool CanRenew => true;

    public Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
    {
        var selector = AccountSelector.ByName(account);
        var request = new AuthRequest
        {
            Account = selector,
            Preauth = PreauthValue.Compute(selector, domainKey, connection.Options.TimeProvider.GetUtcNow()),
        };
        return UserLogin.LogInAsync(connection, request, account, cancellationToken);
    }
}

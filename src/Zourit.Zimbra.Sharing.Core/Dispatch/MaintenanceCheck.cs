using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// Why the server refuses an administrator's delegated token, twice. It issues one for an account in maintenance too and then answers each
/// request with <c>service.AUTH_EXPIRED</c> (docs/protocol.md §2.3, §1.10), as it does after a change of password or where the
/// administrator's own token is at fault: only the status in the directory tells them apart.
/// </summary>
internal sealed class MaintenanceCheck(RequestDispatcher administrator)
{
    private const string AccountStatus = "zimbraAccountStatus";
    private const string DomainStatus = "zimbraDomainStatus";

    /// <param name="account">Whose token was refused.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The refusal as <see cref="AuthenticationFailure.Maintenance"/> where the account or its domain is in it; else as it was.
    /// </returns>
    public async Task<ZimbraAuthenticationException> ExplainAsync(
        string account,
        ZimbraAuthenticationException refusal,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await IsInMaintenanceAsync(account, cancellationToken).ConfigureAwait(false)
                ? new ZimbraAuthenticationException(AuthenticationFailure.Maintenance, LoginRefusalTexts.InMaintenance(account), refusal)
                {
                    Operation = refusal.Operation,
                }
                : refusal;
        }
        catch (ZimbraException)
        {
            // The status cannot be read, or not with this administrator's rights: the refusal says what is known.
            return refusal;
        }
    }

    private async Task<bool> IsInMaintenanceAsync(string account, CancellationToken cancellationToken)
    {
        var request = new GetAccountRequest
        {
            Account = AccountSelector.ByName(account),
            ApplyCos = false,
            AttributeNames = [AccountStatus],
        };
        DirectoryEntry entry = (await administrator.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account;
        if (entry.Attributes[AccountStatus] == "maintenance")
        {
            return true;
        }

        var domain = new GetDomainRequest
        {
            Domain = DomainSelector.ByName(AccountName.DomainOf(entry.Name)),
            AttributeNames = [DomainStatus],
        };

        // A suspended or shut down domain puts its accounts in maintenance too (docs/protocol.md §2.1).
        return (await administrator.SendAsync(domain, cancellationToken).ConfigureAwait(false)).Domain.Attributes[DomainStatus]
            is "maintenance"
                or "suspended"
                or "shutdown";
    }
}

using Zourit.Zimbra.Sharing.Dispatch;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Admin;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What only an administrator can look up.</summary>
internal static class AdminLookup
{
    /// <summary>The primary name behind an alias; null when there is no such account, or this administrator may not read it.</summary>
    public static async Task<string?> PrimaryNameAsync(RequestDispatcher dispatcher, string address, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetAccountRequest(AccountSelector.ByName(address)) { ApplyCos = false, AttributeNames = ["zimbraId"] };
            return (await dispatcher.SendAsync(request, cancellationToken).ConfigureAwait(false)).Account.Name;
        }
        catch (ZimbraFaultException e) when (e.Code is ZimbraFaultCodes.NoSuchAccount or ZimbraFaultCodes.PermissionDenied)
        {
            return null;
        }
    }
}

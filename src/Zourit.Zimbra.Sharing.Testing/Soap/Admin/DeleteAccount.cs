using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin DeleteAccountRequest; grants that name a guest's mail remain, its rights as an administrator go.</summary>
internal static class DeleteAccount
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request, "deleteAccount");
        AdminGrant.Forget(call.Directory, account.Id);
        call.Directory.Accounts.Remove(account);
        return Xml.Response(request);
    }
}

using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin DeleteAccountRequest; grants that name a guest's mail remain.</summary>
internal static class DeleteAccount
{
    public static XElement Run(SoapCall call, XElement request)
    {
        call.Directory.Accounts.Remove(RequestedAccount.ById(call, request, "deleteAccount"));
        return Xml.Response(request);
    }
}

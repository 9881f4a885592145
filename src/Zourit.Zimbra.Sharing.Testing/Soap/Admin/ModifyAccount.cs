using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin ModifyAccountRequest (docs/protocol.md §7.3).</summary>
internal static class ModifyAccount
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request);
        AttributeChanges.Apply(request, account.Attributes);
        return Xml.Response(request, AccountElement.Of(call, account));
    }
}

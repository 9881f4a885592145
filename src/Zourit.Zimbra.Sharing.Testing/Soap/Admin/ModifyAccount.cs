using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin ModifyAccountRequest (docs/protocol.md §7.3).</summary>
internal static class ModifyAccount
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.ById(call, request, account =>
            AttributeChanges.Names(request).All(name => call.Authority.Sets(AdminTarget.Of(account), name))
        );
        AttributeChanges.Apply(request, account.Attributes);
        return Xml.Response(request, AccountElement.Of(call, account));
    }
}

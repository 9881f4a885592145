using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Account;

/// <summary>urn:zimbraAccount GetAccountInfoRequest: what everybody who is signed in may know of an account.</summary>
internal static class PublicAccountInfo
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("account");
        Model.Account account = (
            selector.Attr("by") == "id" ? call.Directory.FindAccountById(selector.Value) : call.Directory.FindAccount(selector.Value)
        ) ?? throw SoapFault.Denied("can not access account");
        string root = PublicAddress.Base(call.Directory, account);
        return Xml.Response(
            request,
            new XElement("name", account.Name),
            Attribute("zimbraId", account.Id),
            Attribute("zimbraMailHost", account.Attributes["zimbraMailHost"]),
            Attribute("displayName", account.Attributes["displayName"]),
            new XElement("soapURL", $"{root}/service/soap/"),
            new XElement("publicURL", root)
        );
    }

    private static XElement? Attribute(string name, string? value) =>
        value is null ? null : new XElement("attr", new XAttribute("name", name), value);
}

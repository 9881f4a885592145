using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetAccountInfoRequest: where an account lives (docs/protocol.md §7.2).</summary>
internal static class AccountInfo
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account account = RequestedAccount.Required(call, request.RequiredChild("account"), "getAccountInfo");
        ClassOfService? cos = call.Directory.CosOf(account);
        return Xml.Response(
            request,
            new XElement("name", account.Name),
            ShownAttributes.Of(account.Attributes, "zimbraId,zimbraMailHost"),
            cos is null ? null : new XElement("cos", new XAttribute("id", cos.Id), new XAttribute("name", cos.Name)),
            new XElement("soapURL", $"{Address(call, call.Directory.UserUri)}service/soap/"),
            new XElement("adminSoapURL", $"{Address(call, call.Directory.AdminUri)}service/admin/soap/"),
            new XElement("publicMailURL", PublicAddress.Base(call.Directory, account))
        );
    }

    // The mail server's own name and port, not the domain's public address.
    private static Uri Address(SoapCall call, Uri service) => new UriBuilder(service) { Host = call.Directory.ServerName }.Uri;
}

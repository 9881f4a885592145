using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetAccountRequest.</summary>
internal static class GetAccount
{
    public static XElement Run(SoapCall call, XElement request) =>
        Xml.Response(
            request,
            AccountElement.Seen(
                call,
                RequestedAccount.Required(call, request.RequiredChild("account"), "getAccountInfo"),
                request.Flag("applyCos") ?? true,
                request.Attr("attrs")
            )
        );
}

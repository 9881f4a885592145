using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetAccountRequest.</summary>
internal static class GetAccount
{
    public static XElement Run(SoapCall call, XElement request) =>
        Xml.Response(
            request,
            AccountElement.Of(
                call,
                RequestedAccount.Required(call, request.RequiredChild("account")),
                request.Flag("applyCos") ?? true,
                request.Attr("attrs")
            )
        );
}

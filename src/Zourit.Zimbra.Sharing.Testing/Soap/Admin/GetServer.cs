using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetServerRequest: the one mail server.</summary>
internal static class GetServer
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("server");
        var server = AdminTarget.Server(call.Directory);
        return (selector.Attr("by") == "id" ? server.Id : server.Name) == selector.Value
            ? Xml.Response(
                request,
                new XElement(
                    "server",
                    new XAttribute("name", server.Name),
                    new XAttribute("id", server.Id),
                    ShownAttributes.Of(server.Attributes, request.Attr("attrs"), name => call.Authority.Shows(server, name))
                )
            )
            : throw new SoapFault("account.NO_SUCH_SERVER", $"no such server: {selector.Value}");
    }
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetConfigRequest.</summary>
internal static class GetConfig
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string name = request.RequiredChild("a").Required("n");
        var config = AdminTarget.Config(call.Directory);
        return Xml.Response(
            request,
            ShownAttributes.Element(name, config.Attributes.Values(name), shown => call.Authority.Shows(config, shown))
        );
    }
}

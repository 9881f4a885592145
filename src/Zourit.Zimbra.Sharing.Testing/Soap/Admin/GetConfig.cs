using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetConfigRequest.</summary>
internal static class GetConfig
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string name = request.RequiredChild("a").Required("n");
        return Xml.Response(
            request,
            call.Directory.Config.Values(name).Select(value => new XElement("a", new XAttribute("n", name), value))
        );
    }
}

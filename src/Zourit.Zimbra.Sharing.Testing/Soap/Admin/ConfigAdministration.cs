using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin GetAllConfig and ModifyConfig: what all domains inherit. The provisioning key of sign-up links is among it.
/// </summary>
internal static class ConfigAdministration
{
    public static XElement GetAll(SoapCall call, XElement request) => Xml.Response(request, ShownAttributes.Of(call.Directory.Config));

    public static XElement Modify(SoapCall call, XElement request)
    {
        AttributeChanges.Apply(request, call.Directory.Config);
        return Xml.Response(request);
    }
}

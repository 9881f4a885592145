using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin GetAllConfig and ModifyConfig: what all domains inherit. The provisioning key of sign-up links is among it.
/// </summary>
internal static class ConfigAdministration
{
    public static XElement GetAll(SoapCall call, XElement request)
    {
        var config = AdminTarget.Config(call.Directory);
        return Xml.Response(request, ShownAttributes.Of(config.Attributes, shows: name => call.Authority.Shows(config, name)));
    }

    public static XElement Modify(SoapCall call, XElement request)
    {
        AttributeChanges.Apply(request, call.Directory.Config);
        return Xml.Response(request);
    }
}

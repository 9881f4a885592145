using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetDomainInfoRequest: needs no token; an unknown domain is no fault (protocol.md §7.2).</summary>
internal static class GetDomainInfo
{
    private const string Shown = "zimbraPublicServiceHostname,zimbraPublicServiceProtocol,zimbraPublicServicePort,zimbraVirtualHostname,zimbraBasicAuthRealm";

    public static XElement Run(SoapCall call, XElement request) => Xml.Response(
        request,
        GetDomain.Find(call, request.RequiredChild("domain")) is { } domain
            ? GetDomain.Element(call, domain, request.Flag("applyConfig") ?? true, Shown)
            : new XElement("domain", new XAttribute("name", "VALUE-BLOCKED"), new XAttribute("id", "VALUE-BLOCKED")));
}

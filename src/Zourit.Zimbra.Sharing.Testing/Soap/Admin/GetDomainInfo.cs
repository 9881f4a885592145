using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetDomainInfoRequest: needs no token; an unknown domain is no fault (docs/protocol.md §7.2).</summary>
internal static class GetDomainInfo
{
    public static XElement Run(SoapCall call, XElement request) =>
        Xml.Response(
            request,
            GetDomain.Find(call, request.RequiredChild("domain")) is { } domain
                ? GetDomain.Element(call, domain, request.Flag("applyConfig") ?? true, NewInstallation.DomainInfo)
                : new XElement("domain", new XAttribute("name", "VALUE-BLOCKED"), new XAttribute("id", "VALUE-BLOCKED"))
        );
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin GetDomainInfoRequest: needs no token (docs/protocol.md §7.2). A host that is nobody's virtual host is taken for a
/// domain's name, and where there is no such domain the domains above it are tried; an unknown one is no fault but the global
/// configuration.
/// </summary>
internal static class GetDomainInfo
{
    private const string Blocked = "VALUE-BLOCKED";

    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("domain");
        Domain? domain = GetDomain.Find(call, selector);
        if (selector.Attr("by") is null or "name" or "virtualHostname")
        {
            domain ??= Above(call.Directory, selector.Value);
        }

        return Xml.Response(
            request,
            domain is null ? Global(call) : GetDomain.Element(call, domain, request.Flag("applyConfig") ?? true, NewInstallation.DomainInfo)
        );
    }

    // Of two labels at least: "org" alone is not looked for.
    private static Domain? Above(ZimbraDirectory directory, string name)
    {
        for (
            string rest = name;
            rest.Contains('.', StringComparison.Ordinal);
            rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..]
        )
        {
            if (directory.FindDomain(rest) is { } domain)
            {
                return domain;
            }
        }

        return null;
    }

    private static XElement Global(SoapCall call)
    {
        bool isKnown = call.Token is not null;
        return new XElement(
            "domain",
            new XAttribute("name", isKnown ? "globalconfig" : Blocked),
            new XAttribute("id", isKnown ? "globalconfig-dummy-id" : Blocked),
            NewInstallation.DomainInfo.Select(name => ShownAttributes.Element(name, call.Directory.Config.Values(name), shows: null))
        );
    }
}

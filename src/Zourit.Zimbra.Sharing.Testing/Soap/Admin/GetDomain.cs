using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetDomainRequest.</summary>
internal static class GetDomain
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("domain");
        Domain domain = Find(call, selector) ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {selector.Value}");
        return Xml.Response(request, Element(call, domain, request.Flag("applyConfig") ?? true, request.Attr("attrs")));
    }

    public static Domain? Find(SoapCall call, XElement selector) =>
        selector.Attr("by") switch
        {
            "id" => call.Directory.Domains.FirstOrDefault(domain => domain.Id == selector.Value),
            "virtualHostname" => call.Directory.Domains.FirstOrDefault(domain =>
                domain.Attributes.Values("zimbraVirtualHostname").Contains(selector.Value)
            ),
            _ => call.Directory.FindDomain(selector.Value),
        };

    public static XElement Element(SoapCall call, Domain domain, bool applyConfig, string? attributes) =>
        Element(call, domain, applyConfig, attributes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public static XElement Element(SoapCall call, Domain domain, bool applyConfig, IReadOnlyList<string>? wanted)
    {
        IEnumerable<string> names = applyConfig
            ? domain.Attributes.Names.Union(NewInstallation.InheritedByDomains, StringComparer.OrdinalIgnoreCase)
            : domain.Attributes.Names;
        var element = new XElement("domain", new XAttribute("name", domain.Name), new XAttribute("id", domain.Id));
        foreach (string name in names.Where(name => wanted is null || wanted.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            IReadOnlyList<string> values = domain.Attributes.Values(name);
            foreach (string value in values.Count > 0 ? values : call.Directory.Config.Values(name))
            {
                element.Add(new XElement("a", new XAttribute("n", name), value));
            }
        }

        return element;
    }
}

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
        return Xml.Response(request, Seen(call, domain, request.Flag("applyConfig") ?? true, request.Attr("attrs")));
    }

    public static Domain? Find(SoapCall call, XElement selector) =>
        selector.Attr("by") switch
        {
            "id" => call.Directory.Domains.FirstOrDefault(domain => domain.Id == selector.Value),
            "virtualHostname" => call.Directory.Domains.FirstOrDefault(domain =>
                domain.Attributes.Values("zimbraVirtualHostname").Contains(selector.Value, StringComparer.OrdinalIgnoreCase)
            ),
            _ => call.Directory.FindDomain(selector.Value),
        };

    /// <summary>A domain as far as the administrator may see it.</summary>
    public static XElement Seen(SoapCall call, Domain domain, bool applyConfig, string? attributes)
    {
        var target = AdminTarget.Of(domain);
        return Element(
            call,
            domain,
            applyConfig,
            attributes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            name => call.Authority.Shows(target, name)
        );
    }

    public static XElement Element(
        SoapCall call,
        Domain domain,
        bool applyConfig = true,
        IReadOnlyList<string>? wanted = null,
        Func<string, bool>? shows = null
    )
    {
        IEnumerable<string> names = applyConfig
            ? domain.Attributes.Names.Union(NewInstallation.InheritedByDomains, StringComparer.OrdinalIgnoreCase)
            : domain.Attributes.Names;
        var element = new XElement("domain", new XAttribute("name", domain.Name), new XAttribute("id", domain.Id));
        foreach (string name in names.Where(name => wanted is null || wanted.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            IReadOnlyList<string> values = domain.Attributes.Values(name);
            element.Add(ShownAttributes.Element(name, values.Count > 0 ? values : call.Directory.Config.Values(name), shows));
        }

        return element;
    }
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Delegation;

/// <summary>
/// urn:zimbraAdmin GetAllEffectiveRightsRequest: what an administrator may do anywhere, by the rights as searches know them, which may be
/// 50 seconds old (recording 15-143).
/// </summary>
internal static class GetAllEffectiveRights
{
    private static readonly string[] Types =
    [
        "account",
        "ucservice",
        "group",
        "global",
        "cos",
        "zimlet",
        "calresource",
        "domain",
        "alwaysoncluster",
        "xmppcomponent",
        "server",
        "dl",
        "config",
    ];

    public static XElement Run(SoapCall call, XElement request)
    {
        Model.Account grantee = RequestedRight.Asked(call, request);
        AdminRights rights = call.Directory.SearchRights.Of(grantee);
        List<AdminTarget> granted = [.. rights.Granted().Select(placed => placed.Target).DistinctBy(target => (target.Type, target.Id))];
        return Xml.Response(
            request,
            new XElement("grantee", new XAttribute("name", grantee.Name), new XAttribute("id", grantee.Id), new XAttribute("type", "usr")),
            Types.Select(type => new XElement("target", new XAttribute("type", type), On(call, rights, granted, type)))
        );
    }

    private static IEnumerable<XElement> On(SoapCall call, AdminRights rights, List<AdminTarget> granted, string type)
    {
        var everything = new AdminTarget(type, "", "", new AttributeBag());
        if (Rights(call, rights, everything) is { } all)
        {
            yield return new XElement("all", all.Elements());
        }

        foreach (AdminTarget target in granted)
        {
            if (target.Type == "domain" && type is "account" or "calresource" or "dl")
            {
                if (Rights(call, rights, new AdminTarget(type, $"@{target.Name}", "", new AttributeBag())) is { } inDomain)
                {
                    yield return new XElement("inDomains", new XElement("domain", new XAttribute("name", target.Name)), inDomain);
                }
            }
            else if (target.Type == type && type != "global" && Rights(call, rights, target) is { } onEntry)
            {
                yield return new XElement("entries", new XElement("entry", new XAttribute("name", target.Name)), onEntry);
            }
        }
    }

    private static XElement? Rights(SoapCall call, AdminRights rights, AdminTarget on)
    {
        var element = new XElement("rights", EffectiveRights.Of(call.Directory, rights, on));
        return element.Elements("right").Any() || element.Elements().Any(attributes => attributes.HasElements || attributes.HasAttributes)
            ? element
            : null;
    }
}

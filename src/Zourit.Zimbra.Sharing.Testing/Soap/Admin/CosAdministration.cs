using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin requests about classes of service, which hold the sharing policy of their accounts.</summary>
internal static class CosAdministration
{
    public static XElement Create(SoapCall call, XElement request)
    {
        string name = request.Required("name").ToLowerInvariant();
        if (call.Directory.ClassesOfService.Any(existing => existing.Name == name))
        {
            throw new SoapFault("account.COS_EXISTS", $"cos already exists: {name}");
        }

        var cos = new ClassOfService(name, ZimbraDirectory.NewId());
        NewInstallation.ApplyToNewCos(cos.Attributes);
        AttributeChanges.Apply(request, cos.Attributes);
        cos.Attributes["cn"] = name;
        cos.Attributes["zimbraId"] = cos.Id;
        cos.Attributes["zimbraCreateTimestamp"] = call.Directory.Timestamp;
        cos.Attributes.Set("objectClass", ["zimbraCOS", "top"]);
        call.Directory.ClassesOfService.Add(cos);
        return Xml.Response(request, Element(cos));
    }

    public static XElement Get(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("cos");
        return Xml.Response(request, Seen(call, Find(call, selector.Attr("by") ?? "id", selector.Value), request.Attr("attrs")));
    }

    public static XElement GetAll(SoapCall call, XElement request) =>
        Xml.Response(
            request,
            call.Directory.ClassesOfService.Where(cos => call.Authority.Lists("listCos", AdminTarget.Of(cos)))
                .OrderBy(cos => cos.Name, StringComparer.Ordinal)
                .Select(cos => Seen(call, cos, wanted: null))
        );

    public static XElement Modify(SoapCall call, XElement request)
    {
        ClassOfService cos = Find(call, "id", request.Required("id"));
        AttributeChanges.Apply(request, cos.Attributes);
        return Xml.Response(request, Element(cos));
    }

    public static XElement Delete(SoapCall call, XElement request)
    {
        ClassOfService cos = Find(call, "id", request.Required("id"));
        if (cos.Name is "default" or "defaultExternal")
        {
            throw SoapFault.Invalid($"unable to delete cos {cos.Name}");
        }

        call.Directory.ClassesOfService.Remove(cos);
        return Xml.Response(request);
    }

    public static XElement Count(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("domain");
        Domain domain = GetDomain.Find(call, selector)
            ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {selector.Value}");
        call.Authority.Require("countAccount", AdminTarget.Of(domain));
        return Xml.Response(
            request,
            from account in call.Directory.Accounts
            where account.DomainName == domain.Name
            group account by call.Directory.CosOf(account) into accounts
            where accounts.Key is not null
            orderby accounts.Key.Name
            select new XElement("cos", new XAttribute("name", accounts.Key.Name), new XAttribute("id", accounts.Key.Id), accounts.Count())
        );
    }

    private static ClassOfService Find(SoapCall call, string by, string key) =>
        call.Directory.ClassesOfService.FirstOrDefault(cos => (by == "id" ? cos.Id : cos.Name) == key)
        ?? throw new SoapFault("account.NO_SUCH_COS", $"no such cos: {key}");

    /// <summary>A class of service as far as the administrator may see it.</summary>
    public static XElement Seen(SoapCall call, ClassOfService cos, string? wanted)
    {
        var target = AdminTarget.Of(cos);
        return Element(cos, wanted, name => call.Authority.Shows(target, name));
    }

    private static XElement Element(ClassOfService cos, string? wanted = null, Func<string, bool>? shows = null)
    {
        var element = new XElement(
            "cos",
            new XAttribute("name", cos.Name),
            new XAttribute("id", cos.Id),
            cos.Name == "default" ? new XAttribute("isDefaultCos", "1") : null,
            ShownAttributes.Of(cos.Attributes, wanted, shows)
        );
        foreach (XElement a in element.Elements().Where(a => ClassOfService.NotInherited.Contains(a.Attribute("n")!.Value)))
        {
            a.SetAttributeValue("c", "1");
        }

        return element;
    }
}

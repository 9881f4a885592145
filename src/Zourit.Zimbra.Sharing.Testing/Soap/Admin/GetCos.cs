using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin GetCosRequest: a class of service, by name or id (recordings 09-44, 09-45).</summary>
internal static class GetCos
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement selector = request.RequiredChild("cos");
        ClassOfService cos = call.Directory.ClassesOfService.FirstOrDefault(cos =>
            (selector.Attr("by") == "id" ? cos.Id : cos.Name) == selector.Value
        ) ?? throw new SoapFault("account.NO_SUCH_COS", $"no such cos: {selector.Value}");
        string[]? wanted = request.Attr("attrs")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var element = new XElement("cos", new XAttribute("name", cos.Name), new XAttribute("id", cos.Id));
        if (cos.Name == "default")
        {
            element.SetAttributeValue("isDefaultCos", "1");
        }

        // What an account never inherits is marked.
        Add("cn", cos.Name, own: true);
        Add("zimbraId", cos.Id, own: true);
        foreach (string name in cos.Attributes.Names.Where(name => name is not ("cn" or "zimbraId")))
        {
            foreach (string value in cos.Attributes.Values(name))
            {
                Add(name, value, own: false);
            }
        }

        return Xml.Response(request, element);

        void Add(string name, string value, bool own)
        {
            if (wanted is null || wanted.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                element.Add(new XElement("a", own ? new XAttribute("c", "1") : null, new XAttribute("n", name), value));
            }
        }
    }
}

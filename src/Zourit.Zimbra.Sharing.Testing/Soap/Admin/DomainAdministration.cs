using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin CreateDomain, ModifyDomain, DeleteDomain and GetAllDomains: where the public address and the sharing policy of a domain
/// are set.
/// </summary>
internal static partial class DomainAdministration
{
    /// <summary>How many remaining entries the server names when a domain is not empty.</summary>
    private const int EntriesNamed = 4;

    public static XElement Create(SoapCall call, XElement request)
    {
        string name = request.Required("name").ToLowerInvariant();
        if (!Name().IsMatch(name))
        {
            throw SoapFault.Invalid($"invalid domain name {name}");
        }

        if (call.Directory.FindDomain(name) is not null)
        {
            throw new SoapFault("account.DOMAIN_EXISTS", $"domain already exists: {name}");
        }

        var domain = new Domain(name, ZimbraDirectory.NewId());
        AttributeChanges.Apply(request, domain.Attributes);
        if (domain.Attributes["zimbraDomainAliasTargetId"] is { } target)
        {
            // An alias domain is an entry of its own in the directory; what it does is give the target another name.
            ById(call, target).Aliases.Add(name);
            return Xml.Response(request, GetDomain.Element(call, domain));
        }

        call.Directory.Add(domain);
        return Xml.Response(request, GetDomain.Element(call, domain));
    }

    public static XElement Modify(SoapCall call, XElement request)
    {
        Domain domain = ById(call, request.Required("id"));
        AttributeChanges.Apply(request, domain.Attributes);
        return Xml.Response(request, GetDomain.Element(call, domain));
    }

    public static XElement Delete(SoapCall call, XElement request)
    {
        Domain domain = ById(call, request.Required("id"));
        List<string> left =
        [
            .. call
                .Directory.Accounts.Where(account => account.DomainName == domain.Name)
                .Select(account => account.Name)
                .Concat(
                    call.Directory.Groups.Select(group => group.Name)
                        .Where(name => name.EndsWith("@" + domain.Name, StringComparison.Ordinal))
                )
                .Order(StringComparer.Ordinal)
                .Select(DistinguishedName),
        ];
        if (left.Count > 0)
        {
            string entries =
                string.Join(' ', left.Take(EntriesNamed).Select(entry => $"[{entry}]")) + (left.Count > EntriesNamed ? " ..." : "");
            throw new SoapFault("account.DOMAIN_NOT_EMPTY", $"domain not empty: {domain.Name} (remaining entries: {entries})");
        }

        call.Directory.Domains.Remove(domain);
        return Xml.Response(request);
    }

    public static XElement GetAll(SoapCall call, XElement request) =>
        Xml.Response(
            request,
            call.Directory.Domains.Where(domain => call.Authority.Lists("listDomain", AdminTarget.Of(domain)))
                .OrderBy(domain => domain.Name, StringComparer.Ordinal)
                .Select(domain => GetDomain.Seen(call, domain, request.Flag("applyConfig") ?? true, attributes: null))
        );

    /// <summary>How the directory names the entry behind an address.</summary>
    public static string DistinguishedName(string address)
    {
        string[] parts = address.Split('@');
        return $"uid={parts[0]},ou=people,{string.Join(',', parts[1].Split('.').Select(label => "dc=" + label))}";
    }

    private static Domain ById(SoapCall call, string id) =>
        call.Directory.Domains.FirstOrDefault(domain => domain.Id == id)
        ?? throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {id}");

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*$")]
    private static partial Regex Name();
}

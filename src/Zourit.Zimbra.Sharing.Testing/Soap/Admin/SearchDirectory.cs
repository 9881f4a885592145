using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin SearchDirectoryRequest over accounts, domains, groups and classes of service (docs/protocol.md §7.2; recordings 09-30 to
/// 09-32, 11-39).
/// </summary>
internal static class SearchDirectory
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Func<Func<string, IEnumerable<string>>, bool> filter = LdapQuery.Parse(request.Attr("query") ?? "");
        List<(string Name, Func<XElement> Write)> found =
        [
            .. Entries(call, request, filter).OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
        if (found.Count > (request.Number("maxResults") ?? 5000))
        {
            throw new SoapFault("account.TOO_MANY_SEARCH_RESULTS", "number of results exceeded the limit");
        }

        if (request.Flag("countOnly") == true)
        {
            return Xml.Response(request, new XAttribute("num", found.Count));
        }

        // The limit goes to the directory: what lies beyond is neither counted nor promised.
        int offset = (int)(request.Number("offset") ?? 0);
        int limit = (int)(request.Number("limit") ?? 0);
        if (limit > 0)
        {
            found = [.. found.Take(offset + limit)];
        }

        return Xml.Response(
            request,
            new XAttribute("more", "0"),
            new XAttribute("searchTotal", found.Count.ToString(CultureInfo.InvariantCulture)),
            found.Skip(offset).Select(entry => entry.Write())
        );
    }

    private static IEnumerable<(string Name, Func<XElement> Write)> Entries(
        SoapCall call,
        XElement request,
        Func<Func<string, IEnumerable<string>>, bool> filter
    )
    {
        string[] types = (request.Attr("types") ?? "accounts").Split(',', StringSplitOptions.TrimEntries);
        string? domain = request.Attr("domain");
        bool inherited = request.Flag("applyCos") ?? true;
        string? attributes = request.Attr("attrs");
        ZimbraDirectory directory = call.Directory;
        if (domain is not null && directory.FindDomain(domain) is null)
        {
            throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {domain}");
        }

        return
        [
            .. directory
                .Accounts.Where(account =>
                    types.Contains(account.IsResource ? "resources" : "accounts")
                    && Within(account.DomainName)
                    && filter(account.Attributes.Values)
                    && call.Authority.Lists("listAccount", AdminTarget.Of(account))
                )
                .Select(account => (account.Name, (Func<XElement>)(() => AccountElement.Found(call, account, inherited, attributes)))),
            .. directory
                .Groups.Where(list =>
                    types.Contains("distributionlists")
                    && Within(AddressDomain.Of(list.Name))
                    && filter(ListElement.Values(list))
                    && call.Authority.Lists("listDistributionList", AdminTarget.Of(list))
                )
                .Select(list => (list.Name, (Func<XElement>)(() => ListElement.Of(call, list, attributes)))),
            .. directory
                .Domains.Where(entry =>
                    types.Contains("domains")
                    && filter(entry.Attributes.Values)
                    && call.Authority.Lists("listDomain", AdminTarget.Of(entry))
                )
                .Select(entry =>
                    (entry.Name, (Func<XElement>)(() => GetDomain.Seen(call, entry, request.Flag("applyConfig") ?? true, attributes)))
                ),
            .. directory
                .ClassesOfService.Where(cos =>
                    types.Contains("coses") && filter(name => Values(cos, name)) && call.Authority.Lists("listCos", AdminTarget.Of(cos))
                )
                .Select(cos => (cos.Name, (Func<XElement>)(() => CosElement(call, cos, attributes)))),
        ];

        bool Within(string name) => domain is null || string.Equals(name, domain, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Values(ClassOfService cos, string name) =>
        name.ToLowerInvariant() switch
        {
            "zimbraid" => [cos.Id],
            "cn" => [cos.Name],
            _ => cos.Attributes.Values(name),
        };

    private static XElement CosElement(SoapCall call, ClassOfService cos, string? attributes)
    {
        var target = AdminTarget.Of(cos);
        return new XElement(
            "cos",
            new XAttribute("name", cos.Name),
            new XAttribute("id", cos.Id),
            ShownAttributes.Of(cos.Attributes, attributes, name => call.Authority.Shows(target, name))
        );
    }
}

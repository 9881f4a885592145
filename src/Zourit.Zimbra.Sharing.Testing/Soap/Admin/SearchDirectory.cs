using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// urn:zimbraAdmin SearchDirectoryRequest and its older form SearchAccountsRequest (docs/protocol.md §7.2 and §B.3).
/// Without a session nothing says that there is more: what lies beyond offset and limit is neither counted nor promised.
/// </summary>
internal static class SearchDirectory
{
    private const int MostResults = 5_000;

    private static readonly string[] Types = ["accounts", "resources", "distributionlists", "aliases", "dynamicgroups", "domains", "coses"];

    public static XElement Run(SoapCall call, XElement request) => Run(call, request, request.Attr("attrs"));

    /// <summary>SearchAccounts reads a few attributes besides those that are asked for (recording 14-117).</summary>
    public static XElement Accounts(SoapCall call, XElement request) =>
        Run(call, request, request.Attr("attrs") is { } attributes ? $"{attributes},objectClass,uid,zimbraId" : null);

    private static XElement Run(SoapCall call, XElement request, string? attributes)
    {
        List<FoundEntry> found = Sorted(Entries(call, request, attributes), request);
        int offset = (int)(request.Number("offset") ?? 0);
        bool isLimited = request.Number("limit") is not (null or 0);
        int limit = isLimited ? (int)request.Number("limit")!.Value : int.MaxValue;
        int most = (int)(request.Number("maxResults") is { } given and not 0 ? given : MostResults);
        if (found.Count > most && !(isLimited && !call.HasSession))
        {
            throw new SoapFault(
                "account.TOO_MANY_SEARCH_RESULTS",
                "number of results exceeded the limit: too many search results returned"
            );
        }

        // The server adds them as 32-bit numbers: with an offset and no limit the sum is negative, and it stops after the first entry.
        int end = unchecked(offset + limit);
        if (!call.HasSession)
        {
            found = [.. found.Take(Math.Max(1, end))];
        }

        if (request.Flag("countOnly") == true)
        {
            return Xml.Response(request, new XAttribute("num", found.Count));
        }

        if (offset < 0 && offset < end)
        {
            throw SoapFault.Failure($"Index {offset} out of bounds for length {found.Count}");
        }

        int next = Math.Max(offset, Math.Min(end, found.Count));
        return Xml.Response(
            request,
            new XAttribute("more", next < found.Count ? "1" : "0"),
            new XAttribute("searchTotal", found.Count.ToString(CultureInfo.InvariantCulture)),
            next > offset ? found[offset..next].Select(entry => entry.Write()) : null
        );
    }

    // By name, or by an attribute; what does not have it comes in the order of the names (recordings 14-105 to 14-107).
    private static List<FoundEntry> Sorted(IEnumerable<FoundEntry> entries, XElement request)
    {
        string by = request.Attr("sortBy") ?? "name";
        List<FoundEntry> sorted =
        [
            .. entries
                .OrderBy(entry => by == "name" ? "" : entry.Values(by).FirstOrDefault() ?? "", StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal),
        ];
        if (request.Flag("sortAscending") == false)
        {
            sorted.Reverse();
        }

        return sorted;
    }

    private static IEnumerable<FoundEntry> Entries(SoapCall call, XElement request, string? attributes)
    {
        string[] types = (request.Attr("types") ?? "accounts").Split(',', StringSplitOptions.TrimEntries);
        if (Array.Find(types, type => !Types.Contains(type)) is { } unknown)
        {
            throw SoapFault.Invalid($"unknown type: {unknown}");
        }

        string? domain = request.Attr("domain");
        if (domain is not null && types.Contains("coses"))
        {
            throw SoapFault.Invalid("cannot specify domain with coses flag");
        }

        bool inherited = request.Flag("applyCos") ?? true;
        ZimbraDirectory directory = call.Directory;
        if (domain is not null && directory.FindDomain(domain) is null)
        {
            throw new SoapFault("account.NO_SUCH_DOMAIN", $"no such domain: {domain}");
        }

        IEnumerable<FoundEntry> entries =
        [
            .. directory
                .Accounts.Where(account => types.Contains(account.IsResource ? "resources" : "accounts") && Within(account.DomainName))
                .Select(account => new FoundEntry(
                    AdminTarget.Of(account),
                    account.IsResource ? "listCalendarResource" : "listAccount",
                    account.Attributes.Values,
                    () => AccountElement.Found(call, account, inherited, attributes)
                )),
            .. directory
                .Groups.Where(list => types.Contains("distributionlists") && Within(AddressDomain.Of(list.Name)))
                .Select(list => new FoundEntry(AdminTarget.Of(list), "listDistributionList", ListElement.Values(list), () =>
                    ListElement.Of(call, list, attributes)
                )),
            .. directory
                .Domains.Where(_ => types.Contains("domains"))
                .Select(entry => new FoundEntry(AdminTarget.Of(entry), "listDomain", entry.Attributes.Values, () =>
                    GetDomain.Seen(call, entry, request.Flag("applyConfig") ?? true, attributes)
                )),
            .. directory
                .ClassesOfService.Where(_ => types.Contains("coses"))
                .Select(cos => new FoundEntry(AdminTarget.Of(cos), "listCos", cos.Attributes.Values, () =>
                    CosAdministration.Seen(call, cos, attributes)
                )),
        ];
        Func<Func<string, IEnumerable<string>>, bool> filter = LdapQuery.Parse(request.Attr("query") ?? "");
        return entries.Where(entry => filter(entry.Values) && call.Authority.Lists(entry.ListRight, entry.Target));

        bool Within(string name) => domain is null || string.Equals(name, domain, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An entry that a search may list.</summary>
    private sealed record FoundEntry(AdminTarget Target, string ListRight, Func<string, IEnumerable<string>> Values, Func<XElement> Write)
    {
        public string Name => Target.Name;
    }
}

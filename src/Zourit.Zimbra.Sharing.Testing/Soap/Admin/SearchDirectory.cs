using System.Globalization;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>urn:zimbraAdmin SearchDirectoryRequest over accounts (protocol.md §7.2).</summary>
internal static class SearchDirectory
{
    public static XElement Run(SoapCall call, XElement request)
    {
        Func<Func<string, IEnumerable<string>>, bool> filter = LdapQuery.Parse(request.Attr("query") ?? "");
        string? domain = request.Attr("domain");
        var found = call.Directory.Accounts
            .Where(account => domain is null || string.Equals(account.DomainName, domain, StringComparison.OrdinalIgnoreCase))
            .Where(account => filter(account.Attributes.Values))
            .OrderBy(account => account.Name, StringComparer.Ordinal).ToList();
        if (found.Count > (request.Number("maxResults") ?? 5000))
        {
            throw new SoapFault("account.TOO_MANY_SEARCH_RESULTS", "number of results exceeded the limit");
        }

        if (request.Flag("countOnly") == true)
        {
            return Xml.Response(request, new XAttribute("num", found.Count));
        }

        int offset = (int)(request.Number("offset") ?? 0);
        int limit = (int)(request.Number("limit") ?? int.MaxValue);
        var page = found.Skip(offset).Take(limit == 0 ? int.MaxValue : limit).ToList();
        return Xml.Response(
            request,
            new XAttribute("more", offset + page.Count < found.Count ? "1" : "0"),
            new XAttribute("searchTotal", found.Count.ToString(CultureInfo.InvariantCulture)),
            page.Select(account => AccountElement.Found(call, account, request.Flag("applyCos") ?? true, request.Attr("attrs"))));
    }
}

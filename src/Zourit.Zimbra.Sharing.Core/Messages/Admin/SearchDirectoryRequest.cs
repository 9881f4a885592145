using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// Finds accounts and other entries of the directory (urn:zimbraAdmin SearchDirectoryRequest), one page at a time;
/// <c>ZimbraClient.SearchDirectoryAsync</c> goes through all pages.
/// </summary>
public sealed record SearchDirectoryRequest : ZimbraRequest<SearchDirectoryResponse>
{
    private static readonly ZimbraOperation Descriptor = new("SearchDirectoryRequest", ZimbraNamespace.Admin, RetrySafety.Safe);

    /// <summary>The LDAP filter (<c>query</c>); build it with <see cref="LdapFilter"/>. Null for everything.</summary>
    public LdapFilter? Query { get; init; }

    /// <summary>Only in this domain (<c>domain</c>).</summary>
    public string? Domain { get; init; }

    /// <summary>
    /// What to find (<c>types</c>, comma separated): <c>accounts distributionlists aliases resources domains coses</c>. Default
    /// <c>accounts</c>.
    /// </summary>
    public IReadOnlyList<string> Types
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList.Of<string>(["accounts"]);

    /// <summary>Only these attributes (<c>attrs</c>, comma separated); empty for all.</summary>
    public IReadOnlyList<string> AttributeNames
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>Size of a page (<c>limit</c>). Default 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>How many entries to skip (<c>offset</c>).</summary>
    public int Offset { get; init; }

    /// <summary>The attribute to sort by (<c>sortBy</c>). Default <c>name</c>, so that pages do not overlap.</summary>
    public string? SortBy { get; init; } = "name";

    /// <summary>Ascending order (<c>sortAscending</c>); null for the server's default, yes.</summary>
    public bool? SortAscending { get; init; }

    /// <summary>Include what the class of service gives (<c>applyCos</c>); null for the server's default, yes.</summary>
    public bool? ApplyCos { get; init; }

    /// <summary>
    /// How many the directory may find (<c>maxResults</c>, default 5000 at the server) before <c>account.TOO_MANY_SEARCH_RESULTS</c>.
    /// </summary>
    public int? MaxResults { get; init; }

    /// <summary>Only count (<c>countOnly</c>).</summary>
    public bool? CountOnly { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("query", Query?.ToString());
        writer.Attribute("maxResults", MaxResults);
        writer.Attribute("limit", Limit);
        writer.Attribute("offset", Offset);
        writer.Attribute("domain", Domain);
        writer.Attribute("applyCos", ApplyCos);
        writer.Attribute("sortBy", SortBy);
        writer.Attribute("types", string.Join(',', Types));
        writer.Attribute("sortAscending", SortAscending);
        writer.Attribute("countOnly", CountOnly);
        writer.Attribute("attrs", AttributeNames.Count == 0 ? null : string.Join(',', AttributeNames));
    }

    internal override SearchDirectoryResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Entries = [.. response.Children().Where(entry => entry.Text("id") is not null).Select(DirectoryEntry.Read)],
            More = response.Flag("more") ?? false,
            Total = response.Int32("searchTotal"),
            Count = response.Int32("num"),
        };
}

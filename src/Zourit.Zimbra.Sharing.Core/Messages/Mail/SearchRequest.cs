using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>
/// Finds messages (urn:zimbraMail SearchRequest), here above all share mails in the Sent folder. A query that does not parse is
/// <c>mail.QUERY_PARSE_ERROR</c>.
/// </summary>
public sealed record SearchRequest : ZimbraRequest<SearchResponse>
{
    private static readonly ZimbraOperation Descriptor = new("SearchRequest", ZimbraNamespace.Mail, RetrySafety.Safe);

    /// <summary>The query; see <see cref="SearchQuery"/>.</summary>
    public required string Query { get; init; }

    /// <summary>The order (<c>sortBy</c>). Default <c>dateDesc</c>, the newest first.</summary>
    public string SortBy { get; init; } = "dateDesc";

    /// <summary>How many messages at the most (<c>limit</c>). Default 10.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many to skip (<c>offset</c>).</summary>
    public int? Offset { get; init; }

    /// <summary>Which addresses to return (<c>recip</c>): 0 senders, 1 recipients, 2 both. Default both.</summary>
    public int? Recipients { get; init; } = 2;

    /// <summary>Return ids only, as <see cref="SearchResponse.Hits"/> (<c>resultMode="IDS"</c>).</summary>
    public bool IdsOnly { get; init; }

    internal override ZimbraOperation Operation => Descriptor;

    internal override void WriteContent(RequestWriter writer)
    {
        writer.Attribute("types", "message");
        writer.Attribute("sortBy", SortBy);
        writer.Attribute("limit", Limit);
        writer.Attribute("offset", Offset);
        writer.Attribute("recip", Recipients);
        writer.Attribute("resultMode", IdsOnly ? "IDS" : null);
        writer.Element("query", Query);
    }

    internal override SearchResponse ReadResponse(ResponseElement response) =>
        new()
        {
            Messages = [.. response.Children("m").Select(MailMessage.Read)],
            More = response.Flag("more") ?? false,
            Offset = response.Int32("offset") ?? 0,
            SortBy = response.Text("sortBy"),
            Hits = [.. response.Children("hit").Select(hit => new SearchHit { Id = hit.RequiredText("id"), SortField = hit.Text("sf") })],
        };
}

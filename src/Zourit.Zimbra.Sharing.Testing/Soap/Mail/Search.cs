using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail SearchRequest for messages: <c>in inid to from subject after before</c> (docs/protocol.md §9.7).</summary>
internal static partial class Search
{
    private static readonly string[] Types =
    [
        "conversation",
        "message",
        "contact",
        "appointment",
        "task",
        "wiki",
        "document",
        "chat",
        "note",
    ];

    public static XElement Run(SoapCall call, XElement request)
    {
        string[] types = (request.Attr("types") ?? "conversation").Split(',', StringSplitOptions.TrimEntries);
        if (Array.Find(types, type => !Types.Contains(type)) is { } unknown)
        {
            throw new SoapFault("mail.INVALID_TYPE", $"invalid item type: {unknown}", ("type", "NUM", unknown));
        }

        if (types.Contains("appointment"))
        {
            return AppointmentSearch.Run(call, request);
        }

        string query = request.Attr("query") ?? "";
        Mailbox mailbox = call.Mailbox;
        FolderLookup.RequireRead(call, call.Requested, mailbox.UserRoot);
        var terms = Terms(query);
        var found = mailbox
            .Messages.Where(message => terms.TrueForAll(term => Matches(call, mailbox, message, term.Field, term.Value)))
            .OrderByDescending(message => message.Date)
            .ThenByDescending(message => message.Id)
            .ToList();
        int offset = (int)(request.Number("offset") ?? 0);
        int limit = (int)(request.Number("limit") ?? 10);
        int recipients = (int)(request.Number("recip") ?? 0);
        bool idsOnly = request.Attr("resultMode") == "IDS";
        return Xml.Response(
            request,
            new XAttribute("sortBy", request.Attr("sortBy") ?? "dateDesc"),
            new XAttribute("offset", offset),
            new XAttribute("more", offset + limit < found.Count ? "1" : "0"),
            found
                .Skip(offset)
                .Take(limit)
                .Select(message =>
                    idsOnly
                        ? new XElement(
                            "hit",
                            new XAttribute("id", call.Id(call.Requested, message.Id)),
                            new XAttribute("sf", message.Date.ToUnixTimeMilliseconds())
                        )
                        : MessageElement.Hit(call, call.Requested, message, recipients)
                )
        );
    }

    private static List<(string Field, string Value)> Terms(string query)
    {
        var terms = new List<(string, string)>();
        int at = 0;
        foreach (Match match in Term().Matches(query))
        {
            if (match.Index != at)
            {
                break;
            }

            terms.Add(
                (
                    match.Groups["field"].Value.ToLowerInvariant(),
                    match.Groups["quoted"].Success ? match.Groups["quoted"].Value
                    : match.Groups["group"].Success ? match.Groups["group"].Value.Replace("\"", "", StringComparison.Ordinal)
                    : match.Groups["bare"].Value
                )
            );
            at = match.Index + match.Length;
        }

        return at == query.Length ? terms : throw ParseError(query);
    }

    private static bool Matches(SoapCall call, Mailbox mailbox, SentMessage message, string field, string value) =>
        field switch
        {
            "in" => message.FolderId
                == (mailbox.Find(value) ?? throw new SoapFault("mail.NO_SUCH_FOLDER", $"no such folder path: /{value}")).Id,
            "inid" => message.FolderId.ToString(CultureInfo.InvariantCulture) == value,
            "to" => string.Equals(message.Mail.EnvelopeTo, value, StringComparison.OrdinalIgnoreCase),
            "from" => string.Equals(message.Mail.From, value, StringComparison.OrdinalIgnoreCase),
            "content" => value.Split(' ').All(word => message.Mail.Text.Contains(word, StringComparison.OrdinalIgnoreCase)),
            "subject" => value.Split(' ').All(word => message.Mail.Subject.Contains(word, StringComparison.OrdinalIgnoreCase)),
            "after" => message.Date > Time(value).AddTicks(IsDate(value) ? TimeSpan.TicksPerDay : 0),
            "before" => message.Date < Time(value),
            _ => throw ParseError($"{field}:{value}"),
        };

    // The words of the server's parser that has come to the end too early (recording 12-36).
    private static SoapFault ParseError(string query)
    {
        string column = query.Length.ToString(CultureInfo.InvariantCulture);
        return new SoapFault(
            "mail.QUERY_PARSE_ERROR",
            $"Couldn't parse query: {query}",
            ("curTok", "STR", query.Length == 0 ? "" : query[^1..]),
            ("colNo", "NUM", column),
            (
                "parserErr",
                "STR",
                $"Encountered \"<EOF>\" at line 1, column {column}.\nWas expecting one of:\n    \"(\" ...\n    <NOT> "
                    + $"...\n    \"+\" ...\n    \"-\" ...\n"
                    + "    <TERM> ...\n    <QUOTED_TERM> ...\n    "
            )
        );
    }

    private static bool IsDate(string value) => value.Contains('/', StringComparison.Ordinal);

    private static DateTimeOffset Time(string value) =>
        IsDate(value)
            ? new DateTimeOffset(DateTime.ParseExact(value, "M/d/yyyy", CultureInfo.InvariantCulture), TimeSpan.Zero)
            : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value, CultureInfo.InvariantCulture));

    [GeneratedRegex("""\G\s*(?<field>[A-Za-z]+):(?:"(?<quoted>[^"]*)"|\((?<group>[^()]*)\)|(?<bare>[^\s"()]+))\s*""")]
    private static partial Regex Term();
}

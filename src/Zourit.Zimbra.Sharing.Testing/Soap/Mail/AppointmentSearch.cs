using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail SearchRequest for appointments: <c>in</c>, <c>inid</c> and words; with a range only what happens in it (recordings 06-35
/// to 06-42).
/// </summary>
internal static partial class AppointmentSearch
{
    public static XElement Run(SoapCall call, XElement request)
    {
        // Without a query it is the inbox that is searched.
        _ = (Moment(request, "calExpandInstStart"), Moment(request, "calExpandInstEnd"));
        List<AppointmentLookup> found = Matching(call, request.Attr("query") ?? "in:inbox");
        string sort = request.Attr("sortBy") ?? "dateDesc";
        found = sort switch
        {
            "dateAsc" => [.. found.OrderBy(one => one.Item.StoredAt).ThenBy(one => one.Item.Id)],
            "none" => found,
            _ => [.. found.OrderByDescending(one => one.Item.StoredAt).ThenByDescending(one => one.Item.Id)],
        };
        List<XElement> shown = [.. found.Select(one => Shown(call, one, request)).OfType<XElement>()];
        if (sort == "none")
        {
            shown.ForEach(appt => appt.SetAttributeValue("sf", ""));
        }

        int offset = (int)(request.Number("offset") ?? 0);
        int limit = (int)(request.Number("limit") ?? 10);
        return Xml.Response(
            request,
            new XAttribute("sortBy", sort),
            new XAttribute("offset", offset),
            new XAttribute("more", offset + limit < shown.Count ? "1" : "0"),
            shown.Skip(offset).Take(limit)
        );
    }

    private static XElement? Shown(SoapCall call, AppointmentLookup found, XElement request)
    {
        var summary = new AppointmentSummary(call, found, isSearch: true);
        return Moment(request, "calExpandInstStart") is { } start && Moment(request, "calExpandInstEnd") is { } end && start < end
            ? summary.In(ApptSummaries.Moment(start), ApptSummaries.Moment(end))
            : summary.First();
    }

    // The request is bound to a class before it is looked at: what is no number is no fault of the sender then.
    private static long? Moment(XElement request, string name) =>
        request.Attr(name)?.Trim() is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : throw SoapFault.Failure($"For input string: \"{text}\"");

    private static List<AppointmentLookup> Matching(SoapCall call, string query)
    {
        if (query.Count(c => c == '"') % 2 != 0)
        {
            string rest = query[query.IndexOf('"', StringComparison.Ordinal)..].Replace("\"", "\\\"", StringComparison.Ordinal);
            string column = query.Length.ToString(CultureInfo.InvariantCulture);
            throw new SoapFault(
                "mail.QUERY_PARSE_ERROR",
                $"Couldn't parse query: {query}",
                ("curTok", "STR", ""),
                ("colNo", "NUM", "-1"),
                ("parserErr", "STR", $"Lexical error at line 1, column {column}.  Encountered: <EOF> after : \"{rest}\"")
            );
        }

        IEnumerable<AppointmentLookup>? places = null;
        List<string> words = [];
        foreach (Match term in Term().Matches(query))
        {
            string value =
                term.Groups["quoted"].Success ? term.Groups["quoted"].Value
                : term.Groups["group"].Success ? term.Groups["group"].Value
                : term.Groups["bare"].Value;
            switch (term.Groups["field"].Value.ToLowerInvariant())
            {
                case "in":
                    places = (places ?? []).Concat(Folder(call, value));
                    break;
                case "inid":
                    places = (places ?? []).Concat(ById(call, value));
                    break;
                case "" or "subject" or "content":
                    words.AddRange(value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('*')));
                    break;
                default:
                    break;
            }
        }

        places ??= call.Mailbox.Folders.SelectMany(folder =>
            folder.Items.Select(item => new AppointmentLookup(call.Requested, folder, item))
        );
        return [.. places.Where(one => words.TrueForAll(word => Says(one.Item, word)))];
    }

    private static IEnumerable<AppointmentLookup> Folder(SoapCall call, string path)
    {
        MailFolder folder = call.Mailbox.Find(path)
            ?? throw new SoapFault("mail.NO_SUCH_FOLDER", $"no such folder path: //{path}", ("path", "STR", $"//{path}"));
        return folder.Link is null
            ? folder.Items.Select(item => new AppointmentLookup(call.Requested, folder, item))
            : ById(call, call.Id(call.Requested, folder.Id));
    }

    // What is not there, or out of reach, holds nothing.
    private static IEnumerable<AppointmentLookup> ById(SoapCall call, string id)
    {
        (Model.Account owner, int number) = FolderLookup.Parse(call, id);
        MailFolder? folder = call.Directory.MailboxOf(owner).FindById(number);
        bool isOpen = folder is not null && FolderLookup.RightsOn(call, owner, folder).Contains('r', StringComparison.Ordinal);
        return isOpen ? ApptSummaries.In(call, id) : [];
    }

    private static bool Says(CalendarItem item, string word) =>
        new[] { item.Summary, item.Location, item.Description }
            .Concat(item.Exceptions.Select(exception => exception.Summary))
            .Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    [GeneratedRegex("""\G\s*(?:(?<field>[A-Za-z]+):)?(?:"(?<quoted>[^"]*)"|\((?<group>[^()"]*)\)|(?<bare>[^\s"()]+))\s*""")]
    private static partial Regex Term();
}

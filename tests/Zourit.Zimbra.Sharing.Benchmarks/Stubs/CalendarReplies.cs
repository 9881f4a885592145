using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>
/// Answers batches about a calendar <c>/guestsN-…</c>, which is shared with N guests and goes on being so: grants are answered, and not
/// kept. What is asked of its owner is answered with a name; nobody else has an account.
/// </summary>
internal static partial class CalendarReplies
{
    public const string Owner = "alice@example.test";

    private const int MostCalendars = 1_000;

    public static string Path(int guests, int number = 0) => $"/guests{guests}-{number}";

    public static string Guest(int number) => $"guest{number}@outside.test";

    /// <summary>The body of the answer; null where the request is no such batch.</summary>
    public static byte[]? Answer(ReadOnlySpan<byte> request)
    {
        if (request.IndexOf("<BatchRequest"u8) < 0)
        {
            return null;
        }

        var text = new StringBuilder(
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header><context xmlns=\"urn:zimbra\"><change "
                + "token=\"7\"/></context></soap:Header><soap:Body><BatchResponse xmlns=\"urn:zimbra\">"
        );
        foreach (Match item in Item().Matches(Encoding.UTF8.GetString(request)))
        {
            Append(text, item);
        }

        return Encoding.UTF8.GetBytes(text.Append("</BatchResponse></soap:Body></soap:Envelope>").ToString());
    }

    private static void Append(StringBuilder text, Match item)
    {
        string name = item.Groups["name"].Value;
        string mark = item.Groups["mark"].Success ? $" requestId=\"{item.Groups["mark"].Value}\"" : "";
        if (name == "GetAccountInfo")
        {
            text.Append(CultureInfo.InvariantCulture, $"<soap:Fault{mark}><soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code>")
                .Append("<soap:Reason><soap:Text>no such account</soap:Text></soap:Reason><soap:Detail><Error xmlns=\"urn:zimbra\">")
                .Append("<Code>account.NO_SUCH_ACCOUNT</Code><Trace>qtp1-9:1767225600000:11aa</Trace></Error></soap:Detail></soap:Fault>");
            return;
        }

        string domain = name == "GetInfo" ? "urn:zimbraAccount" : "urn:zimbraMail";
        text.Append(CultureInfo.InvariantCulture, $"<{name}Response xmlns=\"{domain}\"{mark}>");
        switch (name)
        {
            case "GetInfo":
                text.Append(CultureInfo.InvariantCulture, $"<name>{Owner}</name><id>0a1b2c3d-0000-4000-8000-000000000001</id>");
                break;
            case "FolderAction":
                string guest = item.Groups["guest"].Value;
                text.Append("<action op=\"grant\"")
                    .Append(CultureInfo.InvariantCulture, $" zid=\"{guest}\" d=\"{guest}\" id=\"{item.Groups["id"].Value}\"/>");
                break;
            default:
                AppendFolder(text, item.Groups["path"].Value, item.Groups["id"].Value);
                break;
        }

        text.Append(CultureInfo.InvariantCulture, $"</{name}Response>");
    }

    private static void AppendFolder(StringBuilder text, string path, string id)
    {
        if (int.TryParse(id, CultureInfo.InvariantCulture, out int known) && known >= MostCalendars)
        {
            path = Path(known / MostCalendars, known % MostCalendars);
        }

        if (Calendar().Match(path) is not { Success: true } calendar)
        {
            text.Append("<folder id=\"1\" name=\"USER_ROOT\" absFolderPath=\"/\"/>");
            return;
        }

        int guests = int.Parse(calendar.Groups["guests"].Value, CultureInfo.InvariantCulture);
        int number = int.Parse(calendar.Groups["number"].Value, CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"<folder id=\"{(guests * MostCalendars) + number}\" l=\"1\" name=\"{path[1..]}\"")
            .Append(CultureInfo.InvariantCulture, $" absFolderPath=\"{path}\" view=\"appointment\" f=\"i\" ms=\"7\"><acl>");
        for (int i = 0; i < guests; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<grant gt=\"guest\" zid=\"{Guest(i)}\" perm=\"r\"/>");
        }

        text.Append("</acl></folder>");
    }

    [GeneratedRegex(
        "<(?<name>GetInfo|GetAccountInfo|GetFolder|FolderAction)Request\\b(?:[^>]*? requestId=\"(?<mark>[^\"]*)\")?[^>]*>(?:"
            + "<folder [^>]*?(?:path=\"(?<path>[^\"]*)\"|l=\"(?<id>[^\"]*)\")"
            + "|<action id=\"(?<id>[^\"]*)\"[^>]*><grant [^>]*?d=\"(?<guest>[^\"]*)\")?"
    )]
    private static partial Regex Item();

    [GeneratedRegex("^/guests(?<guests>[0-9]+)-(?<number>[0-9]+)$")]
    private static partial Regex Calendar();
}

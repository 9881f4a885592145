using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>
/// Answers the batch that reads a calendar <c>/guestsN-…</c>: it is shared with N guests. What is asked of its owner is answered with a
/// name.
/// </summary>
internal static partial class CalendarReplies
{
    public const string Owner = "alice@example.test";

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
            string mark = item.Groups["mark"].Success ? $" requestId=\"{item.Groups["mark"].Value}\"" : "";
            if (item.Groups["name"].Value == "GetInfo")
            {
                text.Append(CultureInfo.InvariantCulture, $"<GetInfoResponse xmlns=\"urn:zimbraAccount\"{mark}><name>{Owner}</name>")
                    .Append("<id>0a1b2c3d-0000-4000-8000-000000000001</id></GetInfoResponse>");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"<GetFolderResponse xmlns=\"urn:zimbraMail\"{mark}>");
                AppendFolder(text, item.Groups["path"].Value);
                text.Append("</GetFolderResponse>");
            }
        }

        return Encoding.UTF8.GetBytes(text.Append("</BatchResponse></soap:Body></soap:Envelope>").ToString());
    }

    private static void AppendFolder(StringBuilder text, string path)
    {
        if (Calendar().Match(path) is not { Success: true } calendar)
        {
            text.Append("<folder id=\"1\" name=\"USER_ROOT\" absFolderPath=\"/\"/>");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"<folder id=\"{1_000 + int.Parse(calendar.Groups["number"].Value, null)}\" l=\"1\"")
            .Append(
                CultureInfo.InvariantCulture,
                $" name=\"{path[1..]}\" absFolderPath=\"{path}\" view=\"appointment\" f=\"i\" ms=\"7\"><acl>"
            );
        int guests = int.Parse(calendar.Groups["guests"].Value, null);
        for (int i = 0; i < guests; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<grant gt=\"guest\" zid=\"{Guest(i)}\" perm=\"r\"/>");
        }

        text.Append("</acl></folder>");
    }

    [GeneratedRegex(
        "<(?<name>GetInfo|GetFolder)Request\\b(?:[^>]*? requestId=\"(?<mark>[^\"]*)\")?[^>]*>(?:<folder [^>]*?path=\"(?<path>[^\"]*)\")?"
    )]
    private static partial Regex Item();

    [GeneratedRegex("^/guests(?<guests>[0-9]+)-(?<number>[0-9]+)$")]
    private static partial Regex Calendar();
}

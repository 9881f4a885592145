using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>
/// The texts that a mail may hold a personal link in: as it is, and with what mail programs, gateways and forwarding do to it undone, one
/// thing after the other. A bounded number of readings, each in time linear to the mail.
/// </summary>
internal static partial class LinkReadings
{
    // A gateway's link inside HTML inside a base64 part is three steps away.
    private const int MaxSteps = 4;
    private const int MaxReadings = 32;
    private const int MinEncodedLength = 100;

    private static readonly Func<string, IEnumerable<string>>[] Undo =
    [
        text => [LinkSearch.DecodeQuotedPrintable(text)],
        text => [Unescape(text)],
        text => [Unwrap(text)],
        text => text.Contains('%', StringComparison.Ordinal) ? [Uri.UnescapeDataString(text)] : [],
        text => UrlDefense().IsMatch(text) ? [UndoUrlDefense(text)] : [],
        DecodeBase64,
    ];

    /// <summary>All readings, the mail itself first; none twice.</summary>
    public static IEnumerable<string> Of(string mail)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<(string Text, int Steps)>([(mail, 0)]);
        while (seen.Count < MaxReadings && pending.TryDequeue(out (string Text, int Steps) at))
        {
            if (!seen.Add(at.Text))
            {
                continue;
            }

            yield return at.Text;
            if (at.Steps < MaxSteps)
            {
                foreach (string text in Undo.SelectMany(undo => undo(at.Text)).Where(text => !seen.Contains(text)))
                {
                    pending.Enqueue((text, at.Steps + 1));
                }
            }
        }
    }

    /// <summary>HTML's entities, and what may stand inside a long word to let it break.</summary>
    private static string Unescape(string text) => BreakingMark().Replace(WebUtility.HtmlDecode(text), "");

    /// <summary>Joins lines, with the marks that a reply or forwarding puts before each.</summary>
    private static string Unwrap(string text) => LineEnd().Replace(text, "");

    /// <summary>Proofpoint's second form writes <c>-3A</c> for <c>%3A</c> and <c>_</c> for <c>/</c>.</summary>
    private static string UndoUrlDefense(string text) =>
        EscapedByte().Replace(text.Replace('_', '/'), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static IEnumerable<string> DecodeBase64(string text)
    {
        foreach (Match run in EncodedRun().Matches(QuoteMark().Replace(text, "")))
        {
            string digits = WhiteSpace().Replace(run.Value, "").Replace('-', '+').Replace('_', '/');
            string padded = digits.Length % 4 == 1 ? digits[..^1] : digits.PadRight((digits.Length + 3) & ~3, '=');
            byte[] bytes = new byte[padded.Length];
            if (
                digits.Length >= MinEncodedLength
                && Convert.TryFromBase64String(padded, bytes, out int count)
                && Encoding.Latin1.GetString(bytes, 0, count).Replace("\0", "", StringComparison.Ordinal) is var decoded
                && Trace().IsMatch(decoded)
            )
            {
                yield return decoded;
            }
        }
    }

    [GeneratedRegex(@"<wbr\s{0,5}/?>|[\u00AD\u200B\u200C\u2060\uFEFF]", RegexOptions.IgnoreCase)]
    private static partial Regex BreakingMark();

    [GeneratedRegex(@"=?\r?\n(?:[ \t]|[>|])*")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^[>| \t]+", RegexOptions.Multiline)]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"[A-Za-z0-9+/_-]{20,}(?:\r?\n[A-Za-z0-9+/_-]+)*")]
    private static partial Regex EncodedRun();

    [GeneratedRegex(@"urldefense\.[a-z.]{3,20}/v2/", RegexOptions.IgnoreCase)]
    private static partial Regex UrlDefense();

    [GeneratedRegex("-([0-9A-Fa-f]{2})")]
    private static partial Regex EscapedByte();

    // What a decoded text must hold to be worth reading: the servlet's name, whole or cut by a line end.
    [GeneratedRegex(@"extuserprov|ext\w{0,9}=\r?\n|service")]
    private static partial Regex Trace();
}

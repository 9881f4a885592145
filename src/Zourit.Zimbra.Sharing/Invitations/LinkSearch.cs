using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>Finds what looks like a personal link in the text of a mail, in time linear to it.</summary>
internal static class LinkSearch
{
    /// <summary>
    /// How many characters of a mail are looked at. Share mails have a few thousand, forwarded ones somewhat more; anybody can put a mail
    /// as large as a reply may be into their own Sent folder, and there are many ways to read it.
    /// </summary>
    public const int MostText = 256 * 1024;

    // A scheme and a host; longer ones are no address.
    private const int MaxBaseLength = 300;

    /// <summary>
    /// The first link of a mail. One that is cut at a line end is also looked for in the readings that join lines, and the longer is it.
    /// </summary>
    public static PersonalLink? Find(string mail)
    {
        PersonalLink? found = null;
        foreach (string text in LinkReadings.Of(mail.Length <= MostText ? mail : mail[..MostText]))
        {
            foreach ((string candidate, bool mayBeCut) in Candidates(text))
            {
                if (
                    Read(candidate) is { } link
                    && (found is null || (link.Signature == found.Signature && link.Token.Length > found.Token.Length))
                )
                {
                    found = link;
                    if (!mayBeCut)
                    {
                        return link;
                    }
                }
            }
        }

        return found;
    }

    private static PersonalLink? Read(string candidate)
    {
        int token = candidate.IndexOf(PersonalLink.Path, StringComparison.Ordinal) + PersonalLink.Path.Length;
        return
            PersonalLink.TryParse(candidate, out PersonalLink? link)
            || (LinkToken.AtStartOf(candidate[token..]) is { } whole && PersonalLink.TryParse(candidate[..token] + whole, out link))
            ? link
            : null;
    }

    /// <summary>What looks like a link, and whether a line end follows it, so that it may go on behind that.</summary>
    private static IEnumerable<(string Text, bool MayBeCut)> Candidates(string text)
    {
        for (
            int at = text.IndexOf(PersonalLink.Path, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(PersonalLink.Path, at + 1, StringComparison.Ordinal)
        )
        {
            int start = StartOfAddress(text, at);
            if (start < 0)
            {
                continue;
            }

            int end = at + PersonalLink.Path.Length;
            while (end < text.Length && (char.IsAsciiHexDigitLower(text[end]) || text[end] == '_'))
            {
                end++;
            }

            yield return (text[start..end], end < text.Length && text[end] is '=' or '\r' or '\n');
        }
    }

    /// <summary>Undoes quoted-printable: soft line ends and <c>=XX</c>. The link is ASCII, so the bytes need no character set.</summary>
    public static string DecodeQuotedPrintable(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                result.Append(text[i]);
            }
            else if (text.AsSpan(i + 1).StartsWith("\r\n", StringComparison.Ordinal))
            {
                i += 2;
            }
            else if (i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }
            else if (
                i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code)
            )
            {
                result.Append((char)code);
                i += 2;
            }
            else
            {
                result.Append('=');
            }
        }

        return result.ToString();
    }

    private static int StartOfAddress(string text, int end)
    {
        int window = Math.Max(0, end - MaxBaseLength);
        int separator = text.LastIndexOf("://", end, end - window, StringComparison.Ordinal);
        if (separator < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> before = text.AsSpan(window, separator - window);
        int scheme =
            before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? 5
            : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? 4
            : -1;
        return scheme < 0 ? -1 : separator - scheme;
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>Changes that leave XML well-formed, so that what reads the elements is reached and not only what reads XML.</summary>
internal sealed partial class XmlChanges(Random random)
{
    private static readonly string[] Values =
    [
        "",
        "0",
        "-1",
        "1",
        "2147483648",
        "9223372036854775807",
        "99999999999999999999",
        "true",
        "false",
        "x",
        "10",
        "/",
        "//",
        "/a:b",
        "a@b.c",
        "@",
        ":",
        "guest",
        "usr",
        "pub",
        "key",
        "all",
        "appointment",
        "r",
        "rwidxa",
        "é",
        "i#",
        "FALSE",
        "TRUE",
    ];

    /// <summary>A changed copy; the same where there is no element.</summary>
    public byte[] Change(byte[] input)
    {
        // One byte, one character, and back.
        string text = Encoding.Latin1.GetString(input);
        int at = text.Length == 0 ? -1 : text.IndexOf('<', random.Next(text.Length));
        return at < 0
            ? input
            : Encoding.Latin1.GetBytes(
                random.Next(8) switch
                {
                    0 or 1 => Element(text, at) is var (from, to) ? text[..from] + text[to..] : text,
                    2 => Element(text, at) is var (from, to) ? text[..to] + text[from..] : text,
                    3 => Moved(text, at),
                    4 => Nested(text, at),
                    5 => AttributeAt(text, at) is { Success: true } found ? text.Remove(found.Index, found.Length) : text,
                    6 => Contents(text, at),
                    _ => AttributeAt(text, at) is { Success: true } found
                        ? text[..found.Groups[1].Index] + Value(text) + text[(found.Groups[1].Index + found.Groups[1].Length)..]
                        : text,
                }
            );
    }

    /// <summary>Where the element that starts at or after a place starts and ends.</summary>
    private static (int From, int To)? Element(string text, int at)
    {
        Match open = Tag().Match(text, at);
        while (open.Success && open.Groups[1].Value == "/")
        {
            open = open.NextMatch();
        }

        if (!open.Success)
        {
            return null;
        }

        int depth = 0;
        for (Match tag = open; tag.Success; tag = tag.NextMatch())
        {
            depth +=
                tag.Groups[1].Value == "/" ? -1
                : tag.Groups[2].Value == "/" ? 0
                : 1;
            if (depth == 0)
            {
                return (open.Index, tag.Index + tag.Length);
            }
        }

        return null;
    }

    private string Moved(string text, int at)
    {
        if (Element(text, at) is not var (from, to))
        {
            return text;
        }

        string rest = text[..from] + text[to..];
        Match there = Tag().Match(rest, random.Next(rest.Length + 1));
        return there.Success ? rest.Insert(there.Index, text[from..to]) : text;
    }

    private string Nested(string text, int at)
    {
        if (Element(text, at) is not var (from, to))
        {
            return text;
        }

        int times = 1 << random.Next(1, 8);
        string open = Tag().Match(text, from).Value;
        string name = Name().Match(open).Value;
        return name.Length == 0 || open.EndsWith("/>", StringComparison.Ordinal)
            ? text
            : text[..from]
                + string.Concat(Enumerable.Repeat(open, times))
                + text[from..to]
                + string.Concat(Enumerable.Repeat($"</{name}>", times))
                + text[to..];
    }

    private string Contents(string text, int at)
    {
        int from = text.IndexOf('>', at) + 1;
        int to = from <= 0 ? -1 : text.IndexOf('<', from);
        return to < 0 ? text : text[..from] + Value(text) + text[to..];
    }

    private string Value(string text)
    {
        Match other = AttributeAt(text, random.Next(text.Length));
        return random.Next(2) == 0 && other.Success ? other.Groups[1].Value : Values[random.Next(Values.Length)];
    }

    private static Match AttributeAt(string text, int at) => Attribute().Match(text, at);

    [GeneratedRegex("""<(/?)[A-Za-z][^<>]*?(/?)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""[A-Za-z][\w:.-]*""")]
    private static partial Regex Name();

    [GeneratedRegex("\\s[\\w:]+=\"([^\"<>]*)\"")]
    private static partial Regex Attribute();
}

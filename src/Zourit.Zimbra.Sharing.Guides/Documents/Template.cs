using System.Globalization;
using System.Text;

namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>
/// Turns a sentence of the wording into spans: <c>[…]</c> is a choice, <c>{name}</c> a value. Values come from outside and are never read
/// as markup.
/// </summary>
internal sealed class Template(IReadOnlyDictionary<string, Span> values)
{
    public IReadOnlyList<Span> Fill(string sentence)
    {
        var spans = new List<Span>();
        var plain = new StringBuilder();
        for (int at = 0; at < sentence.Length; at++)
        {
            if (sentence[at] is not ('[' or '{'))
            {
                plain.Append(sentence[at]);
                continue;
            }

            int end = sentence.IndexOf(sentence[at] == '[' ? ']' : '}', at);
            string name = sentence[(at + 1)..end];
            Span span = sentence[at] == '[' ? new Span(SpanKind.Choice, name) : values[name];
            at = end;
            Flush(plain, spans);
            spans.Add(span);
        }

        Flush(plain, spans);
        return spans;
    }

    /// <summary>
    /// A name from outside on one line: control characters, and those that turn the direction of writing, become spaces or go.
    /// </summary>
    public static string OneLine(string name)
    {
        var line = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    line.Append(' ');
                    break;
                case UnicodeCategory.Format when rune.Value is not (0x200C or 0x200D):
                case UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
                    break;
                default:
                    line.Append(rune.ToString());
                    break;
            }
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Flush(StringBuilder plain, List<Span> spans)
    {
        if (plain.Length > 0)
        {
            spans.Add(new Span(SpanKind.Plain, plain.ToString()));
            plain.Clear();
        }
    }
}

using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Guides.Documents;

namespace Zourit.Zimbra.Sharing.Guides.Rendering;

/// <summary>Writes a guide as CommonMark.</summary>
internal sealed class MarkdownRenderer
{
    private const string Special = "\\`*_{}[]()#+-.!<>|~&@:=";

    private readonly StringBuilder _markdown = new(8 * 1024);
    private readonly Leaflet _leaflet;

    private MarkdownRenderer(Leaflet leaflet) => _leaflet = leaflet;

    public static string Render(Leaflet leaflet) => new MarkdownRenderer(leaflet).Text();

    private string Text()
    {
        Block($"# {Inline(_leaflet.Title)}");
        Block(Inline(_leaflet.Lead));
        Block($"## {_leaflet.FactsHeading}");
        foreach (Fact fact in _leaflet.Facts)
        {
            Line($"- **{fact.Label}** — {Inline(fact.Value)}");
        }

        Line("");
        if (_leaflet.Warnings.Count > 0)
        {
            string warnings = string.Join("\n>\n> ", _leaflet.Warnings.Select(Inline));
            Block($"> **{_leaflet.WarningLabel}**\n>\n> {warnings}");
        }

        Sections(_leaflet.Preparations, "##");
        Block($"## {_leaflet.ProgramsHeading}");
        Block(_leaflet.ProgramsIntro);
        Sections(_leaflet.Programs, "###");
        Sections(_leaflet.Endings, "##");
        return _markdown.ToString().TrimEnd('\n') + "\n";
    }

    private void Sections(IReadOnlyList<Section> sections, string level)
    {
        foreach (Section section in sections)
        {
            Block($"{level} {section.Heading}{(section.Impossible ? $" — *{_leaflet.CannotMark}*" : "")}");
            foreach (IReadOnlyList<Span> paragraph in section.Intro)
            {
                Block(Inline(paragraph));
            }

            for (int step = 0; step < section.Steps.Count; step++)
            {
                Line(string.Create(CultureInfo.InvariantCulture, $"{step + 1}. {Inline(section.Steps[step])}"));
            }

            _markdown.Append(section.Steps.Count > 0 ? "\n" : "");
            foreach (IReadOnlyList<Span> note in section.Notes)
            {
                // A list of notes right after the numbered steps would continue them in some readers: notes are paragraphs there.
                Line(section.Steps.Count > 0 ? $"{Inline(note)}\n" : $"- {Inline(note)}");
            }

            _markdown.Append(section.Steps.Count == 0 && section.Notes.Count > 0 ? "\n" : "");
        }
    }

    private static string Inline(IReadOnlyList<Span> spans) => string.Concat(spans.Select(Inline));

    private static string Inline(Span span) =>
        span.Kind switch
        {
            SpanKind.Choice => $"**{span.Text}**",
            SpanKind.Literal => Code(span.Text),
            SpanKind.Link => $"<{span.Text}>",
            SpanKind.Name => Escape(span.Text),
            _ => span.Text,
        };

    // "." and "@" too, lest a reader make a link of "www.example.org" or a list of "1.".
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    private static string Code(string text)
    {
        string fence = "`";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += '`';
        }

        return fence.Length == 1 ? $"`{text}`" : $"{fence} {text} {fence}";
    }

    private void Block(string text) => Line($"{text}\n");

    private void Line(string text) => _markdown.Append(text).Append('\n');
}

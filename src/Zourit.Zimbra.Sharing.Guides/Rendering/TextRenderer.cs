using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Guides.Documents;

namespace Zourit.Zimbra.Sharing.Guides.Rendering;

/// <summary>Writes a guide as plain text for a mail's body.</summary>
internal sealed class TextRenderer
{
    private const int Width = 76;

    // Around what is on a line of its own.
    private const char OwnLine = '\u0001';

    private readonly StringBuilder _text = new(8 * 1024);
    private readonly Leaflet _leaflet;
    private readonly string _open;
    private readonly string _close;

    private TextRenderer(Leaflet leaflet)
    {
        _leaflet = leaflet;
        (_open, _close) = leaflet.Language == "fr" ? ("«\u00A0", "\u00A0»") : ("“", "”");
    }

    public static string Render(Leaflet leaflet) => new TextRenderer(leaflet).Text();

    private string Text()
    {
        Underlined(Span.Flat(_leaflet.Title), '=');
        Block(Inline(_leaflet.Lead));
        Underlined(_leaflet.FactsHeading, '-');
        foreach (Fact fact in _leaflet.Facts)
        {
            _text.Append(fact.Label).Append('\n');
            Wrap(Span.Flat(fact.Value), "    ", "    ");
        }

        _text.Append('\n');
        if (_leaflet.Warnings.Count > 0)
        {
            Underlined(_leaflet.WarningLabel, '-');
            Marked(_leaflet.Warnings, "! ");
        }

        Sections(_leaflet.Preparations);
        Underlined(_leaflet.ProgramsHeading, '=');
        Block(_leaflet.ProgramsIntro);
        Sections(_leaflet.Programs);
        Sections(_leaflet.Endings);
        return _text.ToString().TrimEnd('\n') + "\n";
    }

    private void Sections(IReadOnlyList<Section> sections)
    {
        foreach (Section section in sections)
        {
            Underlined(section.Impossible ? $"{section.Heading} ({_leaflet.CannotMark})" : section.Heading, '-');
            foreach (IReadOnlyList<Span> paragraph in section.Intro)
            {
                Block(Inline(paragraph));
            }

            for (int step = 0; step < section.Steps.Count; step++)
            {
                Wrap(Inline(section.Steps[step]), string.Create(CultureInfo.InvariantCulture, $"{step + 1}. "), "   ");
            }

            _text.Append(section.Steps.Count > 0 ? "\n" : "");
            Marked(section.Notes, "- ");
        }
    }

    private void Marked(IReadOnlyList<IReadOnlyList<Span>> paragraphs, string mark)
    {
        foreach (IReadOnlyList<Span> paragraph in paragraphs)
        {
            Wrap(Inline(paragraph), mark, "  ");
        }

        _text.Append(paragraphs.Count > 0 ? "\n" : "");
    }

    private void Underlined(string heading, char line)
    {
        int start = _text.Length;
        Wrap(heading, "", "");
        _text.Append(line, Math.Min(Width, _text.Length - start - 1)).Append("\n\n");
    }

    private void Block(string text)
    {
        Wrap(text, "", "");
        _text.Append('\n');
    }

    private void Wrap(string text, string first, string others)
    {
        string indent = first;
        string[] parts = text.Split(OwnLine);
        for (int part = 0; part < parts.Length; part++)
        {
            string words = parts[part].Trim(' ');
            if (words.Length == 0)
            {
                continue;
            }

            if (part % 2 == 1)
            {
                _text.Append(indent).Append("    ").Append(words).Append('\n');
            }
            else
            {
                Words(words, indent, others);
            }

            indent = others;
        }
    }

    // Breaks at plain blanks only: no-break blanks hold French punctuation, and an address must stay whole.
    private void Words(string text, string first, string others)
    {
        string indent = first;
        int length = 0;
        foreach (string word in text.Split(' '))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                _text.Append('\n');
                indent = others;
                length = 0;
            }

            _text.Append(length == 0 ? indent : " ").Append(word);
            length += (length == 0 ? indent.Length : 1) + word.Length;
        }

        _text.Append('\n');
    }

    // An address within a sentence has a line of its own, without brackets and without the punctuation that follows it: what is copied is
    // the address and nothing else (a calendar program takes a full stop or a bracket for a part of it).
    private string Inline(IReadOnlyList<Span> spans)
    {
        var text = new StringBuilder();
        bool isAfterAddress = false;
        foreach (Span span in spans)
        {
            bool isAddress = span.Kind is SpanKind.Link or SpanKind.Literal && span.Text.Contains("://", StringComparison.Ordinal);
            string piece =
                isAddress ? $"{OwnLine}{span.Text}{OwnLine}"
                : span.Kind == SpanKind.Choice ? $"{_open}{span.Text}{_close}"
                : isAfterAddress ? span.Text.TrimStart('.', ',', ';', ' ', '\u00A0')
                : span.Text;
            text.Append(piece);
            isAfterAddress = isAddress;
        }

        return text.ToString();
    }
}

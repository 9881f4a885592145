using System.Text;
using Zourit.Zimbra.Sharing.Guides.Documents;

namespace Zourit.Zimbra.Sharing.Guides.Rendering;

/// <summary>Writes a guide as one HTML page. Whatever comes from outside passes <see cref="Html.Encode"/>.</summary>
internal sealed class HtmlRenderer
{
    private readonly StringBuilder _html = new(32 * 1024);
    private readonly Leaflet _leaflet;
    private readonly string _profile;

    private HtmlRenderer(Leaflet leaflet, string profileHref, string profileName)
    {
        _leaflet = leaflet;
        _profile =
            $"""<p class="profile"><a href="{Html.Encode(profileHref)}" download="{Html.Encode(profileName)}">{Html.Encode(leaflet.ProfileLabel)}</a></p>""";
    }

    public static string Render(Leaflet leaflet, string profileHref, string profileName) =>
        new HtmlRenderer(leaflet, profileHref, profileName).Page();

    private string Page()
    {
        string title = Html.Encode(Span.Flat(_leaflet.Title));
        Line(
            $"""
            <!DOCTYPE html>
            <html lang="{_leaflet.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <style>
            {HtmlStyle.Css}
            </style>
            </head>
            <body>
            <main>
            <header>
            <h1>{Inline(_leaflet.Title)}</h1>
            <p>{Inline(_leaflet.Lead)}</p>
            </header>
            """
        );
        Card();
        Warnings();
        foreach (Section section in _leaflet.Preparations)
        {
            Section(section, "h2", "first");
        }

        Line($"""<section class="programs"><h2>{Html.Encode(_leaflet.ProgramsHeading)}</h2>""");
        Line($"<p>{Html.Encode(_leaflet.ProgramsIntro)}</p>");
        Line($"""<nav aria-label="{Html.Encode(_leaflet.ProgramsHeading)}"><ul>""");
        foreach (Section program in _leaflet.Programs)
        {
            Line(
                $"""<li><a href="#{program.Id}"{(program.Impossible ? " class=\"no\"" : "")}>{Html.Encode(program.Heading)}{Mark(program)}</a></li>"""
            );
        }

        Line("</ul></nav>");
        foreach (Section program in _leaflet.Programs)
        {
            Section(program, "h3", program.Impossible ? "program no" : "program");
        }

        Line("</section>");
        foreach (Section section in _leaflet.Endings)
        {
            Section(section, "h2", "end");
        }

        Line("</main>\n</body>\n</html>");
        return _html.ToString();
    }

    private void Card()
    {
        Line($"""<section class="card" aria-labelledby="facts"><div><h2 id="facts">{Html.Encode(_leaflet.FactsHeading)}</h2><dl>""");
        foreach (Fact fact in _leaflet.Facts)
        {
            Line($"<dt>{Html.Encode(fact.Label)}</dt><dd>{Inline(fact.Value)}</dd>");
        }

        Line("</dl></div>");
        if (QrCode.Svg(_leaflet.Address, _leaflet.QrAlternative) is { } code)
        {
            Line($"<figure>{code}<figcaption>{Html.Encode(_leaflet.QrCaption)}</figcaption></figure>");
        }

        Line("</section>");
    }

    private void Warnings()
    {
        if (_leaflet.Warnings.Count == 0)
        {
            return;
        }

        Line($"""<section class="warning" aria-labelledby="warnings"><h2 id="warnings">{Html.Encode(_leaflet.WarningLabel)}</h2>""");
        Paragraphs(_leaflet.Warnings, "");
        Line("</section>");
    }

    private void Section(Section section, string heading, string style)
    {
        Line($"""<section id="{section.Id}" class="{style}"><{heading}>{Html.Encode(section.Heading)}{Mark(section)}</{heading}>""");
        Paragraphs(section.Intro, "");
        if (section.Steps.Count > 0)
        {
            Line("<ol>");
            foreach (IReadOnlyList<Span> step in section.Steps)
            {
                Line($"<li>{Inline(step)}</li>");
            }

            Line("</ol>");
        }

        Paragraphs(section.Notes, section.Steps.Count > 0 ? " class=\"note\"" : "");
        if (section.OffersProfile)
        {
            Line(_profile);
        }

        Line("</section>");
    }

    private void Paragraphs(IReadOnlyList<IReadOnlyList<Span>> paragraphs, string style)
    {
        foreach (IReadOnlyList<Span> paragraph in paragraphs)
        {
            Line($"<p{style}>{Inline(paragraph)}</p>");
        }
    }

    private string Mark(Section section) => section.Impossible ? $""" <span class="mark">{Html.Encode(_leaflet.CannotMark)}</span>""" : "";

    private static string Inline(IReadOnlyList<Span> spans) =>
        string.Concat(spans.Select(span => Inline(span.Kind, Html.Encode(span.Text))));

    private static string Inline(SpanKind kind, string text) =>
        kind switch
        {
            SpanKind.Choice => $"<b>{text}</b>",
            SpanKind.Literal => $"<code>{text}</code>",
            SpanKind.Link => $"""<a href="{text}" rel="noreferrer">{text}</a>""",
            SpanKind.Name => $"<bdi>{text}</bdi>",
            _ => text,
        };

    private void Line(string line) => _html.Append(line).Append('\n');
}

namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>A piece of text that is shown in one way.</summary>
internal readonly record struct Span(SpanKind Kind, string Text)
{
    /// <summary>The bare text.</summary>
    public static string Flat(IReadOnlyList<Span> spans) => string.Concat(spans.Select(span => span.Text));
}

namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>How a piece of text is shown.</summary>
internal enum SpanKind
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>A name or date from outside.</summary>
    Name,

    /// <summary>Something to press or choose, in the words of the program.</summary>
    Choice,

    /// <summary>Something to type or paste, letter by letter.</summary>
    Literal,

    /// <summary>An address to open in a browser.</summary>
    Link,
}

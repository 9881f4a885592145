using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>One piece of a document, where it is, and of a scalar its text.</summary>
internal readonly record struct DocumentEvent(
    DocumentEventKind Kind,
    SourceLocation At,
    string Text = "",
    bool IsQuoted = false,
    bool IsNull = false
);

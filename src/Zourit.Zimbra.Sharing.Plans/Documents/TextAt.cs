using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>A text of a file, and where it is.</summary>
internal readonly record struct TextAt(string Text, SourceLocation At);

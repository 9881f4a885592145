using Zourit.Zimbra.Sharing.Plans.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>A value of a document, and where it is.</summary>
internal abstract record Node(SourceLocation At);

/// <summary>A text, number, truth value or nothing.</summary>
internal sealed record ScalarNode(SourceLocation At, string Text, bool IsQuoted, bool IsNull) : Node(At);

/// <summary>A list.</summary>
internal sealed record ListNode(SourceLocation At, IReadOnlyList<Node> Items) : Node(At);

/// <summary>Keys with values, in the order of the document; no key twice.</summary>
internal sealed record MapNode(SourceLocation At, IReadOnlyList<MapEntry> Entries) : Node(At)
{
    public Node? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key).Value;
}

/// <summary>A key with its value.</summary>
internal readonly record struct MapEntry(string Key, SourceLocation At, Node Value);

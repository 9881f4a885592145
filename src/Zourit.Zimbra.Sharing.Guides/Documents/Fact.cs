namespace Zourit.Zimbra.Sharing.Guides.Documents;

/// <summary>One line of the card at the top: what it is, and what it says.</summary>
internal sealed record Fact(string Label, IReadOnlyList<Span> Value);

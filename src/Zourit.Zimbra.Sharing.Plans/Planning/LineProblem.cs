using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A line of the manifest that cannot be carried out as it is.</summary>
public sealed record LineProblem
{
    /// <summary>The line.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>What is wrong, and how to cure it.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary><c>file:line:column: text</c>, in English.</summary>
    public override string ToString() => $"{Location}: {Text}";
}

using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>Something in a manifest, a policy or a list that must be changed before it can be used.</summary>
public sealed record ManifestError
{
    /// <summary>What kind of error it is.</summary>
    public required ManifestErrorCode Code { get; init; }

    /// <summary>Where it is.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The other place of a contradiction or repetition, or the place in the policy; null for other errors.</summary>
    public SourceLocation? Other { get; init; }

    /// <summary>What is wrong and how to cure it. Text from files is quoted in part, with control characters escaped.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary><c>file:line:column: text</c>, in English.</summary>
    public override string ToString() => $"{Location}: {Text}";
}

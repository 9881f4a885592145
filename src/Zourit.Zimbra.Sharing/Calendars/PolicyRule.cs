using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One attribute of the sharing policy and what it means for the share that was asked about.</summary>
public sealed record PolicyRule
{
    /// <summary>The directory attribute, e.g. <c>zimbraExternalSharingEnabled</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>The value in force; several joined by <c>, </c>; null when it is not set or cannot be read.</summary>
    public string? Value { get; init; }

    /// <summary>Where it is set.</summary>
    public required PolicyLevel Level { get; init; }

    /// <summary>What it says.</summary>
    public required PolicyAnswer Answer { get; init; }

    /// <summary>The same as a sentence for people.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The sentence, in English.</summary>
    public override string ToString() => Text.ToString();
}

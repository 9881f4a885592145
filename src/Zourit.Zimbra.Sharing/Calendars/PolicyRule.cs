namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>One attribute of the sharing policy and what it means for the share that was asked about.</summary>
/// <param name="Attribute">The directory attribute, e.g. <c>zimbraExternalSharingEnabled</c>.</param>
/// <param name="Value">The value in force; several joined by <c>, </c>; null when it is not set or cannot be read.</param>
/// <param name="Level">Where it is set.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Text">The same as a sentence for people.</param>
public sealed record PolicyRule(string Attribute, string? Value, PolicyLevel Level, PolicyAnswer Answer, string Text)
{
    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}

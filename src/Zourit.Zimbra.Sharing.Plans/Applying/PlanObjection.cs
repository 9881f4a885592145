using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Something for which a plan is not applied.</summary>
public sealed record PlanObjection
{
    /// <summary>What kind of thing.</summary>
    public required PlanObjectionCode Code { get; init; }

    /// <summary>What it is, and what to do.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The text, in English.</summary>
    public override string ToString() => Text.ToString();
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>A limit that the plan exceeds: it is shown, and not applied.</summary>
public sealed record LimitBreach
{
    /// <summary>The limit.</summary>
    public required PlanLimit Limit { get; init; }

    /// <summary>The domain or owner; null for the plan as a whole.</summary>
    public string? Subject { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many are allowed.</summary>
    public required int Allowed { get; init; }

    /// <summary>How many shares there are now.</summary>
    public required int Of { get; init; }

    /// <summary>What is exceeded, and what to do.</summary>
    public LocalizedText Text => PlanTexts.Breach(this);

    /// <summary>The text, in English.</summary>
    public override string ToString() => Text.ToString();
}

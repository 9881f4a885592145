using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What all rules together say about one kind of share.</summary>
public sealed record PolicyVerdict
{
    /// <summary>The rules that were looked at.</summary>
    public required IReadOnlyList<PolicyRule> Rules
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>Refused as soon as one rule refuses, allowed when all allow.</summary>
    public PolicyAnswer Answer =>
        Rules.Any(rule => rule.Answer == PolicyAnswer.Refused) ? PolicyAnswer.Refused
        : Rules.Any(rule => rule.Answer == PolicyAnswer.Unknown) ? PolicyAnswer.Unknown
        : PolicyAnswer.Allowed;

    /// <summary>The longest that such a share may last, counted from its making; null for no limit.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The answer, and the rules that make it one other than allowed.</summary>
    public override string ToString() =>
        string.Join(
            " ",
            Rules
                .Where(rule => rule.Answer == Answer && Answer != PolicyAnswer.Allowed)
                .Select(rule => rule.Text.ToString())
                .Prepend($"{Answer}.")
        );
}

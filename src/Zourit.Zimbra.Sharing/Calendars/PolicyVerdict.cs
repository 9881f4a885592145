namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What all rules together say about one kind of share.</summary>
/// <param name="Rules">The rules that were looked at.</param>
public sealed record PolicyVerdict(IReadOnlyList<PolicyRule> Rules)
{
    /// <summary>Refused as soon as one rule refuses, allowed when all allow.</summary>
    public PolicyAnswer Answer =>
        Rules.Any(rule => rule.Answer == PolicyAnswer.Refused) ? PolicyAnswer.Refused
        : Rules.Any(rule => rule.Answer == PolicyAnswer.NotKnown) ? PolicyAnswer.NotKnown
        : PolicyAnswer.Allowed;

    /// <summary>The longest that such a share may last, counted from its making; null for no limit.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The answer, and the rules that make it one other than allowed.</summary>
    public override string ToString() =>
        string.Join(
            " ",
            Rules.Where(rule => rule.Answer == Answer && Answer != PolicyAnswer.Allowed).Select(rule => rule.Text).Prepend($"{Answer}.")
        );
}

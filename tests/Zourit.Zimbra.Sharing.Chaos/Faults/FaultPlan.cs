using Zourit.Zimbra.Sharing.Chaos.Scenarios;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Faults;

/// <summary>The bad weather of one scenario: faults of single calls, and what the whole server does.</summary>
internal sealed record FaultPlan
{
    // The filter counts each connection by itself, and a caller's requests are spread over several.
    private const int PartOfConnection = 6;

    public required IReadOnlyList<FaultRule> Rules { get; init; }

    /// <summary>How long a change of grants stays unknown to sign-up; null for not at all.</summary>
    public TimeSpan? PublicationLag { get; init; }

    /// <summary>
    /// Requests a second over one connection, and the status of the refusal, of the filter against floods; null for none.
    /// </summary>
    public (int PerSecond, int Status)? Limit { get; init; }

    /// <summary>Failed logins and time of the filter against guessing; null for none.</summary>
    public (int Failures, TimeSpan Duration)? Block { get; init; }

    /// <summary>Between the requests of which batches other sessions come, counted over all callers; null for none.</summary>
    public (int First, int Last)? Passing { get; init; }

    /// <summary>Whether the server may do things after their call was answered, and after somebody looked for them.</summary>
    public bool ActsLate => Rules.Any(rule => rule.Kind.Method == nameof(MisbehaviourTrigger.HtmlPageBeforeEffect));

    /// <summary>The methods of the fake's misbehaviour that this plan uses.</summary>
    public IEnumerable<string> Methods =>
        Rules
            .Select(rule => rule.Kind.Method)
            .Concat(PublicationLag is null ? [] : [nameof(MisbehaviourRules.LagPublication)])
            .Concat(Limit is null ? [] : [nameof(MisbehaviourRules.LimitRequests)])
            .Concat(Passing is null ? [] : [nameof(MisbehaviourTrigger.BetweenItems)])
            .Concat(Block is null ? [] : [nameof(MisbehaviourRules.BlockAddressAfterFailedLogins)]);

    public override string ToString() =>
        string.Join(
            ", ",
            Rules
                .Select(rule => rule.ToString())
                .Concat(PublicationLag is { } lag ? [$"lag {lag.TotalMilliseconds} ms"] : [])
                .Concat(Limit is { } limit ? [$"limit {limit}"] : [])
                .Concat(Passing is { } passing ? [$"passing {passing}"] : [])
                .Concat(Block is { } block ? [$"block {block}"] : [])
        );

    public static FaultPlan Draw(int seed)
    {
        var dice = new Dice(seed, "faults");

        // From a mild day to a storm.
        int count = dice.Pick([2, 8, 15, 20, 30, 50]);
        var passers = new Dice(seed, "passing");
        return new FaultPlan
        {
            Rules = [.. Enumerable.Range(0, count).Select(_ => DrawRule(dice)), .. DrawOpenRules(new Dice(seed, "open faults"))],
            PublicationLag = dice.Chance(20) ? TimeSpan.FromMilliseconds(dice.Between(20, 400)) : null,
            Limit = dice.Chance(12) ? (dice.Between(20, 60) / PartOfConnection, dice.Pick([503, 429])) : null,
            Passing = passers.Chance(40) ? (passers.Between(1, 5), passers.Between(5, 60)) : null,
            Block = dice.Chance(15) ? (dice.Between(0, 2), TimeSpan.FromMilliseconds(dice.Between(50, 400))) : null,
        };
    }

    /// <summary>The same, and besides what goes wrong where guests' accounts are seen to.</summary>
    public static FaultPlan DrawForGuests(int seed)
    {
        FaultPlan plan = Draw(seed);
        var dice = new Dice(seed, "guests' faults");
        return plan with
        {
            Rules = [.. plan.Rules, .. Enumerable.Range(0, dice.Between(0, 5)).Select(_ => DrawRule(dice, FaultCatalogue.Administration))],
        };
    }

    /// <summary>Makes the rules.</summary>
    /// <param name="rules">The server's.</param>
    /// <param name="passing">What other sessions do between the requests of a batch.</param>
    public void Apply(MisbehaviourRules rules, Func<BatchGap, Task> passing)
    {
        foreach (FaultRule rule in Rules)
        {
            rule.Apply(rules);
        }

        if (PublicationLag is { } lag)
        {
            rules.LagPublication(lag);
        }

        if (Limit is { } limit)
        {
            rules.LimitRequests(limit.PerSecond, limit.Status);
        }

        if (Passing is { } batches)
        {
            rules.On("BatchRequest").Calls(batches.First, batches.Last).BetweenItems(passing);
        }

        if (Block is { } block)
        {
            rules.BlockAddressAfterFailedLogins(block.Failures, block.Duration);
        }
    }

    private static IEnumerable<FaultRule> DrawOpenRules(Dice dice)
    {
        int count = dice.Chance(30) ? dice.Between(1, 5) : 0;
        for (int number = 0; number < count; number++)
        {
            FaultKind kind = dice.Pick(FaultCatalogue.OpenKinds);
            yield return DrawRule(dice, kind, kind.Operations);
        }
    }

    private static FaultRule DrawRule(Dice dice)
    {
        FaultKind kind = dice.Pick(FaultCatalogue.Kinds);
        return DrawRule(dice, kind, kind.Operations);
    }

    private static FaultRule DrawRule(Dice dice, IReadOnlyList<FaultTarget> targets) =>
        DrawRule(dice, dice.Pick([.. FaultCatalogue.Kinds.Where(FaultCatalogue.IsForEveryRequest)]), targets);

    private static FaultRule DrawRule(Dice dice, FaultKind kind, IReadOnlyList<FaultTarget> targets)
    {
        FaultTarget target = dice.Pick(targets);
        int first = dice.Between(1, target.Calls);

        // Sometimes a run of calls, so that repeating alone does not help.
        int last = dice.Chance(15) ? first + dice.Between(1, 4) : first;
        return new FaultRule(kind, target, first, last, dice.Below(kind.Choices));
    }
}

namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>Hands the scripts to the callers, mixes each caller's scripts, and draws who gives up and who dies.</summary>
internal sealed class CallerDrafts(int seed)
{
    private readonly Dice _dice = new(seed, "callers");
    private readonly Dice _clocks = new(seed, "clocks");
    private readonly List<Draft> _drafts = [];

    public void Add(LoginKind login, string account) => _drafts.Add(new Draft(login, account));

    /// <summary>Gives a script to somebody who may act for an owner; twice, to two callers who do the same, where there are two.</summary>
    public void Give(IReadOnlyList<Step> script, string owner, bool twice)
    {
        List<Draft> able = _dice.Shuffled(_drafts.Where(draft => draft.Account == owner || draft.Login == LoginKind.Administrator));
        foreach (Draft draft in able.Take(twice ? 2 : 1))
        {
            draft.Scripts.Add(script);
        }
    }

    public void GiveAdministrator(Step step, bool other)
    {
        List<Draft> administrators = [.. _drafts.Where(draft => draft.Login == LoginKind.Administrator)];
        administrators[other ? administrators.Count - 1 : 0].Scripts.Add([step]);
    }

    /// <summary>Gives a script to the caller who was added last.</summary>
    public void GiveLast(IReadOnlyList<Step> script) => _drafts[^1].Scripts.Add(script);

    public void GiveAnonymous(Step step) => Only(LoginKind.Anonymous).Scripts.Add([step]);

    /// <summary>Wrong passwords come from a caller of their own, with a client for each.</summary>
    public void GiveGuesser(Step step) => Only(LoginKind.Anonymous).Scripts.Add([step]);

    public IReadOnlyList<CallerPlan> Finish() =>
        [
            .. _drafts
                .Where(draft => draft.Scripts.Count > 0)
                .Select(
                    (draft, number) =>
                        new CallerPlan(number, draft.Login, draft.Account, [.. Together(Mixed(draft.Scripts)).Select(WithGivingUp)])
                        {
                            Crashes = _dice.Chance(35) ? [.. Enumerable.Range(0, _dice.Between(1, 2)).Select(_ => Interrupted(20))] : [],
                            // Preauth logins are refused from five minutes on.
                            ClockAhead = TimeSpan.FromSeconds(_clocks.Pick([0, 0, 0, 1, -1, 7, -7, 120, -120])),
                            MaxRetries = _dice.Between(0, 3),
                            BreakAfterRequests = _dice.Pick([0, 5, 10]),
                        }
                ),
        ];

    private Draft Only(LoginKind login)
    {
        if (_drafts.Find(draft => draft.Login == login) is not { } draft)
        {
            _drafts.Add(draft = new Draft(login, ""));
        }

        return draft;
    }

    private Interruption Interrupted(int requests) =>
        new(_dice.Between(1, requests), _dice.Pick([Moment.BeforeSending, Moment.WhileUnderWay, Moment.AfterReply]));

    private Step WithGivingUp(Step step) => _dice.Chance(12) ? step with { GivesUp = Interrupted(4) } : step;

    /// <summary>Mixes the scripts and keeps the order within each.</summary>
    private List<Step> Mixed(IReadOnlyList<IReadOnlyList<Step>> scripts)
    {
        List<Queue<Step>> left = [.. scripts.Select(script => new Queue<Step>(script))];
        var steps = new List<Step>();
        while (left.Count > 0)
        {
            Queue<Step> script = _dice.Pick(left);
            steps.Add(script.Dequeue());
            if (script.Count == 0)
            {
                left.Remove(script);
            }
        }

        return steps;
    }

    /// <summary>Sometimes a caller does shares of guests, and revocations, by lists.</summary>
    private List<Step> Together(List<Step> steps)
    {
        if (_dice.Chance(40))
        {
            List<ShareStep> shares = [.. Alone<ShareStep>(steps)];
            if (shares.Count > 1)
            {
                steps = [.. steps.Except(shares), new ShareAllStep(shares, _dice.Between(1, 4), _dice.Pick([1, 2, 20]))];
            }
        }

        if (_dice.Chance(40))
        {
            List<RevokeStep> revocations = [.. Alone<RevokeStep>(steps)];
            if (revocations.Count > 1)
            {
                steps =
                [
                    .. steps.Except(revocations),
                    new RevokeAllStep(
                        [.. revocations.Select(revocation => revocation with { Notify = false })],
                        _dice.Between(1, 4),
                        _dice.Pick([1, 2, 20])
                    ),
                ];
            }
        }

        return _dice.Chance(50) ? steps : [.. steps.OrderBy(step => step is ShareAllStep or RevokeAllStep ? 0 : 1)];
    }

    // Steps whose grant no other step of this caller touches: their order does not matter.
    private static IEnumerable<TStep> Alone<TStep>(List<Step> steps)
        where TStep : Step =>
        steps
            .OfType<TStep>()
            .Where(step => step.Cells[0].Kind == GranteeKind.Guest && steps.Count(other => other.Cells.Contains(step.Cells[0])) == 1);

    private sealed record Draft(LoginKind Login, string Account)
    {
        public List<IReadOnlyList<Step>> Scripts { get; } = [];
    }
}

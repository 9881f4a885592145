namespace Zourit.Zimbra.Sharing.Chaos.Scenarios;

/// <summary>
/// Draws, in some seeds, renewals beyond a ceiling, calls at the same moment, and raw requests. From streams of random numbers of its own,
/// and for a caller of its own who comes last, so that what all others do stays what it is without them.
/// </summary>
internal sealed class AsidePlanner(int seed)
{
    private readonly Dice _dice = new(seed, "aside");
    private readonly Dice _lists = new(seed, "lists aside");

    /// <summary>The calendar with a ceiling; null in other seeds.</summary>
    public CappedCalendar? DrawCapped(IReadOnlyList<PlannedOwner> owners)
    {
        if (!_dice.Chance(40))
        {
            return null;
        }

        PlannedOwner owner = _dice.Pick(owners);
        const string path = "/capped";
        IEnumerable<Cell> guests = Enumerable
            .Range(0, _dice.Between(2, 4))
            .Select(number => new Cell(owner.Name, path, GranteeKind.Guest, $"capped{number}@capped.example"));
        return new CappedCalendar(owner.Name, path, ScriptPlanner.Day(_dice.Between(20, 60)), [.. guests]);
    }

    /// <summary>Renewals of some of its shares, most of them beyond the ceiling. One at least is not asked again.</summary>
    public IReadOnlyList<Step> Renewals(CappedCalendar capped) =>
        [
            .. Enumerable
                .Range(0, _dice.Between(1, 3))
                .Select(_ => new RenewStep(_dice.Pick([.. capped.Guests.SkipLast(1)]), ScriptPlanner.Day(_dice.Between(10, 300)))),
        ];

    /// <summary>Shares with guests that nobody else shares with, all at once, and sometimes their revocations.</summary>
    public IReadOnlyList<Step> Together(PlannedOwner owner)
    {
        List<Cell> cells =
        [
            .. Enumerable
                .Range(0, _dice.Between(2, 5))
                .Select(number => new Cell(owner.Name, _dice.Pick(owner.Calendars), GranteeKind.Guest, $"aside{number}@aside.example")),
        ];
        var share = new TogetherStep([
            .. cells.Select(cell => new ShareStep(cell, _dice.Pick(["r", "rwidx"])) { Notify = _dice.Chance(60) }),
        ]);
        IReadOnlyList<Step> steps = _dice.Chance(50)
            ? [share]
            : [share, new TogetherStep([.. cells.Where(_ => _dice.Chance(70)).Select(cell => new RevokeStep(cell, _dice.Chance(30)))])];
        bool inLists = _lists.Chance(50);
        return [.. Raw(owner), .. steps.Select(step => inLists ? InLists((TogetherStep)step) : step)];
    }

    /// <summary>The same calls as lists side by side, of one client and mostly of one calendar.</summary>
    private TogetherStep InLists(TogetherStep single)
    {
        if (single.Steps.Count < 2)
        {
            return single;
        }

        int half = _lists.Between(1, single.Steps.Count - 1);
        return new TogetherStep([List([.. single.Steps.Take(half)]), List([.. single.Steps.Skip(half)])]);
    }

    private Step List(IReadOnlyList<Step> steps) =>
        steps[0] is ShareStep
            ? new ShareAllStep([.. steps.Cast<ShareStep>()], _lists.Between(1, 4), _lists.Pick([1, 2, 20]))
            : new RevokeAllStep(
                [.. steps.Cast<RevokeStep>().Select(revoke => revoke with { Notify = false })],
                _lists.Between(1, 4),
                _lists.Pick([1, 2, 20])
            );

    private IEnumerable<Step> Raw(PlannedOwner owner) =>
        Enumerable
            .Range(0, _lists.Below(3))
            .Select(number => new RawGrantStep(
                new Cell(owner.Name, _lists.Pick(owner.Calendars), GranteeKind.Guest, $"raw{number}@raw.example"),
                _lists.Pick(["r", "rwidx"])
            ));

    /// <summary>Whether a seed without a calendar of that kind has calls at the same moment all the same.</summary>
    public bool IsBusy() => _dice.Chance(40);
}

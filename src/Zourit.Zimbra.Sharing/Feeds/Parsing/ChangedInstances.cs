namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Which instances of a UID were changed, by the clock of one series; worked out once, since a UID may have thousands of both.
/// </summary>
internal sealed class ChangedInstances
{
    private readonly HashSet<DateTime> _walls = [];
    private readonly HashSet<DateTime> _dates = [];
    private readonly List<LaterChange> _later = [];

    public ChangedInstances(IEnumerable<ParsedEvent> exceptions, IcsTime series, ExpansionBudget budget)
    {
        foreach (ParsedEvent exception in exceptions)
        {
            budget.Check();
            if (exception.RecurrenceId is { } id)
            {
                Add(id, series);
                if (exception.IsThisAndFuture)
                {
                    DateTime instance = id.InstanceOf(series);
                    _later.Add(new LaterChange(instance, exception.Start.WallIn(series) - instance, exception));
                }
            }
        }

        _later.Sort(static (one, other) => one.From.CompareTo(other.From));
    }

    /// <summary>How far changes of all later instances move them, at most.</summary>
    public TimeSpan Reach => _later.Count == 0 ? TimeSpan.Zero : _later.Max(change => change.MovedBy.Duration()) + TimeSpan.FromDays(1);

    /// <summary>An instance is given elsewhere, or not at all.</summary>
    public void Add(IcsTime id, IcsTime series) => (id.IsDate && !series.IsDate ? _dates : _walls).Add(id.WallIn(series));

    public bool Contains(DateTime wall) => _walls.Contains(wall) || (_dates.Count > 0 && _dates.Contains(wall.Date));

    /// <summary>The change that holds for an instance and all later ones (RANGE=THISANDFUTURE); null when none does.</summary>
    public LaterChange? Of(DateTime wall)
    {
        int low = 0,
            high = _later.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _later[middle].From <= wall ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? _later[low - 1] : null;
    }

    /// <summary>A change of an instance and all later ones.</summary>
    /// <param name="From">The wall time of the first of these instances.</param>
    /// <param name="MovedBy">How much later they start.</param>
    /// <param name="Event">What they become.</param>
    public sealed record LaterChange(DateTime From, TimeSpan MovedBy, ParsedEvent Event);
}

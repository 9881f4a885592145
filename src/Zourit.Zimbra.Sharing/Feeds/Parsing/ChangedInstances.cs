namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// Which instances of a UID were changed, by the clock of each series; worked out once, since a UID may have thousands of both.
/// </summary>
internal sealed class ChangedInstances(IReadOnlyList<EventText> exceptions)
{
    private readonly Dictionary<(IcsZone Zone, bool IsDate), HashSet<DateTime>> _walls = [];

    /// <summary>The wall times of the instances by the clock of a series.</summary>
    public IReadOnlySet<DateTime> By(IcsTime start)
    {
        if (!_walls.TryGetValue((start.Zone, start.IsDate), out HashSet<DateTime>? walls))
        {
            _walls.Add(
                (start.Zone, start.IsDate),
                walls = [.. exceptions.Select(exception => exception.RecurrenceId!.Value.WallIn(start))]
            );
        }

        return walls;
    }
}

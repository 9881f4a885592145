namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>The events of one UID: a series and its changes, or a single event.</summary>
/// <param name="First">Where they start in the sorted index.</param>
/// <param name="Next">Where the next group starts.</param>
/// <param name="Rank">Single events are read first and what is large last: what a hostile event costs is then at its own expense.</param>
internal readonly record struct EventGroup(int First, int Next, EventGroup.Order Rank)
{
    private const long LargestAtFirst = 64 * 1024;

    internal enum Order
    {
        Single,
        Recurring,
        Large,
    }

    /// <summary>Sorts the index by UID and gives the groups that the window may need, in the order in which they are to be read.</summary>
    public static List<EventGroup> Of(List<IndexEntry> events, Window window)
    {
        events.Sort(static (one, other) => one.Key == other.Key ? one.Offset.CompareTo(other.Offset) : one.Key.CompareTo(other.Key));
        var groups = new List<EventGroup>();
        for (int first = 0, next; first < events.Count; first = next)
        {
            next = first + 1;
            while (next < events.Count && events[next].Key == events[first].Key)
            {
                next++;
            }

            if (RankOf(events, first, next, window) is { } rank)
            {
                groups.Add(new EventGroup(first, next, rank));
            }
        }

        // As they lie in the feed, so that it is read from its start to its end.
        groups.Sort(
            (one, other) =>
                one.Rank == other.Rank ? events[one.First].Offset.CompareTo(events[other.First].Offset) : one.Rank.CompareTo(other.Rank)
        );
        return groups;
    }

    private static Order? RankOf(List<IndexEntry> events, int first, int next, Window window)
    {
        bool isWanted = false,
            recurs = next - first > 1;
        long bytes = 0;
        for (int at = first; at < next; at++)
        {
            isWanted |= window.MayHold(events[at]);
            recurs |= events[at].Recurs;
            bytes += events[at].Length;
        }

        return !isWanted ? null
            : bytes > LargestAtFirst ? Order.Large
            : recurs ? Order.Recurring
            : Order.Single;
    }
}

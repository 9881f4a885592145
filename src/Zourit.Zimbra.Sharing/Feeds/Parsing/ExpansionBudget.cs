namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// The time that all series of a feed have together. Each rule is bounded by itself (<see cref="RecurrenceLimits"/>), but a rule that
/// matches nothing still takes a quarter of a second, and a feed may hold a hundred thousand of them.
/// </summary>
internal sealed class ExpansionBudget(TimeProvider time, TimeSpan limit)
{
    private TimeSpan _spent;

    /// <summary>How many series were left out, wholly or from some occurrence on.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Gives the next occurrence; null at the end, and when the time is up.</summary>
    public FeedEvent? Next(IEnumerator<FeedEvent> occurrences)
    {
        if (_spent >= limit)
        {
            LeftOut++;
            return null;
        }

        long started = time.GetTimestamp();
        try
        {
            return occurrences.MoveNext() ? occurrences.Current : null;
        }
        finally
        {
            _spent += time.GetElapsedTime(started);
        }
    }
}

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// The time that reading all events of a feed may take. It is looked at for each line, value and occurrence: single steps are bounded
/// (<see cref="RecurrenceLimits"/>), but a feed may hold hundreds of thousands of them.
/// </summary>
internal sealed class ExpansionBudget(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>Whether it ran out.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Ends the reading when it was cancelled or its time is up.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="SpentException">The time is up.</exception>
    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        IsSpent |= time.GetElapsedTime(_started) >= limit;
        if (IsSpent)
        {
            throw new SpentException();
        }
    }

    /// <summary>Leads out of whatever is being read; it never leaves the reader.</summary>
    internal sealed class SpentException : Exception;
}

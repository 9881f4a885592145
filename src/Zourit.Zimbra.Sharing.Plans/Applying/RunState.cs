namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>What a run has met so far, and whether it goes on.</summary>
internal sealed class RunState(ApplyOptions options)
{
    private const int MostFailuresInARow = 20;
    private const int MostMailFailures = 3;

    private readonly long _started = options.TimeProvider.GetTimestamp();
    private int _failuresInARow;
    private int _mailFailures;

    /// <summary>What all lines of this run in the journal have in common.</summary>
    public string Run { get; } = Guid.CreateVersion7(options.TimeProvider.GetUtcNow()).ToString("N");

    public bool HasEnded =>
        Volatile.Read(ref _failuresInARow) >= MostFailuresInARow || options.TimeProvider.GetElapsedTime(_started) >= options.Deadline;

    public bool IsMailDown => Volatile.Read(ref _mailFailures) >= MostMailFailures;

    public void OwnerFailed() => Interlocked.Increment(ref _failuresInARow);

    public void OwnerRead() => Volatile.Write(ref _failuresInARow, 0);

    public void MailFailed() => Interlocked.Increment(ref _mailFailures);
}

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// Remembers that the server could not reach its mail transport (<c>mail.TRY_AGAIN</c>): for a minute it does not try again, and refuses
/// each mail with <c>service.FAILURE</c>, of which nothing leaves (docs/protocol.md §F).
/// </summary>
internal sealed class MailOutage(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private long? _started;

    /// <summary>How long the server does not try again; null when it would.</summary>
    public TimeSpan? Left
    {
        get
        {
            lock (_lock)
            {
                return _started is { } started && time.GetElapsedTime(started) is var elapsed && elapsed < Pause ? Pause - elapsed : null;
            }
        }
    }

    /// <summary>The server reported that its mail transport cannot be reached.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _started = time.GetTimestamp();
        }
    }
}

using Zourit.Zimbra.Sharing.Wire;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>
/// Keeps the requests of one client under a number a second, since the server's filter refuses what goes beyond (protocol.md §1.1). Short bursts pass at once: only
/// the request after a full second's worth waits.
/// </summary>
internal sealed class RequestRate(int perSecond, TimeProvider time)
{
    // Longer than the second that the server counts in: requests may come closer together there than they left here.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1_100);

    private readonly Lock _lock = new();
    private readonly Queue<long> _starts = new(perSecond);

    /// <summary>Waits for the next free place. A caller who gives up leaves his place empty.</summary>
    /// <exception cref="NotSentException">The wait was cancelled.</exception>
    public async ValueTask WaitAsync(string operation, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            long now = time.GetTimestamp();
            long start = now;
            if (_starts.Count == perSecond)
            {
                start = Math.Max(now, _starts.Dequeue() + (long)(Window.TotalSeconds * time.TimestampFrequency));
            }

            _starts.Enqueue(start);
            wait = time.GetElapsedTime(now, start);
        }

        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw new NotSentException($"{operation} was cancelled while it waited for its turn ({nameof(ZimbraClientOptions.MaxRequestsPerSecond)}).", e, cancellationToken);
        }
    }
}

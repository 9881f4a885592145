namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// Keeps the requests of one client under a number a second, since the server's filter refuses what goes beyond (docs/protocol.md §1.1).
/// Short bursts pass at once: only the request after a full second's worth waits. A request takes its place only when its turn comes, so
/// one that is given up leaves no gap.
/// </summary>
internal sealed class RequestRate(int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly RateWindow _window = new(perSecond);
    private readonly LinkedList<TaskCompletionSource> _underWay = new();
    private readonly LinkedList<TaskCompletionSource> _new = new();
    private ITimer? _timer;

    /// <summary>Waits for the next free place.</summary>
    /// <param name="operation">What is to be sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="isUnderWay">Whether the time of an attempt runs already, as for a login and what comes after it: those go
    /// first.</param>
    /// <exception cref="NotSentException">The wait was cancelled.</exception>
    public ValueTask WaitAsync(string operation, CancellationToken cancellationToken, bool isUnderWay = false)
    {
        LinkedList<TaskCompletionSource> line = isUnderWay ? _underWay : _new;
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (_underWay.Count == 0 && line.Count == 0 && TryStart())
            {
                return ValueTask.CompletedTask;
            }

            place = line.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            SetTimer();
        }

        return new ValueTask(StandAsync(place, operation, cancellationToken));
    }

    private async Task StandAsync(LinkedListNode<TaskCompletionSource> place, string operation, CancellationToken cancellationToken)
    {
        try
        {
            using CancellationTokenRegistration leaving = cancellationToken.Register(() => Leave(place, cancellationToken));
            await place.Value.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw new NotSentException(
                $"{operation} was cancelled while it waited for its turn ({nameof(ZimbraClientOptions.MaxRequestsPerSecond)}).",
                e,
                cancellationToken
            );
        }
    }

    private void Leave(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            place.List?.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void LetIn()
    {
        lock (_lock)
        {
            while ((_underWay.First ?? _new.First) is { } next && TryStart())
            {
                next.List!.Remove(next);
                next.Value.TrySetResult();
            }

            SetTimer();
        }
    }

    private bool TryStart() => _window.TryStart(time.GetElapsedTime(_origin));

    private void SetTimer()
    {
        if (_underWay.Count + _new.Count == 0)
        {
            return;
        }

        TimeSpan wait = _window.UntilFree(time.GetElapsedTime(_origin));
        _timer ??= time.CreateTimer(static rate => ((RequestRate)rate!).LetIn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }
}

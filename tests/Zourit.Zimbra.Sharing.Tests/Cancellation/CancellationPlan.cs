using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>Cancels a call once, at a moment of one of its requests, and keeps the time from then on.</summary>
internal sealed class CancellationPlan(Moment moment, int number, CancellationToken testToken) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _cancelledAt;

    /// <summary>Done when the moment has come.</summary>
    public Task Reached => _reached.Task;

    public CancellationToken Token => _source.Token;

    public Moment Moment { get; } = moment;

    /// <summary>Which of the call's requests, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Work of the server that goes on whatever the client does.</summary>
    public Task ServerWork { get; set; } = Task.CompletedTask;

    public TimeSpan SinceCancellation => _cancelledAt == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_cancelledAt);

    public void Cancel()
    {
        if (Interlocked.CompareExchange(ref _cancelledAt, Stopwatch.GetTimestamp(), 0) == 0)
        {
            _source.Cancel();
            _reached.TrySetResult();
        }
    }

    /// <summary>Cancels as soon as the client has had time to come to rest.</summary>
    public void CancelSoon() => _ = Task.Run(
        async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, testToken);
            Cancel();
        },
        testToken);

    public void Dispose() => _source.Dispose();
}

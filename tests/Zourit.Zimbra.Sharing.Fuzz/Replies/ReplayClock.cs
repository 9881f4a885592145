namespace Zourit.Zimbra.Sharing.Fuzz.Replies;

/// <summary>A day that does not pass: pauses are over at once, and time limits are not reached. Durations are measured truly.</summary>
internal sealed class ReplayClock : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public override DateTimeOffset GetUtcNow() => new(2027, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Pause(callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Pause(TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero && dueTime <= LongestPause)
            {
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

using System.Collections.Concurrent;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// A clock on which every short wait is over at once and noted; what waits longer, as timeouts do, never comes to its end.
/// </summary>
internal sealed class HurriedTime(TimeSpan longest) : TimeProvider
{
    private long _now;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isWait = dueTime >= TimeSpan.Zero && dueTime <= longest;
        if (isWait)
        {
            Waits.Enqueue(dueTime);
            Interlocked.Add(ref _now, dueTime.Ticks);
        }

        return System.CreateTimer(callback, state, isWait ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}

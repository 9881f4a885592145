using Microsoft.Extensions.Time.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>A clock that never moves, so that no pause ends but by its token; it tells the plan when one starts.</summary>
internal sealed class StandingClock() : FakeTimeProvider(System.GetUtcNow())
{
    /// <summary>Every timer that is set for less is a pause; timeouts are set for longer.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public CancellationPlan? Plan { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ToldTimer(base.CreateTimer(callback, state, dueTime, period), this);
        Tell(dueTime);
        return timer;
    }

    private void Tell(TimeSpan dueTime)
    {
        if (dueTime > TimeSpan.Zero && dueTime <= LongestPause)
        {
            Plan?.PauseBegins();
        }
    }

    private sealed class ToldTimer(ITimer timer, StandingClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool isChanged = timer.Change(dueTime, period);
            clock.Tell(dueTime);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

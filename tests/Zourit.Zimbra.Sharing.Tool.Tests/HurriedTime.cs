namespace Zourit.Zimbra.Sharing.Tool.Tests;

/// <summary>The clock of somebody for whom waiting takes a fiftieth of its time.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 50 : dueTime, period);
}

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A clock that started at a chosen time and goes on as the underlying one does.</summary>
internal sealed class ShiftedClock(DateTimeOffset start, TimeProvider underlying) : TimeProvider
{
    private readonly TimeSpan _shift = start - underlying.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => underlying.LocalTimeZone;

    public override long TimestampFrequency => underlying.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => underlying.GetUtcNow() + _shift;

    public override long GetTimestamp() => underlying.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        underlying.CreateTimer(callback, state, dueTime, period);
}

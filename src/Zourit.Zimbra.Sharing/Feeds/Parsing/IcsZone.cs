namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A time zone: turns wall times into moments and back.</summary>
internal abstract class IcsZone
{
    public static IcsZone Utc { get; } = new FixedZone(TimeSpan.Zero);

    /// <summary>The moment of a wall time. A time that occurs twice means its first occurrence; one that is skipped is as much later as the
    /// clock jumps (RFC 5545 §3.3.5).</summary>
    public abstract DateTimeOffset At(DateTime wall);

    /// <summary>The wall time of a moment.</summary>
    public abstract DateTime Wall(DateTimeOffset moment);

    protected static DateTimeOffset Moment(DateTime wall, TimeSpan offset)
    {
        // Times at the ends of the calendar have no moment in some zones; they lie outside of every window anyway.
        long utc = Math.Clamp(wall.Ticks - offset.Ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(utc + offset.Ticks, offset);
    }

    private sealed class FixedZone(TimeSpan offset) : IcsZone
    {
        public override DateTimeOffset At(DateTime wall) => Moment(wall, offset);

        public override DateTime Wall(DateTimeOffset moment) => moment.ToOffset(offset).DateTime;
    }
}

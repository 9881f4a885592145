namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A time zone: turns wall times into moments and back.</summary>
internal abstract class IcsZone
{
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    public static IcsZone Utc { get; } = new FixedZone(TimeSpan.Zero);

    /// <summary>The moment of a wall time. A time that occurs twice means its first occurrence; one that is skipped is as much later as the
    /// clock jumps (RFC 5545 §3.3.5).</summary>
    public abstract DateTimeOffset At(DateTime wall);

    /// <summary>The wall time of a moment.</summary>
    public abstract DateTime Wall(DateTimeOffset moment);

    /// <summary>A moment so much after another, with the offset that this zone has then.</summary>
    public DateTimeOffset Later(DateTimeOffset moment, TimeSpan by)
    {
        var later = new DateTimeOffset(Inside(moment.UtcTicks + by.Ticks), TimeSpan.Zero);
        return later.ToOffset(At(Wall(later)).Offset);
    }

    protected static DateTimeOffset Moment(DateTime wall, TimeSpan offset)
    {
        long utc = Inside(wall.Ticks - offset.Ticks);

        // A DateTimeOffset shows whole minutes, and 14 hours at most; before standard time there were others.
        TimeSpan shown = offset.Duration() <= LargestOffset ? TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes)) : TimeSpan.Zero;
        return new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(shown);
    }

    // Times at the ends of the calendar have no moment in some zones; they lie outside of every window anyway.
    private static long Inside(long ticks) => Math.Clamp(ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);

    private sealed class FixedZone(TimeSpan offset) : IcsZone
    {
        public override DateTimeOffset At(DateTime wall) => Moment(wall, offset);

        public override DateTime Wall(DateTimeOffset moment) => moment.ToOffset(offset).DateTime;
    }
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>The times of a VEVENT, and how its series goes on.</summary>
internal sealed class EventTimes
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public IcsTime? Start { get; set; }

    public IcsTime? End { get; set; }

    public IcsDuration? Duration { get; set; }

    public IcsTime? RecurrenceId { get; set; }

    /// <summary>The RANGE of the RECURRENCE-ID, in capitals.</summary>
    public string? Range { get; set; }

    public IReadOnlyList<RuleParts> Rules { get; set; } = [];

    public IReadOnlyList<RuleParts> ExceptionRules { get; set; } = [];

    public IReadOnlyList<IcsTime> ExceptionDates { get; set; } = [];

    /// <summary>
    /// The wall time from which on nothing of the series takes place: the first instance that is cancelled with all later ones.
    /// </summary>
    public DateTime SeriesEnd { get; set; } = DateTime.MaxValue;

    public IReadOnlyList<AddedDate> AddedDates { get; set; } = [];

    /// <summary>Makes the end fit the start, and drops one that lies before it.</summary>
    public void CheckEnd(Action<Func<LocalizedText>> report)
    {
        IcsTime start = Start!.Value;
        if (Duration is { Length.Ticks: < 0 })
        {
            Duration = null;
            report(static () => ProblemTexts.LineIgnored("DURATION", UnreadableTexts.Negative));
        }

        End = End switch
        {
            { } end when start.IsDate => end with { Wall = LastDay(end, start), IsDate = true },

            // An end without zone has the zone of its start.
            { IsFloating: true } or { IsDate: true } => End.Value with { Zone = start.Zone, IsDate = false },
            var same => same,
        };
        if (End is { } given && (start.IsDate ? given.Wall < start.Wall : given.Moment < start.Moment))
        {
            End = null;
            report(static () => ProblemTexts.LineIgnored("DTEND", UnreadableTexts.BeforeStart));
        }
    }

    /// <summary>The end of an occurrence that starts at a wall time.</summary>
    public DateTimeOffset EndOf(DateTime wall)
    {
        IcsTime start = Start!.Value;
        DateTimeOffset from = start.Zone.At(wall);
        if (start.IsDate)
        {
            // An event of whole days lasts one at least (RFC 5545 §3.6.1).
            TimeSpan length = End is { } last
                ? last.Wall - start.Wall
                : TimeSpan.FromDays(Math.Ceiling((Duration?.Length ?? Day).TotalDays));
            return start.Zone.At(Observance.Shift(wall, length > Day ? length : Day));
        }

        return End is { } end ? start.Zone.Later(from, end.Moment - start.Moment) : After(wall, Duration ?? default);
    }

    /// <summary>The end of an occurrence that has a length of its own.</summary>
    public DateTimeOffset After(DateTime wall, IcsDuration length)
    {
        // Days are days of the calendar, hours are hours of the clock (RFC 5545 §3.8.2.5).
        IcsZone zone = Start!.Value.Zone;
        return zone.Later(zone.At(Observance.Shift(wall, TimeSpan.FromDays(length.Days))), length.Time);
    }

    // The midnight after the last day: a day that has started counts.
    private static DateTime LastDay(IcsTime end, IcsTime start)
    {
        DateTime wall =
            ReferenceEquals(end.Zone, IcsZone.Utc) && end.Wall.TimeOfDay != TimeSpan.Zero ? start.Zone.Wall(end.Moment) : end.Wall;
        return wall.TimeOfDay == TimeSpan.Zero ? wall : Observance.Shift(wall.Date, Day);
    }
}

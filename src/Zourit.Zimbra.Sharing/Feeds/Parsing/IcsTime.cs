using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A time as an event holds it: a wall time, and the zone in which it is one.</summary>
/// <param name="Wall">The wall time.</param>
/// <param name="Zone">The zone; the reader's own for dates and for times without zone.</param>
/// <param name="ZoneName">The TZID as written; null for UTC, dates and times without zone.</param>
/// <param name="IsDate">Whether it is a date only.</param>
/// <param name="IsFloating">Whether it has a time but no zone.</param>
internal readonly record struct IcsTime(DateTime Wall, IcsZone Zone, string? ZoneName, bool IsDate, bool IsFloating)
{
    public DateTimeOffset Moment => Zone.At(Wall);

    /// <summary>The wall time by the clock of another time: the date where that is a date.</summary>
    public DateTime WallIn(IcsTime other)
    {
        if (other.IsDate)
        {
            // Midnight in UTC means the date itself; another time of UTC, midnight by some clock.
            return ReferenceEquals(Zone, IcsZone.Utc) && Wall.TimeOfDay != TimeSpan.Zero ? other.Zone.Wall(Moment).Date : Wall.Date;
        }

        return IsDate || IsFloating || ReferenceEquals(Zone, other.Zone) ? Wall : other.Zone.Wall(Moment);
    }

    /// <summary>The wall time of the instance of a series that it names: of a date, the instance of that day.</summary>
    public DateTime InstanceOf(IcsTime series) => IsDate && !series.IsDate ? Wall + series.Wall.TimeOfDay : WallIn(series);

    /// <summary>Reads the three forms of iCalendar: date, time, time in UTC.</summary>
    public static (DateTime Wall, bool IsDate, bool IsUtc)? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        bool isUtc = text is [.., 'Z' or 'z'];
        ReadOnlySpan<char> bare = isUtc ? text[..^1] : text;
        if (bare.Length == 8)
        {
            return !isUtc && DateTime.TryParseExact(bare, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
                ? (date, true, false)
                : null;
        }

        // A leap second is legal, but no DateTime.
        Span<char> time = stackalloc char[15];
        if (bare.Length != time.Length)
        {
            return null;
        }

        bare.CopyTo(time);
        if (time.EndsWith("60"))
        {
            "59".CopyTo(time[13..]);
        }

        return DateTime.TryParseExact(time, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime wall)
            ? (wall, false, isUtc)
            : null;
    }
}

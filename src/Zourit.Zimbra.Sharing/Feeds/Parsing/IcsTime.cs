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

    /// <summary>The wall time by the clock of another time.</summary>
    public DateTime WallIn(IcsTime other) =>
        IsDate || other.IsDate || IsFloating || ReferenceEquals(Zone, other.Zone) ? Wall : other.Zone.Wall(Moment);

    /// <exception cref="FormatException">The value is no date or time, or its zone is unknown.</exception>
    public static IcsTime Parse(ContentLine line, string value, ZoneTable zones)
    {
        (DateTime wall, bool isDate, bool isUtc) = Read(value)
            ?? throw new FormatException($"its {line.Name} '{Shown(value)}' is no date " + $"or time");
        if (isUtc)
        {
            return new IcsTime(wall, IcsZone.Utc, null, false, false);
        }

        string? name = isDate ? null : line.TimeZone;
        return name is null
            ? new IcsTime(wall, zones.Local, null, isDate, !isDate)
            : new IcsTime(wall, zones.Find(name), name, false, false);
    }

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

    /// <summary>The end of a rule, taken as UTC when it has a time; a date lasts until its end.</summary>
    public static DateTime ParseUntil(string text) =>
        Read(text) is { } until
            ? (until.IsDate ? until.Wall.AddDays(1).AddTicks(-1) : until.Wall)
            : throw new FormatException($"its rule's UNTIL '{Shown(text)}' is no date or time");

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

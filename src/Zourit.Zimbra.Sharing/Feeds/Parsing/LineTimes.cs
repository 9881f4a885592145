namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Reads the times of one line, whose parameters hold for all of them and are looked up once.</summary>
internal sealed class LineTimes(ContentLine line, ZoneTable zones)
{
    private readonly bool _isDate = string.Equals(line.Parameter("VALUE"), "DATE", StringComparison.OrdinalIgnoreCase);
    private readonly string? _zoneName = line.Parameter("TZID");
    private IcsZone? _zone;

    /// <summary>Reads one of the line's values; null when it is no date or time.</summary>
    /// <exception cref="UnreadableException">Its zone is unknown. A zone beside a date or a time in UTC says
    /// nothing, and may be.</exception>
    public IcsTime? TryRead(ReadOnlySpan<char> value)
    {
        if (IcsTime.Read(value) is not (var wall, var isDate, var isUtc))
        {
            return null;
        }

        return (isDate || _isDate) ? new IcsTime(wall.Date, zones.Local, null, true, false)
            : isUtc ? new IcsTime(wall, IcsZone.Utc, null, false, false)
            : _zoneName is null ? new IcsTime(wall, zones.Local, null, false, true)
            : new IcsTime(wall, _zone ??= zones.Find(_zoneName), _zoneName, false, false);
    }

    /// <exception cref="UnreadableException">It is no date or time, or its zone is unknown.</exception>
    public IcsTime Read(string value) => TryRead(value) ?? throw new UnreadableException(UnreadableTexts.NoTime(value));
}

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>When an item happens, as moments: the whole span of a series.</summary>
internal static class ItemSpan
{
    public static (DateTimeOffset From, DateTimeOffset To) Of(CalendarItem item)
    {
        DateTimeOffset from = Moment(item, item.Start);
        DateTimeOffset to = Moment(item, item.End);
        return (from, item.RecurrenceRule is null ? to : EndOfSeries(item, from, to));
    }

    public static DateTimeOffset Moment(CalendarItem item, DateTime time)
    {
        if (item.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            return new DateTimeOffset(time, zone.GetUtcOffset(time));
        }

        return new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }

    private static DateTimeOffset EndOfSeries(CalendarItem item, DateTimeOffset from, DateTimeOffset to)
    {
        var parts = item.RecurrenceRule!.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        if (parts.TryGetValue("UNTIL", out string? until) && DateTime.TryParseExact(
            until, ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateTime end))
        {
            return new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)) + (to - from);
        }

        if (parts.TryGetValue("COUNT", out string? count) && int.TryParse(count, out int times))
        {
            int interval = parts.TryGetValue("INTERVAL", out string? text) && int.TryParse(text, out int given) ? given : 1;
            int days = parts["FREQ"] switch { "DAILY" => 1, "WEEKLY" => 7, "MONTHLY" => 31, _ => 366 };
            return to.AddDays((double)days * interval * Math.Max(times - 1, 0));
        }

        return DateTimeOffset.MaxValue;
    }
}

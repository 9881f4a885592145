namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>What makes two zones equal to the server: offsets in minutes, and the months in which the clocks change.</summary>
internal readonly record struct ZoneRules(int Standard, int Daylight, int? ToDaylight, int? ToStandard)
{
    public static ZoneRules Of(string name)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        int offset = (int)zone.BaseUtcOffset.TotalMinutes;
        return TimeZoneText.Transitions(zone) is { } year
            ? new ZoneRules(offset, offset + (int)year.Delta.TotalMinutes, year.ToDaylight.Month, year.ToStandard.Month)
            : new ZoneRules(offset, offset, null, null);
    }
}

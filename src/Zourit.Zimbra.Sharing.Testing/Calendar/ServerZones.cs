using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>
/// The names under which the server keeps time zones: its own, those of Windows and of former releases; a zone that a client defines gets
/// the name of the server's zone of equal rules (recordings 17-95 to 17-109).
/// </summary>
internal static class ServerZones
{
    /// <summary>The zone of accounts without a preference.</summary>
    public const string Default = "America/Los_Angeles";

    // Labels whose zone at the server is another than that of the Unicode tables, and those of former releases.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Romance Standard Time"] = "Europe/Brussels",
        ["(GMT+01.00) Brussels / Copenhagen / Madrid / Paris"] = "Europe/Brussels",
        ["(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna"] = "Europe/Berlin",
        ["(GMT+01.00) Belgrade / Bratislava / Budapest / Ljubljana / Prague"] = "Europe/Belgrade",
        ["(GMT) Greenwich Mean Time - Dublin / Edinburgh / Lisbon / London"] = "Europe/London",
        ["(GMT-08.00) Pacific Time (US & Canada) / Tijuana"] = "America/Los_Angeles",
        ["(GMT-07.00) Mountain Time (US & Canada)"] = "America/Denver",
        ["(GMT-06.00) Central Time (US & Canada)"] = "America/Chicago",
        ["(GMT-05.00) Eastern Time (US & Canada)"] = "America/New_York",
        ["India Standard Time"] = "Asia/Kolkata",
        ["Asia/Calcutta"] = "Asia/Kolkata",
    };

    // The first of equal rules is taken.
    private static readonly string[] Preferred =
    [
        "Europe/Berlin",
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
        "Europe/London",
        "Europe/Athens",
        "Asia/Kolkata",
        "Asia/Tokyo",
        "Australia/Sydney",
        "America/Phoenix",
        "Asia/Hong_Kong",
    ];

    /// <summary>The server's zone of a name; null for one that it does not know.</summary>
    public static string? Find(string name) =>
        Labels.TryGetValue(name, out string? label) ? label
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null ? name
        : TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out string? windows) ? windows
        : null;

    /// <summary>The server's zone of these rules; null where none is equal.</summary>
    /// <param name="rules">Offsets in minutes, and the months in which the clocks change.</param>
    public static string? Equal(ZoneRules rules) => Array.Find(Preferred, name => ZoneRules.Of(name) == rules);

    /// <summary>The abbreviation of a zone's standard or summer time; null where none is known.</summary>
    public static string? Abbreviation(string name, bool daylight) =>
        DateTimeZoneProviders
            .Tzdb.GetZoneOrNull(name)
            ?.GetZoneIntervals(Instant.FromUtc(2030, 1, 1, 0, 0), Instant.FromUtc(2031, 1, 1, 0, 0))
            .FirstOrDefault(interval => interval.Savings > Offset.Zero == daylight)
            ?.Name;

    /// <summary>The zone that a VTIMEZONE means.</summary>
    public static string? Of(IcsComponent definition)
    {
        string name = definition.Line("TZID")?.Value.Trim('"') ?? "";
        IcsComponent? standard = definition.Named("STANDARD").LastOrDefault();
        IcsComponent? daylight = definition.Named("DAYLIGHT").LastOrDefault();
        return Find(name)
            ?? (
                standard is null
                    ? null
                    : Equal(new ZoneRules(Minutes(standard), Minutes(daylight ?? standard), Month(daylight), Month(standard)))
            );
    }

    private static int Minutes(IcsComponent part)
    {
        string offset = part.Line("TZOFFSETTO")?.Value.Trim() ?? "+0000";
        int minutes =
            (int.Parse(offset.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60)
            + int.Parse(offset.AsSpan(3, 2), CultureInfo.InvariantCulture);
        return offset[0] == '-' ? -minutes : minutes;
    }

    private static int? Month(IcsComponent? part) =>
        part?.Line("RRULE")?.Value is { } rule
        && RecurrenceRule.Parts(rule).TryGetValue("BYMONTH", out string? month)
        && int.TryParse(month, out int number)
            ? number
            : null;
}

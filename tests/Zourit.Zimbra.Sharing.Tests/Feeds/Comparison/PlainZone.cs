namespace Zourit.Zimbra.Sharing.Tests.Feeds.Comparison;

/// <summary>A zone as the operating system knows it, and how a feed names and defines it.</summary>
/// <param name="Name">The TZID; null for UTC, empty for times without a zone.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Definition">The VTIMEZONE; empty for none.</param>
internal sealed record PlainZone(string? Name, TimeZoneInfo Zone, string Definition = "")
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeZoneInfo Sydney = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");

    /// <summary>Where the reader is.</summary>
    public static PlainZone Floating { get; } = new("", Paris);

    public static PlainZone Utc { get; } = new(null, TimeZoneInfo.Utc);

    public static IReadOnlyList<PlainZone> All { get; } =
    [
        Utc,
        Floating,
        new("Europe/Paris", Paris),
        new("Romance Standard Time", Paris),
        new("/vendor.example/Europe/Paris", Paris),
        new(
            "(UTC+01:00) Ici, là-bas",
            Paris,
            Define("(UTC+01:00) Ici\\, là-bas", 1, 2, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU", "03", "02")
        ),
        new("Own; \"New York\"", NewYork, Define("Own\\; \"New York\"", -5, -4, "BYMONTH=11;BYDAY=1SU", "BYMONTH=3;BYDAY=2SU", "02", "02")),
        new("Australia/Sydney", Sydney, Define("Australia/Sydney", 10, 11, "BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU", "03", "02")),
        new("Own Sydney", Sydney, Define("Own Sydney", 10, 11, "BYMONTH=4;BYDAY=SU;BYSETPOS=1", "BYMONTH=10;BYDAY=1SU", "03", "02")),
        new("Asia/Kolkata", TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata")),
        new(
            "Europe/London",
            TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
            "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\nDTSTART:20251026T020000\r\nTZOFFSETFROM:+0100\r\n"
                + "TZOFFSETTO:+0000\r\n"
                + "END:STANDARD\r\nEND:VTIMEZONE\r\n"
        ),
    ];

    /// <summary>The moment of a wall time, by RFC 5545 §3.3.5.</summary>
    public DateTime Moment(DateTime wall) =>
        wall
        - (
            Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max()
            : Zone.IsInvalidTime(wall) ? Zone.GetUtcOffset(wall.AddHours(-2))
            : Zone.GetUtcOffset(wall)
        );

    public DateTime Wall(DateTime moment) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), Zone);

    /// <summary>A line of times of this zone.</summary>
    public string Line(string name, params DateTime[] walls)
    {
        string values = string.Join(
            ',',
            walls.Select(wall => FormattableString.Invariant($"{wall:yyyyMMdd'T'HHmmss}") + (Name is null ? "Z" : ""))
        );
        return string.IsNullOrEmpty(Name)
            ? $"{name}:{values}"
            : $"{name};TZID=\"{Name.Replace("\"", "^'", StringComparison.Ordinal)}\":{values}";
    }

    private static string Define(
        string name,
        int standard,
        int daylight,
        string toStandard,
        string toDaylight,
        string at,
        string daylightAt
    ) => Zones.Define(name, standard, daylight, toStandard, toDaylight, at + "0000", daylightAt + "0000");
}

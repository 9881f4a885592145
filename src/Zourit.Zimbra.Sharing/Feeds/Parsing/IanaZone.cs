using NodaTime;
using NodaTime.TimeZones;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A zone of the IANA database as NodaTime brings it, the same on every machine.</summary>
internal sealed class IanaZone : IcsZone
{
    private readonly DateTimeZone _zone;

    private IanaZone(DateTimeZone zone) => _zone = zone;

    /// <summary>The zone of an IANA or Windows name; null when it is neither.</summary>
    public static IanaZone? Find(string name) =>
        (
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            ?? (
                TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out string? iana)
                    ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(iana)
                    : null
            )
        )
            is { } zone
            ? new IanaZone(zone)
            : null;

    public override DateTimeOffset At(DateTime wall) => _zone.AtLeniently(LocalDateTime.FromDateTime(Inside(wall))).ToDateTimeOffset();

    public override DateTime Wall(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(_zone).ToDateTimeUnspecified();

    private static DateTime Inside(DateTime wall) =>
        new(Math.Clamp(wall.Ticks, 2 * TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - (2 * TimeSpan.TicksPerDay)));
}

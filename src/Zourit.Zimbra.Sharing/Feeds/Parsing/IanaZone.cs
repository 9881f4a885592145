using NodaTime;
using NodaTime.TimeZones;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A zone of the IANA database as NodaTime brings it, the same on every machine.</summary>
internal sealed class IanaZone : IcsZone
{
    private const int LongestName = 100;

    // The ids by all names: their own, and those of Windows.
    private static readonly Lazy<Dictionary<string, string>> Ids = new(() =>
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string id) in TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping)
        {
            ids.TryAdd(name, id);
        }

        return ids;
    });

    private readonly DateTimeZone _zone;

    private IanaZone(DateTimeZone zone) => _zone = zone;

    /// <summary>
    /// The zone of an IANA or Windows name, in whatever letter case; null when it is neither. A name may follow its maker's prefix:
    /// <c>/vendor.example/20260101/Europe/Paris</c>, <c>tzone://Microsoft/Utc</c>.
    /// </summary>
    public static IanaZone? Find(string name)
    {
        string rest = name.Trim();
        if (rest.Length > LongestName)
        {
            return null;
        }

        bool hasPrefix = rest.StartsWith('/') || rest.Contains("://", StringComparison.Ordinal);
        for (rest = rest.TrimStart('/'); rest.Length > 0; rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..].TrimStart('/'))
        {
            if (Named(rest) is { } zone)
            {
                return new IanaZone(zone);
            }

            if (!hasPrefix || !rest.Contains('/', StringComparison.Ordinal))
            {
                break;
            }
        }

        return null;
    }

    public override DateTimeOffset At(DateTime wall) => _zone.AtLeniently(LocalDateTime.FromDateTime(Inside(wall))).ToDateTimeOffset();

    public override DateTime Wall(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(_zone).ToDateTimeUnspecified();

    private static DateTimeZone? Named(string name) =>
        Ids.Value.TryGetValue(name, out string? id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;

    private static DateTime Inside(DateTime wall) =>
        new(Math.Clamp(wall.Ticks, 2 * TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - (2 * TimeSpan.TicksPerDay)));
}

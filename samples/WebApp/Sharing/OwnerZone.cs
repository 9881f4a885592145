using NodaTime;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Sharing;

/// <summary>The owner's time zone: days of the page are days there.</summary>
public sealed class OwnerZone(DateTimeZone zone)
{
    /// <summary>The zone of a name; UTC where there is no such zone.</summary>
    public static OwnerZone Of(string? name) =>
        new((name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)) ?? DateTimeZone.Utc);

    /// <summary>The end of a share whose last day this is, meant whole.</summary>
    public ShareExpiry EndOf(DateOnly lastDay) =>
        ShareExpiry.At(zone.AtStartOfDay(LocalDate.FromDateOnly(lastDay).PlusDays(1)).ToDateTimeOffset());

    /// <summary>The last day of a share that ends then.</summary>
    public DateOnly LastDay(DateTimeOffset end) => Instant.FromDateTimeOffset(end.AddMilliseconds(-1)).InZone(zone).Date.ToDateOnly();

    /// <summary>The day that it is.</summary>
    public DateOnly Today(TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(zone).Date.ToDateOnly();
}

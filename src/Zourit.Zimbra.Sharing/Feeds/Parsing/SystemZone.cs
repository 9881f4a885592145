namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>The reader's own zone, for times without one.</summary>
internal sealed class SystemZone(TimeZoneInfo zone) : IcsZone
{
    public override DateTimeOffset At(DateTime wall)
    {
        var time = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        TimeSpan offset =
            zone.IsInvalidTime(time) ? zone.GetUtcOffset(time.AddHours(-3))
            : zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max()
            : zone.GetUtcOffset(time);
        return TimeZoneInfo.ConvertTime(Moment(time, offset), zone);
    }

    public override DateTime Wall(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;
}

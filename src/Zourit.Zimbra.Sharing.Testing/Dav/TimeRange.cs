using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>A range of time as CalDAV gives it; open where a bound is missing.</summary>
internal readonly record struct TimeRange(DateTimeOffset? From, DateTimeOffset? To)
{
    public static TimeRange Of(XElement element) => new(Bound(element, "start"), Bound(element, "end"));

    public bool Touches(CalendarItem item) => ItemSpan.Touches(item, From, To);

    public IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Instances(CalendarItem item) =>
        ItemSpan.Instances(item, From ?? DateTimeOffset.MinValue, To ?? DateTimeOffset.MaxValue);

    private static DateTimeOffset? Bound(XElement element, string name) =>
        DateTimeOffset.TryParseExact(
            element.Attribute(name)?.Value,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset bound
        )
            ? bound
            : null;
}

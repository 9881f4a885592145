using Ical.Net.DataTypes;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// iCalendar durations (<c>PT1H30M</c>): Ical.Net throws for some malformed ones and gives nothing for others; those longer than the
/// calendar are none either.
/// </summary>
internal static class Durations
{
    private static readonly TimeSpan Longest = DateTime.MaxValue - DateTime.MinValue;

    public static Duration? TryParse(string text)
    {
        try
        {
            Duration? duration = text.Trim() is { Length: > 1 and <= 40 } value ? Duration.Parse(value) : null;
            return duration?.ToTimeSpanUnspecified().Duration() > Longest ? null : duration;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }
}

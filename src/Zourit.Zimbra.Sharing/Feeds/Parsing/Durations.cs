using Ical.Net.DataTypes;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>iCalendar durations (<c>PT1H30M</c>): Ical.Net throws for some malformed ones and gives nothing for others.</summary>
internal static class Durations
{
    public static Duration? TryParse(string text)
    {
        try
        {
            return text.Trim() is { Length: > 1 and <= 40 } value ? Duration.Parse(value) : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Globalization;
using Ical.Net.DataTypes;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>Recurrence rules as the server keeps them: in its order, and never without an end (recordings 17-34 to 17-36).</summary>
internal static class RecurrenceRule
{
    private static readonly string[] Order =
    [
        "FREQ",
        "UNTIL",
        "COUNT",
        "INTERVAL",
        "BYSECOND",
        "BYMINUTE",
        "BYHOUR",
        "BYDAY",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYMONTH",
        "BYSETPOS",
        "WKST",
    ];

    public static Dictionary<string, string> Parts(string rule) =>
        rule.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0].ToUpperInvariant(), part => part[^1]);

    /// <param name="rule">The rule as a client gave it.</param>
    /// <param name="item">The series: its start decides where a rule without an end ends.</param>
    public static string Stored(string rule, CalendarItem item)
    {
        Dictionary<string, string> parts = Parts(rule);
        if (parts.TryGetValue("UNTIL", out string? until))
        {
            parts["UNTIL"] = Until(until, item);
        }
        else if (!parts.ContainsKey("COUNT") && Limit(parts["FREQ"], item.Start) is { } end)
        {
            parts["UNTIL"] = Text(end, item);
        }

        return Text(parts);
    }

    /// <summary>The rule, once it is known to be one: a calendar with another could never be read again.</summary>
    /// <exception cref="FormatException">It is no recurrence rule.</exception>
    public static string Checked(string rule)
    {
        try
        {
            _ = Parts(rule)["FREQ"];
            _ = new RecurrencePattern(rule);
            return rule;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw new FormatException($"Invalid recurrence rule: {rule}", e);
        }
    }

    /// <summary>The rule with its parts in the server's order.</summary>
    public static string Ordered(string rule) => Text(Parts(rule));

    private static string Text(Dictionary<string, string> parts) =>
        string.Join(';', parts.OrderBy(part => (uint)Array.IndexOf(Order, part.Key)).Select(part => $"{part.Key}={part.Value}"));

    // zimbraCalendarRecurrenceDailyMaxDays and the like, with the values of a new installation.
    private static DateTime? Limit(string frequency, DateTime start) =>
        frequency.ToUpperInvariant() switch
        {
            "DAILY" => start.AddDays(730 - 1),
            "WEEKLY" => start.AddDays((7 * 520) - 1),
            "MONTHLY" => start.AddMonths(360),
            "YEARLY" => start.AddYears(100),
            _ => start.AddYears(1),
        };

    // A date is the end of that day where the series has times.
    private static string Until(string until, CalendarItem item) =>
        until.Length != 8 ? until
        : item.AllDay ? until
        : Text(DateTime.ParseExact(until, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(1).AddSeconds(-1), item);

    private static string Text(DateTime wall, CalendarItem item) =>
        item.AllDay
            ? wall.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            : ItemSpan.Moment(item, wall).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

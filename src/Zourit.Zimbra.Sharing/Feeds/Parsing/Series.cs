using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Expands one recurrence rule by Ical.Net, in wall time.</summary>
internal static class Series
{
    /// <summary>
    /// The starts of occurrences from <paramref name="from"/> (at or after) until <paramref name="to"/> (before), by the clock of
    /// <paramref name="start"/>.
    /// </summary>
    /// <exception cref="FormatException">The rule is malformed or refused.</exception>
    public static IEnumerable<DateTime> Expand(string ruleText, IcsTime start, DateTime from, DateTime to)
    {
        var rule = new RuleParts(ruleText);
        string text = ruleText;
        if (rule["UNTIL"] is { } given)
        {
            DateTime until = Until(given, start);
            to = until < to ? until.AddTicks(1) : to;
            text = rule.WithUntil(Text(until, start.IsDate));
        }

        RecurrenceLimits.Check(rule, start.Wall, to);
        return Occurrences(text, start, from, to);
    }

    private static IEnumerable<DateTime> Occurrences(string rule, IcsTime start, DateTime from, DateTime to)
    {
        string kind = start.IsDate ? ";VALUE=DATE" : "";
        var single = Ical.Net.Calendar.Load(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART{kind}:{Text(start.Wall, start.IsDate)}\r\nRRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )!;
        CalendarEvent series = single.Events.Single();
        return series
            .GetOccurrences(
                start.IsDate
                    ? new CalDateTime(DateOnly.FromDateTime(from))
                    : new CalDateTime(DateTime.SpecifyKind(from, DateTimeKind.Unspecified), true),
                new EvaluationOptions { MaxUnmatchedIncrementsLimit = RecurrenceLimits.MaxUnmatchedSteps }
            )
            .Select(occurrence => occurrence.Period.StartTime.Value)
            .SkipWhile(wall => wall < from)
            .TakeWhile(wall => wall < to);
    }

    // UNTIL is UTC for an event with a zone (recording 06-81), but the rule is expanded by the clock.
    private static DateTime Until(string text, IcsTime start)
    {
        (DateTime wall, bool isDate, bool isUtc) = IcsTime.Read(text)
            ?? throw new FormatException($"its recurrence rule's UNTIL '{text}' " + $"is no date or time");
        return start.IsDate ? wall.Date
            : isDate ? wall.AddDays(1).AddSeconds(-1)
            : isUtc ? start.Zone.Wall(IcsZone.Utc.At(wall))
            : wall;
    }

    private static string Text(DateTime wall, bool isDate) =>
        wall.ToString(isDate ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}

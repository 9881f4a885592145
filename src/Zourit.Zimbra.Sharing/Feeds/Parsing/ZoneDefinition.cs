using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Reads a VTIMEZONE.</summary>
internal static class ZoneDefinition
{
    /// <exception cref="FormatException">It defines no zone, or by rules of another kind than clocks are changed by.</exception>
    public static DefinedZone Parse(string component)
    {
        var observances = new List<Observance>();
        List<ContentLine>? part = null;
        foreach (ContentLine line in Unfolding.Lines(component))
        {
            switch (line.Name, line.Value.Trim().ToUpperInvariant())
            {
                case ("BEGIN", "STANDARD" or "DAYLIGHT"):
                    part = [];
                    break;
                case ("END", "STANDARD" or "DAYLIGHT") when part is not null:
                    observances.Add(Read(part, line.Value.Trim().Equals("DAYLIGHT", StringComparison.OrdinalIgnoreCase)));
                    part = null;
                    break;
                default:
                    part?.Add(line);
                    break;
            }
        }

        return observances.Count > 0 ? new DefinedZone(observances) : throw new FormatException("it has neither STANDARD nor DAYLIGHT");
    }

    private static Observance Read(List<ContentLine> lines, bool isDaylight)
    {
        DateTime start = Time(Value(lines, "DTSTART") ?? throw new FormatException("a part of it has no DTSTART"));
        string? rule = Value(lines, "RRULE");
        TimeSpan to = Offset(Value(lines, "TZOFFSETTO"));
        return new Observance(
            isDaylight,
            Value(lines, "TZOFFSETFROM") is { } from ? Offset(from) : to,
            to,
            start,
            rule is null ? null : YearlyRule.Parse(rule, start),
            lines.Where(line => line.Name == "RDATE").SelectMany(line => line.Value.Split(',')).Select(Time)
        );
    }

    private static string? Value(List<ContentLine> lines, string name) => lines.FirstOrDefault(line => line.Name == name)?.Value.Trim();

    private static DateTime Time(string text) => IcsTime.Read(text)?.Wall ?? throw new FormatException($"'{text}' in it is no time");

    private static TimeSpan Offset(string? text)
    {
        if (
            text is ['+' or '-', ..]
            && TimeSpan.TryParseExact(text.AsSpan(1), ["hhmm", "hhmmss"], CultureInfo.InvariantCulture, out TimeSpan offset)
            && offset < TimeSpan.FromHours(14.5)
        )
        {
            // A DateTimeOffset counts minutes; seconds were in use before standard time only.
            offset = TimeSpan.FromMinutes(Math.Floor(offset.TotalMinutes));
            return text[0] == '-' ? -offset : offset;
        }

        throw new FormatException($"'{text}' in it is no offset from UTC");
    }
}

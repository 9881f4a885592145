using System.Globalization;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Reads a VTIMEZONE.</summary>
internal static class ZoneDefinition
{
    /// <exception cref="UnreadableException">It defines no zone, or by rules of another kind than clocks are changed by.</exception>
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

        return observances.Count > 0 ? new DefinedZone(observances) : throw new UnreadableException(UnreadableZoneTexts.NoObservance);
    }

    /// <summary>The value of a line; null when there is no such line.</summary>
    public static string? Value(string component, string name) => Value([.. Unfolding.Lines(component)], name);

    private static Observance Read(List<ContentLine> lines, bool isDaylight)
    {
        DateTime start = Time(Value(lines, "DTSTART") ?? throw new UnreadableException(UnreadableZoneTexts.NoStart));
        string? rule = Value(lines, "RRULE");
        TimeSpan to = Offset(Value(lines, "TZOFFSETTO"));
        return new Observance(
            isDaylight,
            (Value(lines, "TZOFFSETFROM") is { } from ? Offset(from) : to, to),
            start,
            rule is null ? null : YearlyRule.Parse(rule, start),
            lines.Where(line => line.Name == "RDATE").SelectMany(line => line.Value.Split(',')).Select(Time)
        );
    }

    private static string? Value(List<ContentLine> lines, string name) => lines.FirstOrDefault(line => line.Name == name)?.Value.Trim();

    private static DateTime Time(string text) =>
        IcsTime.Read(text.Split('/')[0])?.Wall ?? throw new UnreadableException(UnreadableZoneTexts.NoTime(text));

    // +0100, +013000, and what programs make of it: -800, 0100, +01:00, +1.
    private static TimeSpan Offset(string? text)
    {
        string digits = (text ?? "").Replace(":", "", StringComparison.Ordinal);
        bool isWest = digits is ['-', ..];
        digits = digits is ['+' or '-', ..] ? digits[1..] : digits;
        string whole = digits.Length switch
        {
            1 or 2 => digits.PadLeft(2, '0') + "0000",
            3 or 4 => digits.PadLeft(4, '0') + "00",
            _ => digits.PadLeft(6, '0'),
        };
        return digits.Length > 0 && TimeSpan.TryParseExact(whole, "hhmmss", CultureInfo.InvariantCulture, out TimeSpan offset)
            ? (isWest ? -offset : offset)
            : throw new UnreadableException(UnreadableZoneTexts.NoOffset(text ?? ""));
    }
}

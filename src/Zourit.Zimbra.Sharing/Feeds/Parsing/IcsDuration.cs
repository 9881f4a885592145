namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>A duration (<c>P1DT2H</c>): days are days of the calendar, the rest is time by the clock (RFC 5545 §3.3.6).</summary>
internal readonly record struct IcsDuration(int Days, TimeSpan Time)
{
    private const int MostDays = 3_652_058;

    /// <summary>The length where each day has 24 hours.</summary>
    public TimeSpan Length => TimeSpan.FromDays(Days) + Time;

    /// <summary>Reads a duration; null where it is malformed, or longer than the calendar.</summary>
    public static IcsDuration? TryParse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int sign = text is ['-', ..] ? -1 : 1;
        text = text is ['+' or '-', ..] ? text[1..] : text;
        if (text is not ['P' or 'p', .., not ('T' or 't')] || text.Length > 40)
        {
            return null;
        }

        long days = 0,
            seconds = 0;
        string units = "WD";
        text = text[1..];
        while (text.Length > 0)
        {
            if (text[0] is 'T' or 't')
            {
                if (units == "HMS")
                {
                    return null;
                }

                units = "HMS";
                text = text[1..];
            }

            int digits = text.IndexOfAnyExceptInRange('0', '9');
            int unit = digits is > 0 and <= 12 ? units.IndexOf(char.ToUpperInvariant(text[digits]), StringComparison.Ordinal) : -1;
            if (unit < 0)
            {
                return null;
            }

            long number = long.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture);
            (days, seconds) = char.ToUpperInvariant(text[digits]) switch
            {
                'W' => (days + (7 * number), seconds),
                'D' => (days + number, seconds),
                'H' => (days, seconds + (3600 * number)),
                'M' => (days, seconds + (60 * number)),
                _ => (days, seconds + number),
            };
            text = text[(digits + 1)..];
        }

        return days + (seconds / 86_400) < MostDays ? new IcsDuration(sign * (int)days, TimeSpan.FromSeconds(sign * seconds)) : null;
    }
}

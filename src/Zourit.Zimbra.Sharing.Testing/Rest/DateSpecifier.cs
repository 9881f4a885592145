using System.Globalization;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Rest;

/// <summary>
/// The values of <c>start</c> and <c>end</c> (docs/protocol.md §8.3): digits are milliseconds, then three date forms, then relative ones;
/// else ignored.
/// </summary>
internal static partial class DateSpecifier
{
    public static DateTimeOffset? Parse(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds))
        {
            return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : DateTimeOffset.MaxValue;
        }

        if (
            DateTime.TryParseExact(
                text,
                ["yyyy/M/d", "yyyy-M-d", "M/d/yyyy"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTime date
            )
        )
        {
            return new DateTimeOffset(date, TimeSpan.Zero);
        }

        Match match = Relative().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int amount =
            int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups["sign"].Value is "-" or "m" ? -1 : 1);
        string unit = match.Groups["unit"].Value;
        return unit.StartsWith("mi", StringComparison.Ordinal)
            ? now.AddMinutes(amount)
            : unit[0] switch
            {
                'h' => now.AddHours(amount),
                'd' => now.AddDays(amount),
                'w' => now.AddDays(7 * amount),
                'm' => now.AddMonths(amount),
                _ => now.AddYears(amount),
            };
    }

    [GeneratedRegex("^(?<sign>[+pm-])?(?<n>[0-9]{1,4})(?<unit>mi|[hdwmy])")]
    private static partial Regex Relative();
}

using System.Globalization;

namespace Zourit.Zimbra.Sharing.Messages;

/// <summary>
/// Reads the directory's durations: <c>30d</c>, <c>12h</c>, <c>15m</c>, <c>3600s</c>, <c>500ms</c>, or plain seconds (docs/protocol.md
/// §7.7).
/// </summary>
internal static class DirectoryDuration
{
    private const double MaxSeconds = 1_000 * 366 * 86_400d;

    /// <summary>The duration; null for text that is not a duration, and for more than a thousand years, which limits nothing.</summary>
    public static TimeSpan? Parse(string? text)
    {
        string value = text?.Trim() ?? "";
        int digits = value.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == 0 || !long.TryParse(value.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return null;
        }

        double seconds =
            value[digits..] switch
            {
                "d" => 86_400,
                "h" => 3_600,
                "m" => 60,
                "" or "s" => 1,
                "ms" => 0.001,
                _ => double.NaN,
            } * number;
        return double.IsNaN(seconds) || seconds > MaxSeconds ? null : TimeSpan.FromSeconds(seconds);
    }
}

using System.Globalization;

namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Zimbra's durations: <c>30d</c>, <c>12h</c>, <c>15m</c>, <c>3600s</c>, <c>500ms</c>, or plain seconds.</summary>
internal static class Duration
{
    public static long Milliseconds(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        (string digits, long unit) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 1L),
            _ when text.EndsWith('d') => (text[..^1], 86_400_000L),
            _ when text.EndsWith('h') => (text[..^1], 3_600_000L),
            _ when text.EndsWith('m') => (text[..^1], 60_000L),
            _ when text.EndsWith('s') => (text[..^1], 1_000L),
            _ => (text, 1_000L),
        };
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value * unit : 0;
    }
}

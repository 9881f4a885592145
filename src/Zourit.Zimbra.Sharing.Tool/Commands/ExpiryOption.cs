using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Help;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>Reads --expires.</summary>
internal static class ExpiryOption
{
    public static TextOption New() =>
        new(
            "--expires",
            "DAY",
            Sentence.Of(
                $"the last day (2027-08-31), a time with offset, 30d, or never",
                $"dernier jour (2027-08-31), moment, 30d ou never"
            ),
            "never"
        );

    /// <summary>The end; where nothing is said it stays as it is.</summary>
    /// <exception cref="ToolException">It is no end.</exception>
    public static ShareExpiry Read(string? text, TimeProvider time)
    {
        if (text is null)
        {
            return ShareExpiry.Keep;
        }

        if (text == "never")
        {
            return ShareExpiry.Never;
        }

        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= 36_500)
        {
            return ShareExpiry.At(time.GetUtcNow().AddDays(days));
        }

        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && day.Year < 9999
        )
        {
            DateTime midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
            return ShareExpiry.At(new DateTimeOffset(midnight, time.LocalTimeZone.GetUtcOffset(midnight)));
        }

        return
            text.Contains('T', StringComparison.Ordinal)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
            ? ShareExpiry.At(moment)
            : throw ToolException.Usage(
                Sentence.Of(
                    $"'{Excerpt.Of(text)}' is no end: write 2027-08-31, 2027-08-31T12:00+02:00, 30d or never.",
                    $"« {Excerpt.Of(text)} » n'est pas une date de fin : écrivez 2027-08-31, 2027-08-31T12:00+02:00, 30d ou never."
                )
            );
    }
}

using System.Globalization;
using NodaTime;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Ends as manifests write them: <c>never</c>, the last day, or a moment with its offset from UTC.</summary>
internal sealed class EndDate(DateTimeZone? zone, string? format = null)
{
    public const string Never = "never";
    private const string IsoDay = "yyyy-MM-dd";

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly string _format = format ?? IsoDay;

    public string Format => _format;

    public enum Reading
    {
        Read,
        NoDate,
        NoZone,
    }

    /// <summary>Dates in a time zone that is known, or moments in UTC.</summary>
    public static EndDate In(string? timeZone) => new(timeZone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone));

    /// <summary>Whether dates can be written so: day, month and a year of four digits, each once, and signs between.</summary>
    public static bool IsFormat(string format) =>
        format.Length <= 20
        && format.All(c => c is 'd' or 'M' or 'y' or '/' or '-' or '.' or ' ')
        && Runs(format, 'd') is [1 or 2]
        && Runs(format, 'M') is [1 or 2]
        && Runs(format, 'y') is [4];

    public Reading Read(string text, out ShareExpiry expiry)
    {
        expiry = ShareExpiry.Never;
        if (text.Equals(Never, StringComparison.OrdinalIgnoreCase))
        {
            return Reading.Read;
        }

        if (
            DateOnly.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            && day < DateOnly.MaxValue
        )
        {
            if (zone is null)
            {
                return Reading.NoZone;
            }

            LocalDate next = LocalDate.FromDateOnly(day).PlusDays(1);
            expiry = ShareExpiry.At(zone.AtStartOfDay(next).ToDateTimeOffset());
            return Reading.Read;
        }

        // Without an offset a moment would depend on where the program runs.
        if (
            _format == IsoDay
            && HasOffset(text)
            && DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
        )
        {
            expiry = ShareExpiry.At(moment);
            return Reading.Read;
        }

        return Reading.NoDate;
    }

    /// <summary>The text that is read as this end.</summary>
    public string Write(DateTimeOffset? end)
    {
        if (end is not { } moment)
        {
            return Never;
        }

        if (zone is not null)
        {
            LocalDate day = Instant.FromDateTimeOffset(moment).InZone(zone).Date;
            string last = day.PlusDays(-1).ToDateOnly().ToString(IsoDay, CultureInfo.InvariantCulture);
            if (Read(last, out ShareExpiry read) == Reading.Read && read.Time == moment)
            {
                return last;
            }
        }

        return moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static int[] Runs(string format, char letter) =>
        [
            .. format
                .Split(format.Where(c => c != letter).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
                .Select(run => run.Length),
        ];
}

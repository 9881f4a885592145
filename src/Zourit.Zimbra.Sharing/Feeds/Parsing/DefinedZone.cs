namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A zone as a VTIMEZONE of the feed defines it. Zimbra writes the rules of today and says that they hold since 1601 (recording 06-81).
/// </summary>
internal sealed class DefinedZone(IReadOnlyList<Observance> observances) : IcsZone
{
    // What an hour of a calendar needs is in a few years; a hostile feed may name all of them.
    private const int MostYears = 256;

    private readonly Dictionary<int, Onset[]> _years = [];

    /// <summary>
    /// Whether it holds for all times: its rules have no end, or it has one part only. What a program writes for the years of its events
    /// alone says nothing of the others.
    /// </summary>
    public bool IsComplete { get; } =
        observances.Any(observance => observance.IsEndless) || (observances is [{ IsSingle: true } only] && only.Start.Year < 1971);

    public override DateTimeOffset At(DateTime wall)
    {
        (Observance observance, DateTime? onset) = Latest(wall, inUtc: false);
        TimeSpan jump = observance.To - observance.From;
        return onset is { } start && jump > TimeSpan.Zero && wall - start < jump
            ? Moment(wall + jump, observance.To)
            : Moment(wall, observance.To);
    }

    public override DateTime Wall(DateTimeOffset moment)
    {
        DateTime utc = moment.UtcDateTime;
        return Observance.Shift(utc, Latest(utc, inUtc: true).Observance.To);
    }

    private (Observance Observance, DateTime? Onset) Latest(DateTime time, bool inUtc)
    {
        foreach (Onset onset in Year(time.Year))
        {
            // An onset is written by the clock before it.
            if (onset.Wall <= (inUtc ? Observance.Shift(time, onset.Observance.From) : time))
            {
                return (onset.Observance, onset.Wall);
            }
        }

        // Before the first onset nothing is defined: standard time then.
        return (observances.FirstOrDefault(observance => !observance.IsDaylight) ?? observances[0], null);
    }

    /// <summary>The onsets in a year and a day on either side of it, and the one in force before them; the latest first.</summary>
    private Onset[] Year(int year)
    {
        if (_years.TryGetValue(year, out Onset[]? onsets))
        {
            return onsets;
        }

        if (_years.Count >= MostYears)
        {
            _years.Clear();
        }

        DateTime from = Observance.Shift(new DateTime(year, 1, 1), -TimeSpan.FromDays(1)),
            to = Observance.Shift(new DateTime(year, 12, 31), TimeSpan.FromDays(2));
        var found = new List<Onset>();
        Onset? before = null;
        foreach (Observance observance in observances)
        {
            found.AddRange(observance.OnsetsIn(from, to).Select(wall => new Onset(wall, observance)));
            if (observance.LatestOnset(from) is { } last && (before is null || last > before.Value.Wall))
            {
                before = new Onset(last, observance);
            }
        }

        onsets = [.. found.OrderByDescending(onset => onset.Wall), .. before is { } one ? [one] : Array.Empty<Onset>()];
        _years.Add(year, onsets);
        return onsets;
    }

    private readonly record struct Onset(DateTime Wall, Observance Observance);
}

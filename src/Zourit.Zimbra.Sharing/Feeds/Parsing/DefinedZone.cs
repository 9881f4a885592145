namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>
/// A zone as a VTIMEZONE of the feed defines it. Zimbra writes the rules of today and says that they hold since 1601 (recording 06-81).
/// </summary>
internal sealed class DefinedZone(IReadOnlyList<Observance> observances) : IcsZone
{
    public override DateTimeOffset At(DateTime wall)
    {
        (Observance observance, DateTime? onset) = Latest(wall, inUtc: false);
        TimeSpan jump = observance.To - observance.From;
        return onset is { } began && jump > TimeSpan.Zero && wall - began < jump
            ? Moment(wall + jump, observance.To)
            : Moment(wall, observance.To);
    }

    public override DateTime Wall(DateTimeOffset moment) => moment.ToOffset(Latest(moment.UtcDateTime, inUtc: true).Observance.To).DateTime;

    private (Observance Observance, DateTime? Onset) Latest(DateTime time, bool inUtc)
    {
        Observance? latest = null;
        DateTime? latestOnset = null;
        foreach (Observance observance in observances)
        {
            // An onset is told by the clock before it.
            DateTime until = inUtc ? Observance.Shift(time, observance.From) : time;
            if (observance.LatestOnset(until) is { } onset && (latestOnset is null || onset > latestOnset))
            {
                (latest, latestOnset) = (observance, onset);
            }
        }

        // Before the first onset nothing is defined: standard time then.
        return (latest ?? observances.FirstOrDefault(observance => !observance.IsDaylight) ?? observances[0], latestOnset);
    }
}

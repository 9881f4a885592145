namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>
/// The time of the server and of all callers of one scenario. With turns it goes on by the requests alone, so that what depends on it
/// (filters, lags, the dates of mails) repeats; timers run as the machine's do.
/// </summary>
internal sealed class ScenarioClock(bool inTurns) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private long _milliseconds;

    public override DateTimeOffset GetUtcNow() =>
        (inTurns ? Start : System.GetUtcNow()).AddMilliseconds(Interlocked.Read(ref _milliseconds));

    public void Advance(int milliseconds) => Interlocked.Add(ref _milliseconds, milliseconds);
}

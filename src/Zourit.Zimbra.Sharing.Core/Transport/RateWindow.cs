namespace Zourit.Zimbra.Sharing.Transport;

/// <summary>
/// The last requests that were let go, by the moments at which they went; of any <paramref name="perSecond"/> + 1 in a row the last goes a
/// good second after the first.
/// </summary>
internal sealed class RateWindow(int perSecond)
{
    // Longer than the second that the server counts in: requests may come closer together there than they left here.
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(1_050);

    private readonly Queue<TimeSpan> _starts = new(perSecond);

    /// <summary>Lets a request go now, if one may.</summary>
    public bool TryStart(TimeSpan now)
    {
        if (UntilFree(now) > TimeSpan.Zero)
        {
            return false;
        }

        if (_starts.Count == perSecond)
        {
            _starts.Dequeue();
        }

        _starts.Enqueue(now);
        return true;
    }

    /// <summary>How long until the next may go; zero or less if one may now.</summary>
    public TimeSpan UntilFree(TimeSpan now) => _starts.Count < perSecond ? TimeSpan.Zero : _starts.Peek() + Length - now;
}

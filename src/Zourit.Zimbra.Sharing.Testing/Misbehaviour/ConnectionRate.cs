namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// The times of the last requests of one connection, as the server's flood filter keeps them: those that it refused count too, so that a
/// client that goes on at the same pace stays out.
/// </summary>
internal sealed class ConnectionRate(int perSecond)
{
    private readonly DateTimeOffset?[] _last = new DateTimeOffset?[perSecond];
    private int _next;

    /// <summary>Counts a request; true when as many came within the second before it.</summary>
    public bool IsExceeded(DateTimeOffset now)
    {
        DateTimeOffset? earlier = _last[_next];
        _last[_next] = now;
        _next = (_next + 1) % _last.Length;
        return now - earlier < TimeSpan.FromSeconds(1);
    }
}

using System.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Misbehaviour;

/// <summary>
/// The two filters before a real server, both off until asked: too many requests within a second over one connection, too many failed
/// logins from one address (docs/protocol.md §1.1).
/// </summary>
internal sealed class RequestGate(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Visitor> _visitors = [];
    private readonly Dictionary<IPEndPoint, ConnectionRate> _rates = [];
    private (int PerSecond, int Status)? _limit;
    private (int Failures, TimeSpan Duration)? _block;

    public void Limit(int perSecond, int status)
    {
        Argument.AtLeast(perSecond, 1);
        lock (_lock)
        {
            _limit = (perSecond, status);
            _rates.Clear();
        }
    }

    public void BlockAfter(int failures, TimeSpan duration)
    {
        Argument.AtLeast(failures, 0);
        lock (_lock)
            _block = (failures, duration);
    }

    public void Open()
    {
        lock (_lock)
        {
            _limit = null;
            _block = null;
            _visitors.Clear();
            _rates.Clear();
        }
    }

    /// <summary>Lets a request in (null), or gives the status of its refusal.</summary>
    public int? Refuse(IPEndPoint connection)
    {
        lock (_lock)
        {
            if (_limit is null && _block is null)
                return null;
            var now = clock.GetUtcNow();
            if (_block is not null && Of(connection.Address).BlockedUntil > now)
            {
                return 503;
            }

            return _limit is { } limit && RateOf(connection, limit.PerSecond).IsExceeded(now) ? limit.Status : null;
        }
    }

    /// <summary>Counts a failed SOAP login.</summary>
    public void LoginFailed(IPAddress address)
    {
        lock (_lock)
        {
            if (_block is not { } block)
                return;
            var visitor = Of(address);
            if (++visitor.FailedLogins <= block.Failures)
                return;
            visitor.FailedLogins = 0;
            visitor.BlockedUntil = clock.GetUtcNow() + block.Duration;
        }
    }

    private ConnectionRate RateOf(IPEndPoint connection, int perSecond)
    {
        if (!_rates.TryGetValue(connection, out var rate))
        {
            _rates[connection] = rate = new ConnectionRate(perSecond);
        }

        return rate;
    }

    private Visitor Of(IPAddress address)
    {
        if (!_visitors.TryGetValue(address, out var visitor))
            _visitors[address] = visitor = new Visitor();
        return visitor;
    }

    private sealed class Visitor
    {
        public int FailedLogins { get; set; }

        public DateTimeOffset BlockedUntil { get; set; } = DateTimeOffset.MinValue;
    }
}

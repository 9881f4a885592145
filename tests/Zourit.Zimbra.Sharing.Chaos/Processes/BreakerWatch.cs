using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Chaos.Processes;

/// <summary>
/// Tells, by the client's own documented log, whether it leaves the server alone after too many failures: it asks nothing then.
/// </summary>
internal sealed class BreakerWatch : ILoggerProvider, ILogger
{
    private const int Opened = 6;
    private const int Closed = 7;

    private readonly Lock _lock = new();
    private bool _isOpen;
    private bool _wasOpen;

    /// <summary>Whether it did so at any time since <see cref="Begin"/>.</summary>
    public bool WasOpen
    {
        get
        {
            lock (_lock)
            {
                return _wasOpen;
            }
        }
    }

    /// <summary>A call starts.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _wasOpen = _isOpen;
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        // Other categories have other events of these numbers.
        if (eventId.Id is Opened or Closed && eventId.Name is "LeftAlone" or "Back")
        {
            lock (_lock)
            {
                _isOpen = eventId.Id == Opened;
                _wasOpen |= _isOpen;
            }
        }
    }

    public void Dispose() { }
}

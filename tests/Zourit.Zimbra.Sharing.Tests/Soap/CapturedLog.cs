using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Tests.Soap;

/// <summary>Keeps everything that is logged, at every level, with its scopes' and exceptions' full texts.</summary>
/// <param name="watch">Told of each line.</param>
internal sealed class CapturedLog(Action<string>? watch = null) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, Keep);

    public void Dispose()
    {
        // Nothing is held.
    }

    private void Keep(string line)
    {
        _lines.Enqueue(line);
        watch?.Invoke(line);
    }

    private sealed class Writer(string category, Action<string> keep) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            keep($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => keep($"{category} {logLevel}: {formatter(state, exception)} {state} {exception}");
    }
}

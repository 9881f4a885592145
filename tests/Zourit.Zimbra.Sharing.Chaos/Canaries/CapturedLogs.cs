using Microsoft.Extensions.Logging;

namespace Zourit.Zimbra.Sharing.Chaos.Canaries;

/// <summary>Takes down every log at every level, with its state and scopes.</summary>
internal sealed class CapturedLogs(Evidence evidence) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Log(categoryName, evidence);

    public void Dispose() { }

    private sealed class Log(string category, Evidence evidence) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Note(state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            evidence.Add($"log {category}", formatter(state, exception));
            Note(state);
            if (exception is not null)
            {
                evidence.Add(exception);
            }
        }

        private void Note(object? state)
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach ((string name, object? value) in values)
                {
                    evidence.Add($"log {category}", $"{name}={value}");
                }
            }
            else
            {
                evidence.Add($"log {category}", state?.ToString());
            }
        }
    }
}

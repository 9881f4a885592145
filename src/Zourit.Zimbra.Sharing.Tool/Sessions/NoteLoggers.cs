using Microsoft.Extensions.Logging;
using Zourit.Zimbra.Sharing.Tool.Output;

namespace Zourit.Zimbra.Sharing.Tool.Sessions;

/// <summary>With --verbose: the library's log, which holds no secrets, on standard error.</summary>
internal sealed class NoteLoggers(OutputStream notes) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new NoteLogger(notes);

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }

    private sealed class NoteLogger(OutputStream notes) : ILogger
    {
        private readonly Lock _turn = new();

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
            lock (_turn)
            {
                notes.WriteLine(formatter(state, exception));
            }
        }
    }
}

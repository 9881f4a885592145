using System.Diagnostics.CodeAnalysis;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>A token that is cancelled with another one, and when a time is over.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken outer)
    {
        _outer = outer;
        _source = new CancellationTokenSource(limit, time);
        _registration = outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether a failure is that the time was over: its end alone, not the other token.</summary>
    public bool Ended([NotNullWhen(true)] Exception? failure) =>
        failure is OperationCanceledException && _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}

using Zourit.Zimbra.Sharing.Chaos.Faults;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;

namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>
/// Notices that the server was reported to leave a request without an answer, and makes whoever waits for it notice at once what else a
/// time
/// limit would tell them much later. Only where requests come one at a time: then it is plain whose answer stalls.
/// </summary>
internal sealed class StallWatch : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    private readonly FakeZimbra _server;
    private readonly FaultPlan _plan;
    private readonly PeriodicTimer _timer = new(Period);
    private readonly Lock _lock = new();
    private readonly Task _watching;
    private Waiting? _waiting;
    private int _seen;
    private bool _stalls;

    public StallWatch(FakeZimbra server, FaultPlan plan)
    {
        _server = server;
        _plan = plan;
        _watching = WatchAsync();
    }

    /// <summary>
    /// Somebody is about to send a request; <paramref name="notice"/> is called when their answer stalls. Dispose when it has come.
    /// </summary>
    public IDisposable Expect(Action notice)
    {
        lock (_lock)
        {
            _seen = _server.Misbehave.Injected.Count;
            _stalls = false;
            return _waiting = new Waiting(this, notice);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _watching;
    }

    private async Task WatchAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            Action? notice = null;
            lock (_lock)
            {
                IReadOnlyList<InjectedMisbehaviour> injected = _server.Misbehave.Injected;
                _stalls |= injected.Skip(_seen).Any(Stalls);
                _seen = injected.Count;

                // A stalled answer is half sent when the work is done; before that nobody may look whether it was.
                if (
                    _stalls
                    && _waiting is not null
                    && (
                        _server.Journal.Entries.Any(entry => entry.Number == _server.Journal.Requests)
                        || injected.Skip(Math.Max(0, _seen - 3)).Any(IsEndless)
                    )
                )
                {
                    _stalls = false;
                    (notice, _waiting) = (_waiting.Notice, null);
                }
            }

            notice?.Invoke();
        }
    }

    private bool Stalls(InjectedMisbehaviour injected) => injected.Kind == nameof(MisbehaviourTrigger.StallBody) || IsEndless(injected);

    private bool IsEndless(InjectedMisbehaviour injected) =>
        injected.Kind == nameof(MisbehaviourTrigger.Delay)
        && _plan.Rules.Any(rule =>
            rule.Kind.Method == nameof(MisbehaviourTrigger.Delay)
            && rule.Target.Operation == injected.Operation
            && rule.First <= injected.Call
            && injected.Call <= rule.Last
            && FaultCatalogue.IsEndless(rule.Choice)
        );

    private sealed class Waiting(StallWatch watch, Action notice) : IDisposable
    {
        public Action Notice { get; } = notice;

        public void Dispose()
        {
            lock (watch._lock)
            {
                if (watch._waiting == this)
                {
                    watch._waiting = null;
                }
            }
        }
    }
}

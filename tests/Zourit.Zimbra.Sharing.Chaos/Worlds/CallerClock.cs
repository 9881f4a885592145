namespace Zourit.Zimbra.Sharing.Chaos.Worlds;

/// <summary>
/// The clock of one caller's client, which may go before or behind the server's. It does not move while a request waits for its turn, it
/// can
/// be put forward past a reply that will never come, and short pauses pass quickly: so time limits are met when the scenario says so, not
/// when the machine is busy.
/// </summary>
internal sealed class CallerClock(ScenarioClock clock, TimeSpan ahead, bool inTurns) : TimeProvider
{
    // Pauses before a repetition are shorter, time limits longer.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private const int Haste = 50;

    private readonly Lock _lock = new();
    private readonly HashSet<Timer> _timers = [];
    private TimeSpan _put;
    private long _stoodSince;
    private TimeSpan _stood;
    private int _stops;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return Now.Ticks;
        }
    }

    private bool IsHasty { get; } = inTurns;

    private TimeSpan Now => _put + System.GetElapsedTime(0) - _stood - (_stops > 0 ? System.GetElapsedTime(_stoodSince) : TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Stands still until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        lock (_lock)
        {
            if (_stops++ == 0)
            {
                _stoodSince = System.GetTimestamp();
                Rearm();
            }
        }
    }

    public void Resume()
    {
        lock (_lock)
        {
            if (--_stops == 0)
            {
                _stood += System.GetElapsedTime(_stoodSince);
                Rearm();
            }
        }
    }

    /// <summary>Puts the clock forward; timers that come due go off.</summary>
    public void PutForward(TimeSpan by)
    {
        lock (_lock)
        {
            _put += by;
            Rearm();
        }
    }

    private void Rearm()
    {
        foreach (Timer timer in _timers.ToList())
        {
            timer.Arm();
        }
    }

    /// <summary>One timer of the client, run by one of the machine's.</summary>
    private sealed class Timer : ITimer
    {
        private readonly CallerClock _owner;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _inner;
        private TimeSpan? _due;
        private TimeSpan _period;
        private bool _isPause;

        public Timer(CallerClock owner, TimerCallback callback, object? state)
        {
            _owner = owner;
            _callback = callback;
            _state = state;
            _inner = System.CreateTimer(_ => GoOff(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_owner._lock)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _owner.Now + dueTime;
                _period = period;
                _isPause = _owner.IsHasty && dueTime <= LongestPause;
                _ = _due is null ? _owner._timers.Remove(this) : _owner._timers.Add(this);
                Arm();
            }

            return true;
        }

        public void Dispose()
        {
            lock (_owner._lock)
            {
                _owner._timers.Remove(this);
                _due = null;
                _inner.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>Sets the machine's timer anew; under the owner's lock.</summary>
        public void Arm()
        {
            TimeSpan wait =
                _due is not { } due || _owner._stops > 0 ? Timeout.InfiniteTimeSpan
                : due <= _owner.Now ? TimeSpan.Zero
                : _isPause ? (due - _owner.Now) / Haste
                : due - _owner.Now;
            _inner.Change(wait, Timeout.InfiniteTimeSpan);
        }

        private void GoOff()
        {
            lock (_owner._lock)
            {
                if (_due is not { } due || _owner._stops > 0)
                {
                    return;
                }

                if (due > _owner.Now)
                {
                    if (!_isPause)
                    {
                        Arm();
                        return;
                    }

                    _owner._put += due - _owner.Now;
                }

                _due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : due + _period;
                _ = _due is null && _owner._timers.Remove(this);
                Arm();
            }

            _callback(_state);
        }
    }
}

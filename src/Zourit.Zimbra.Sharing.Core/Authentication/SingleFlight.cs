namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>
/// One run of a piece of work for all who want it at the same time: they share its result and its failure. The work is cancelled only when
/// all of them have left, so one impatient caller does not spoil the login of the others.
/// </summary>
internal sealed class SingleFlight<T>(Func<CancellationToken, Task<T>> work)
{
    private readonly Lock _lock = new();
    private Flight? _current;

    public async Task<T> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flight flight;
        lock (_lock)
        {
            flight = _current ??= new Flight();
            flight.Passengers++;
        }

        try
        {
            return await flight.Start(work).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(flight);
        }
    }

    private void Leave(Flight flight)
    {
        lock (_lock)
        {
            bool last = --flight.Passengers == 0;
            if (_current == flight && (last || flight.IsOver))
            {
                _current = null;
            }

            if (last && !flight.IsOver)
            {
                flight.Cancel();
            }
        }
    }

#pragma warning disable CA1001 // A source without a timer holds nothing, and disposing it would break work that still runs.
    private sealed class Flight
#pragma warning restore CA1001
    {
        private readonly CancellationTokenSource _cancellation = new();
        private readonly Lock _lock = new();
        private Task<T>? _task;

        public int Passengers { get; set; }

        public bool IsOver => _task is { IsCompleted: true };

        public Task<T> Start(Func<CancellationToken, Task<T>> work)
        {
            lock (_lock)
            {
                return _task ??= Detached(work);
            }
        }

        public void Cancel() => _cancellation.Cancel();

        private Task<T> Detached(Func<CancellationToken, Task<T>> work)
        {
            // Without this the ambient call of the first caller would travel into the shared work.
            using (ExecutionContext.SuppressFlow())
            {
                return Task.Run(() => work(_cancellation.Token));
            }
        }
    }
}

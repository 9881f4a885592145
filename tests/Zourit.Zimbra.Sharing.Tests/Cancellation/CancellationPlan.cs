namespace Zourit.Zimbra.Sharing.Tests.Cancellation;

/// <summary>Cancels a call once, at a moment of one of its requests.</summary>
internal sealed class CancellationPlan(Moment moment, int number) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _placesTaken = new(0);
    private int _isCancelled;
    private volatile bool _isNextStepTheMoment = moment == Moment.InRateLimit;

    /// <summary>Done when the moment has come.</summary>
    public Task Reached => _reached.Task;

    public CancellationToken Token => _source.Token;

    public Moment Moment { get; } = moment;

    /// <summary>Which of the call's requests, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Whether what a client sends now takes its place and keeps it.</summary>
    public bool IsTakingPlaces { get; private set; } = moment == Moment.WithoutPlace;

    /// <summary>Work of the server that goes on whatever the client does.</summary>
    public Task ServerWork { get; set; } = Task.CompletedTask;

    public void Cancel()
    {
        if (Interlocked.Exchange(ref _isCancelled, 1) == 0)
        {
            _reached.TrySetResult();
            _source.Cancel();
        }
    }

    /// <summary>Cancels when the client starts its next pause or its next request.</summary>
    public void CancelAtNextStep() => _isNextStepTheMoment = true;

    public void RequestBegins()
    {
        if (_isNextStepTheMoment && Moment != Moment.InRateLimit)
        {
            Cancel();
        }
    }

    /// <summary>A pause ends by its token only, so that the moment may come from another thread, as a caller's would.</summary>
    public void PauseBegins()
    {
        if (_isNextStepTheMoment)
        {
            _ = Task.Run(Cancel);
        }
    }

    /// <summary>Keeps a request, and with it the place, until it is given up.</summary>
    public Task KeepPlaceAsync(CancellationToken cancellationToken)
    {
        _placesTaken.Release();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    /// <summary>Waits until so many places are kept; from then on what is sent passes.</summary>
    public async Task PlacesAreTakenAsync(int count, CancellationToken cancellationToken)
    {
        for (int taken = 0; taken < count; taken++)
        {
            await _placesTaken.WaitAsync(cancellationToken);
        }

        IsTakingPlaces = false;
    }

    public void Dispose()
    {
        _source.Dispose();
        _placesTaken.Dispose();
    }
}

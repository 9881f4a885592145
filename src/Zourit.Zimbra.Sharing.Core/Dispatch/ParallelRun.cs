using System.Runtime.CompilerServices;
using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>
/// The items of a list side by side, so many at once. Their outcomes come in order, each as soon as it and those before it are there;
/// whoever leaves the loop ends the rest.
/// </summary>
internal static class ParallelRun
{
    /// <param name="maxConcurrency">How many places there are.</param>
    /// <param name="start">Starts the work, which takes a place for each part of it: gives the outcomes in order, null for what was not
    /// started, and what ends when all of it has.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async IAsyncEnumerable<T> RunAsync<T>(
        int maxConcurrency,
        Func<SemaphoreSlim, CancellationToken, (IReadOnlyList<Task<T?>> Outcomes, Task Work)> start,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var places = new SemaphoreSlim(maxConcurrency);
        (IReadOnlyList<Task<T?>> outcomes, Task work) = start(places, stop.Token);
        try
        {
            foreach (Task<T?> outcome in outcomes)
            {
                if (await outcome.ForCallerAsync(cancellationToken).ConfigureAwait(false) is { } done)
                {
                    yield return done;
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);

            // The first failure that is no item's own was thrown above; those after it are the same, and would reach the host as
            // unobserved.
            await Task.WhenAll(outcomes.Append(work)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits for a place; disposing of the result gives it back.</summary>
    public static async ValueTask<IDisposable> TakeAsync(this SemaphoreSlim places, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(places);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}

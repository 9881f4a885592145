using Microsoft.Extensions.Time.Testing;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>Lets a clock run that does not move otherwise.</summary>
internal static class ClockExtensions
{
    /// <summary>
    /// Moves on step by step until something is done. The steps come while nothing else can go on, so what waits for the clock is not
    /// overtaken by much.
    /// </summary>
    public static async Task RunUntilAsync(this FakeTimeProvider clock, Task done, TimeSpan step, CancellationToken cancellationToken)
    {
        while (!done.IsCompleted)
        {
            await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken));
            clock.Advance(done.IsCompleted ? TimeSpan.Zero : step);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>How calls are limited and repeated: a client's options as they were when it was made.</summary>
internal record CallSettings
{
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(100);

    public int MaxRetries { get; init; } = 2;

    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    public int BreakAfterRequests { get; init; } = 10;

    public double BreakFailureRatio { get; init; } = 0.8;

    public TimeSpan BreakSamplingDuration { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After a refused login, how long it is not repeated.</summary>
    public TimeSpan RefusedLoginPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The clock for durations and dates.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

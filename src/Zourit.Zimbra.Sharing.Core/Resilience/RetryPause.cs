using System.Security.Cryptography;

namespace Zourit.Zimbra.Sharing.Resilience;

/// <summary>How long the pause before a repetition is.</summary>
internal static class RetryPause
{
    /// <param name="failure">What the last attempt ended with; null where it was answered.</param>
    /// <param name="retry">Which repetition follows, counted from 0.</param>
    /// <param name="options">The settings.</param>
    public static TimeSpan After(Exception? failure, int retry, CallSettings options)
    {
        TimeSpan usual = options.RetryDelay * Math.Pow(2, retry);

        // A server asks for 0 too, or for a time that is past by its clock: that is no leave to come back at once.
        TimeSpan pause =
            RetryRules.WaitAskedBy(failure) is not { } asked ? usual * (RandomNumberGenerator.GetInt32(500, 1501) / 1000.0)
            : asked > usual ? asked
            : usual;
        return pause < options.MaxRetryDelay ? pause : options.MaxRetryDelay;
    }
}

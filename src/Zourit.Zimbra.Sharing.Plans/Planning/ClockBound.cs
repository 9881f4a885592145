namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>How far the server's clock and this machine's may differ before ends are not changed any more.</summary>
internal static class ClockBound
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>The difference where it is too large; null where it is not, or is not known.</summary>
    public static TimeSpan? Exceeded(TimeSpan? difference) => difference is { } ahead && ahead.Duration() > Most ? ahead : null;
}

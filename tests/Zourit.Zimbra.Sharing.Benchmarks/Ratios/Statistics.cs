namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median of the ratios round by round: rounds that ran side by side had the same machine.</summary>
    public static double Ratio(Lane lane, Lane against) =>
        Median(lane.Microseconds.Zip(against.Microseconds, (mine, other) => mine / other));
}

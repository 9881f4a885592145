using System.Diagnostics;

namespace Zourit.Zimbra.Sharing.Fuzz.Engine;

/// <summary>Makes the input of a finding smaller while it stays one of the same kind.</summary>
public static class Minimizer
{
    private const int MostTries = 2_000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    /// <summary>The finding with a smaller input.</summary>
    public static Finding Minimize(Judge judge, Finding finding)
    {
        int tries = 0;
        long began = Stopwatch.GetTimestamp();
        for (int size = Math.Max(1, finding.Input.Length / 2); size > 0 && tries < MostTries; size /= 2)
        {
            int at = 0;
            while (at < finding.Input.Length && ++tries < MostTries && Stopwatch.GetElapsedTime(began) < MostTime)
            {
                byte[] smaller = [.. finding.Input.AsSpan(0, at), .. finding.Input.AsSpan(Math.Min(at + size, finding.Input.Length))];
                if (judge.Try(smaller) is { } same && same.Kind == finding.Kind)
                {
                    finding = same;
                }
                else
                {
                    at += size;
                }
            }
        }

        return finding;
    }
}

namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Finds the known name that a mistyped one may stand for.</summary>
internal static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The nearest of the known names; null where none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known) =>
        name.Length > LongestCompared
            ? null
            : known
                .Where(candidate => Math.Abs(candidate.Length - name.Length) <= Allowed(candidate))
                .Select(candidate => (candidate, distance: Distance(name, candidate)))
                .Where(each => each.distance <= Allowed(each.candidate))
                .OrderBy(each => each.distance)
                .Select(each => each.candidate)
                .FirstOrDefault();

    private static int Allowed(string candidate) => Math.Min(Math.Max(2, candidate.Length / 3), candidate.Length / 2);

    // The number of letters to change, add, drop or exchange with the next; upper and lower case are alike.
    private static int Distance(string left, string right)
    {
        var steps = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                int change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                steps[i, j] = Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>Finds the known name that a mistyped one may mean.</summary>
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

    // The number of letters to change, add or drop, whatever their case; exchanged neighbours count as two.
    private static int Distance(string left, string right)
    {
        // What is compared is hardly longer than the longest.
        Span<int> row = stackalloc int[right.Length + 1];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, change);
            }
        }

        return row[^1];
    }
}

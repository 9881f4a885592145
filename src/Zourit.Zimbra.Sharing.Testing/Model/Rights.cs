namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>Permission letters (docs/protocol.md §3.4).</summary>
internal static class Rights
{
    public const string All = "rwidxapf";
    private const string Order = "rwidxapf";

    /// <summary>
    /// Letters in the server's order; <c>c</c> is accepted and dropped. Null for a letter that does not exist, given out as
    /// <paramref name="unknown"/>.
    /// </summary>
    public static string? Canonical(string letters, out char unknown)
    {
        foreach (char letter in letters)
        {
            if (letter != 'c' && !Order.Contains(letter, StringComparison.Ordinal))
            {
                unknown = letter;
                return null;
            }
        }

        unknown = '\0';
        return new string([.. Order.Where(letter => letters.Contains(letter, StringComparison.Ordinal))]);
    }

    /// <summary>All letters of both.</summary>
    public static string Union(string left, string right) =>
        new([
            .. Order.Where(letter => left.Contains(letter, StringComparison.Ordinal) || right.Contains(letter, StringComparison.Ordinal)),
        ]);

    /// <summary>Effective rights as shown: <c>c</c> follows from <c>r</c> and <c>i</c>.</summary>
    public static string Effective(string rights) =>
        rights.Contains('r', StringComparison.Ordinal) && rights.Contains('i', StringComparison.Ordinal) ? rights + "c" : rights;
}

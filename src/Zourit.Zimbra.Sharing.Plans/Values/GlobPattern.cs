using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Values;

/// <summary>
/// A pattern for addresses and calendars' paths: <c>*</c> is any text within a part of an address (before or after the <c>@</c>) or within
/// a name of a path, <c>**</c> any text at all. Letter case is ignored. <c>*@monasso.org</c> is every account of the domain,
/// <c>/benevoles/*</c> every calendar directly in the folder, <c>/benevoles/**</c> every calendar below it.
/// </summary>
public sealed record GlobPattern
{
    private const int Longest = 512;

    private GlobPattern(string pattern) => Pattern = pattern;

    /// <summary>The pattern as it was written, trimmed.</summary>
    public string Pattern { get; }

    /// <summary>Whether nothing in it is a wildcard.</summary>
    public bool IsLiteral => !Pattern.Contains('*', StringComparison.Ordinal);

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern: 1 to 512 characters.</param>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public static GlobPattern Parse(string text)
    {
        Argument.NotBlank(text);
        return TryParse(text)
            ?? throw Argument.Invalid(
                Sentence.Of($"The pattern has more than {Longest} characters.", $"Le motif a plus de {Longest} caractères."),
                nameof(text)
            );
    }

    internal static GlobPattern? TryParse(string text) =>
        text.Trim() is { Length: > 0 and <= Longest } pattern ? new GlobPattern(pattern) : null;

    /// <summary>Whether a text, for instance an address or a path, is one that the pattern means.</summary>
    /// <param name="text">The address or path.</param>
    public bool Matches(string text)
    {
        Argument.NotNull(text);

        // reached[i]: the pattern up to here can be the first i characters of the text.
        bool[] reached = new bool[text.Length + 1];
        reached[0] = true;
        for (int at = 0; at < Pattern.Length; at++)
        {
            bool isStar = Pattern[at] == '*';
            bool crosses = isStar && at + 1 < Pattern.Length && Pattern[at + 1] == '*';
            bool before = reached[0];
            reached[0] = isStar && before;
            for (int i = 1; i <= text.Length; i++)
            {
                bool here = reached[i];
                reached[i] = isStar
                    ? here || (reached[i - 1] && (crosses || text[i - 1] is not ('@' or '/')))
                    : before && char.ToUpperInvariant(text[i - 1]) == char.ToUpperInvariant(Pattern[at]);
                before = here;
            }

            at += crosses ? 1 : 0;
        }

        return reached[^1];
    }

    /// <summary><see cref="Pattern"/>.</summary>
    public override string ToString() => Pattern;
}

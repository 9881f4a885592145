using System.Text.RegularExpressions;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// The rules for passwords of an account or class of service (attributes <c>zimbraPassword…</c>): to check a password before sending it,
/// and to make one that the server takes. What only the server can know (common words, earlier passwords) is not here.
/// </summary>
public sealed partial record PasswordPolicy
{
    /// <summary>No rule of a server; passwords made by it are long enough for most.</summary>
    public static PasswordPolicy None { get; } = new();

    /// <summary>The shortest length (<c>zimbraPasswordMinLength</c>).</summary>
    public int MinLength { get; init; }

    /// <summary>The greatest length (<c>zimbraPasswordMaxLength</c>); 0 for none.</summary>
    public int MaxLength { get; init; }

    /// <summary>How many of A–Z at least (<c>zimbraPasswordMinUpperCaseChars</c>).</summary>
    public int MinUpperCase { get; init; }

    /// <summary>How many of a–z at least (<c>zimbraPasswordMinLowerCaseChars</c>).</summary>
    public int MinLowerCase { get; init; }

    /// <summary>How many digits at least (<c>zimbraPasswordMinNumericChars</c>).</summary>
    public int MinDigits { get; init; }

    /// <summary>How many signs at least (<c>zimbraPasswordMinPunctuationChars</c>).</summary>
    public int MinPunctuation { get; init; }

    /// <summary>How many letters at least (<c>zimbraPasswordMinAlphaChars</c>).</summary>
    public int MinLetters { get; init; }

    /// <summary>How many digits and signs together at least (<c>zimbraPasswordMinDigitsOrPuncs</c>).</summary>
    public int MinDigitsOrPunctuation { get; init; }

    /// <summary>A regular expression that each character must match (<c>zimbraPasswordAllowedChars</c>); null for all.</summary>
    public string? AllowedCharacters { get; init; }

    /// <summary>
    /// A regular expression of what counts as a sign (<c>zimbraPasswordAllowedPunctuationChars</c>); null for ASCII's signs.
    /// </summary>
    public string? AllowedPunctuation { get; init; }

    /// <summary>Reads the rules from an account's or a class of service's attributes.</summary>
    /// <param name="attributes">The attributes, those inherited included; what is missing is no rule.</param>
    public static PasswordPolicy Read(AttributeList attributes)
    {
        Argument.NotNull(attributes);
        int Number(string name) => int.TryParse(attributes[name], out int number) && number > 0 ? number : 0;
        string? Text(string name) => string.IsNullOrEmpty(attributes[name]) ? null : attributes[name];
        return new PasswordPolicy
        {
            MinLength = Number("zimbraPasswordMinLength"),
            MaxLength = Number("zimbraPasswordMaxLength"),
            MinUpperCase = Number("zimbraPasswordMinUpperCaseChars"),
            MinLowerCase = Number("zimbraPasswordMinLowerCaseChars"),
            MinDigits = Number("zimbraPasswordMinNumericChars"),
            MinPunctuation = Number("zimbraPasswordMinPunctuationChars"),
            MinLetters = Number("zimbraPasswordMinAlphaChars"),
            MinDigitsOrPunctuation = Number("zimbraPasswordMinDigitsOrPuncs"),
            AllowedCharacters = Text("zimbraPasswordAllowedChars"),
            AllowedPunctuation = Text("zimbraPasswordAllowedPunctuationChars"),
        };
    }

    /// <summary>The name of the attribute whose rule a password breaks; null when it breaks none.</summary>
    /// <param name="password">The password.</param>
    /// <exception cref="InvalidOperationException">A rule of the server is a regular expression that cannot be read, or takes too
    /// long.</exception>
    public string? BrokenRule(Secret password)
    {
        string text = password.Reveal();
        Regex? allowed = Pattern(AllowedCharacters, "zimbraPasswordAllowedChars");
        int upper = text.Count(char.IsAsciiLetterUpper);
        int lower = text.Count(char.IsAsciiLetterLower);
        int digits = text.Count(char.IsAsciiDigit);
        int punctuation = text.Count(Punctuation());
        return text.Length < MinLength ? "zimbraPasswordMinLength"
            : MaxLength > 0 && text.Length > MaxLength ? "zimbraPasswordMaxLength"
            : allowed is not null && !text.All(c => Matches(allowed, c)) ? "zimbraPasswordAllowedChars"
            : upper < MinUpperCase ? "zimbraPasswordMinUpperCaseChars"
            : lower < MinLowerCase ? "zimbraPasswordMinLowerCaseChars"
            : digits < MinDigits ? "zimbraPasswordMinNumericChars"
            : punctuation < MinPunctuation ? "zimbraPasswordMinPunctuationChars"
            : upper + lower < MinLetters ? "zimbraPasswordMinAlphaChars"
            : digits + punctuation < MinDigitsOrPunctuation ? "zimbraPasswordMinDigitsOrPuncs"
            : null;
    }

    internal Func<char, bool> Punctuation()
    {
        Regex? counted = Pattern(AllowedPunctuation, "zimbraPasswordAllowedPunctuationChars");
        return c => !char.IsAsciiLetterOrDigit(c) && (counted is not null ? Matches(counted, c) : c is > ' ' and <= '~');
    }

    internal Func<char, bool> Allowed() =>
        Pattern(AllowedCharacters, "zimbraPasswordAllowedChars") is { } allowed ? c => Matches(allowed, c) : _ => true;

    private static bool Matches(Regex pattern, char c)
    {
        try
        {
            return pattern.Match(c.ToString()) is { Success: true, Length: 1 };
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new UnusableRuleException(
                LocalizedText.Format(
                    $"The server's rule for passwords cannot be checked here, since matching one character takes too long: {pattern}",
                    $"La règle du serveur pour les mots de passe ne peut être vérifiée ici, car comparer un seul caractère prend trop de "
                        + $"temps : {pattern}"
                ),
                e
            );
        }
    }

    private static Regex? Pattern(string? pattern, string attribute)
    {
        try
        {
            // An administrator wrote it: no backtracking, so that no pattern can take long.
            return pattern is null
                ? null
                : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new UnusableRuleException(
                LocalizedText.Format(
                    $"The server's {attribute} is a regular expression that cannot be read here: {pattern}",
                    $"{attribute} du serveur est une expression régulière qui ne peut être lue ici : {pattern}"
                ),
                e
            );
        }
    }
}

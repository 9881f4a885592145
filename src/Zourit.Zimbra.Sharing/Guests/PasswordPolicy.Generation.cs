using System.Security.Cryptography;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

public sealed partial record PasswordPolicy
{
    private const int UsualLength = 16;

    // Far beyond what any login page takes.
    private const int MaxPossibleLength = 1024;

    // Without look-alikes (0 O, 1 l I), since guests copy passwords by hand.
    private const string UpperCase = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string LowerCase = "abcdefghijkmnopqrstuvwxyz";
    private const string Digits = "23456789";

    // The first are the easiest to find on a keyboard; the rest only serves policies that want them.
    private const string UsualSigns = "-+=_.!";
    private const string OtherSigns = "@#$%*?,;/&()~^[]{}<>|'\"\\`:";

    /// <summary>
    /// Makes a random password that keeps to the rules: 16 characters, more or fewer if the rules want it, of letters and digits that
    /// cannot be mistaken for each other, and signs only where they are wanted.
    /// </summary>
    /// <exception cref="InvalidOperationException">The rules contradict each other, want more than 1,024 characters, or one cannot be read
    /// or takes too long.</exception>
    public Secret CreatePassword()
    {
        Func<char, bool> allowed = Allowed();
        Func<char, bool> counted = Punctuation();
        string upper = Only(UpperCase),
            lower = Only(LowerCase),
            digits = Only(Digits);
        string signs = new([.. UsualSigns.Where(allowed).Where(counted)]);
        signs = signs.Length > 0 ? signs : new([.. OtherSigns.Where(allowed).Where(counted)]);

        var password = new List<char>();
        Add(upper, Math.Max(MinUpperCase, upper.Length > 0 ? 1 : 0));
        Add(lower, Math.Max(MinLowerCase, lower.Length > 0 ? 1 : 0));
        Add(digits, Math.Max(MinDigits, digits.Length > 0 ? 1 : 0));
        Add(signs, MinPunctuation);
        Add(upper + lower, MinLetters - password.Count(char.IsAsciiLetter));
        Add(digits.Length > 0 ? digits : signs, MinDigitsOrPunctuation - password.Count(c => !char.IsAsciiLetter(c)));
        int length = Math.Max(UsualLength, MinLength);
        Add(
            upper + lower + digits is { Length: > 0 } all ? all : signs,
            Math.Max(password.Count, MaxLength > 0 ? Math.Min(length, MaxLength) : length) - password.Count
        );
        char[] shuffled = [.. password];
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        var made = new Secret(new string(shuffled));
        return BrokenRule(made) is { } rule ? throw Contradiction(rule) : made;

        string Only(string characters) => new([.. characters.Where(allowed)]);

        void Add(string characters, int count)
        {
            if (count > MaxPossibleLength - password.Count)
            {
                throw new UnusableRuleException(
                    LocalizedText.Format(
                        $"The server's rules want a password of more than {MaxPossibleLength} characters, which nobody can type. Ask the "
                            + $"administrator to change the class of service.",
                        $"Les règles du serveur veulent un mot de passe de plus de {MaxPossibleLength} caractères, que personne ne peut "
                            + $"saisir. Demandez à l'administrateur de changer la classe de service."
                    )
                );
            }

            if (count > 0)
            {
                password.AddRange(
                    characters.Length > 0
                        ? RandomNumberGenerator.GetItems<char>(characters, count)
                        : throw Contradiction("zimbraPasswordAllowedChars")
                );
            }
        }
    }

    private static UnusableRuleException Contradiction(string rule) =>
        new(
            LocalizedText.Format(
                $"No password can keep to the server's rules: {rule} contradicts another of them. Ask the administrator to change the "
                    + $"class of service.",
                $"Aucun mot de passe ne peut suivre les règles du serveur : {rule} en contredit une autre. Demandez à l'administrateur de "
                    + $"changer la classe de service."
            )
        );
}

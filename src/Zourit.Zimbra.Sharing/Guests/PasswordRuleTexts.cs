using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Which rule a password breaks, in English and French, read out of what the server says when it sets one all the same.</summary>
internal static class PasswordRuleTexts
{
    private const string Start = "violation=";
    private const string End = ".  Password is set";
    private const string Kind = "invalid password: ";

    /// <summary>What the server writes is <c>Password violation: account=…, violation=invalid password: too short.  Password is set
    /// successfully.</c> (recording 15-118).</summary>
    public static LocalizedText Of(string sentence)
    {
        int start = sentence.IndexOf(Start, StringComparison.Ordinal);
        string rule = start < 0 ? sentence : sentence[(start + Start.Length)..];
        int end = rule.IndexOf(End, StringComparison.Ordinal);
        rule = (end < 0 ? rule : rule[..end]).TrimEnd('.');
        rule = rule.StartsWith(Kind, StringComparison.Ordinal) ? rule[Kind.Length..] : rule;
        return rule switch
        {
            "too short" => new("it is too short", "il est trop court"),
            "too long" => new("it is too long", "il est trop long"),
            "not enough upper case characters" => new("it has too few upper-case letters", "il a trop peu de lettres majuscules"),
            "not enough lower case characters" => new("it has too few lower-case letters", "il a trop peu de lettres minuscules"),
            "not enough numeric characters" => new("it has too few digits", "il a trop peu de chiffres"),
            "not enough punctuation characters" => new("it has too few punctuation marks", "il a trop peu de signes de ponctuation"),
            "not enough alpha characters" => new("it has too few letters", "il a trop peu de lettres"),
            "not enough numeric or punctuation characters" => new(
                "it has too few digits and punctuation marks",
                "il a trop peu de chiffres et de signes de ponctuation"
            ),
            _ => LocalizedText.Format($"{rule}", $"le serveur dit « {rule} »"),
        };
    }
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Why a line of a feed cannot be read, as the rest of a sentence, in English and French.</summary>
internal static class UnreadableTexts
{
    public static LocalizedText NoStart => new("it has no DTSTART", "il n'a pas de champ DTSTART");

    public static LocalizedText Start(LocalizedText why) =>
        LocalizedText.Format($"its DTSTART cannot be read: {why}", $"son champ DTSTART ne peut pas être lu : {why}");

    public static LocalizedText Another => new("there is another one", "il y en a un autre");

    public static LocalizedText Negative => new("it is less than nothing", "sa durée est négative");

    public static LocalizedText BeforeStart => new("it lies before its DTSTART", "il précède le début (DTSTART)");

    public static LocalizedText ControlCharacter => new("it holds a control character", "il contient un caractère de contrôle");

    public static LocalizedText NoValue(string parameter) =>
        LocalizedText.Format(
            $"its parameter '{IcsText.Shown(parameter)}' has no value",
            $"son paramètre « {IcsText.Shown(parameter)} » n'a pas de valeur"
        );

    public static LocalizedText Quotes(string parameter) =>
        LocalizedText.Format(
            $"the quotes of its parameter '{IcsText.Shown(parameter)}' do not match",
            $"les guillemets de son paramètre « {IcsText.Shown(parameter)} » ne vont pas par paires"
        );

    public static LocalizedText Encoding(string encoding) =>
        LocalizedText.Format(
            $"its encoding '{IcsText.Shown(encoding)}' is not read",
            $"son codage « {IcsText.Shown(encoding)} » n'est pas lu"
        );

    public static LocalizedText TooMany(int most) => LocalizedText.Format($"there are more than {most}", $"il y en a plus de {most}");

    public static LocalizedText TooManyRules(int most) =>
        LocalizedText.Format($"there are more than {most} rules", $"il y a plus de {most} règles");

    public static LocalizedText NoTime(string text) =>
        LocalizedText.Format($"'{IcsText.Shown(text)}' is no date or time", $"« {IcsText.Shown(text)} » n'est ni une date ni une heure");

    public static LocalizedText NoDuration(string text) =>
        LocalizedText.Format($"'{IcsText.Shown(text)}' is no duration", $"« {IcsText.Shown(text)} » n'est pas une durée");

    public static LocalizedText NoDurationOrTime(string text) =>
        LocalizedText.Format(
            $"'{IcsText.Shown(text)}' is neither a duration nor a time",
            $"« {IcsText.Shown(text)} » n'est ni une durée ni une heure"
        );

    public static LocalizedText NoNumber(string text) =>
        LocalizedText.Format($"'{IcsText.Shown(text)}' is no number", $"« {IcsText.Shown(text)} » n'est pas un nombre");
}

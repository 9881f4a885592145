using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Why a time zone of a feed cannot be followed, as the rest of a sentence, in English and French.</summary>
internal static class UnreadableZoneTexts
{
    public static LocalizedText NoObservance =>
        new("it has neither STANDARD nor DAYLIGHT", "il n'y a ni partie STANDARD ni partie DAYLIGHT");

    public static LocalizedText NoStart => new("a part of it has no DTSTART", "une de ses parties n'a pas de champ DTSTART");

    public static LocalizedText Unknown(string name) =>
        LocalizedText.Format(
            $"its time zone '{IcsText.Shown(name)}' is neither defined in the feed nor known",
            $"son fuseau horaire « {IcsText.Shown(name)} » n'est ni défini dans le flux ni connu"
        );

    public static LocalizedText NotUnderstood(string name, LocalizedText why) =>
        LocalizedText.Format(
            $"its time zone '{IcsText.Shown(name)}' is not understood: {why}",
            $"son fuseau horaire « {IcsText.Shown(name)} » n'est pas compris : {why}"
        );

    public static LocalizedText NoTime(string text) =>
        LocalizedText.Format($"'{IcsText.Shown(text)}' in it is no time", $"« {IcsText.Shown(text)} » n'y est pas une heure");

    public static LocalizedText NoOffset(string text) =>
        LocalizedText.Format(
            $"'{IcsText.Shown(text)}' in it is no offset from UTC",
            $"« {IcsText.Shown(text)} » n'y est pas un décalage par rapport à UTC"
        );

    public static LocalizedText Rule(string rule) =>
        LocalizedText.Format(
            $"its rule '{IcsText.Shown(rule)}' is not understood",
            $"sa règle « {IcsText.Shown(rule)} » n'est pas comprise"
        );
}

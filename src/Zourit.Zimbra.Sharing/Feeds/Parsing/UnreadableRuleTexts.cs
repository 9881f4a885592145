using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Why a recurrence rule cannot be followed, or a part of it, as the rest of a sentence, in English and French.</summary>
internal static class UnreadableRuleTexts
{
    public static LocalizedText NoFrequency => new("it has no FREQ", "il n'a pas de partie FREQ");

    public static LocalizedText WithinDay =>
        new(
            "it repeats within a day, but the event lasts whole days",
            "il se répète à l'intérieur d'une journée, alors que l'événement dure des journées entières"
        );

    public static LocalizedText MatchesNothing =>
        new("it matches no day for a very long time", "aucun jour n'y correspond pendant très longtemps");

    public static LocalizedText WeekdayNumbers => new("the numbers in BYDAY", "les nombres de BYDAY");

    public static LocalizedText NotUnderstood(string error) =>
        LocalizedText.Format($"it is not understood ({error})", $"il n'est pas compris ({error})");

    public static LocalizedText TooLong(int length, int most) =>
        LocalizedText.Format(
            $"it is {length} characters long; {most} are allowed",
            $"il est long de {length} caractères ; {most} sont permis"
        );

    public static LocalizedText TooManySteps(double steps, double most) =>
        LocalizedText.Format(
            $"it would take some {steps:0} steps to expand; {most:0} are allowed",
            $"son développement demanderait environ {steps:0} étapes ; {most:0} sont permises"
        );

    public static LocalizedText Malformed(string part) =>
        LocalizedText.Format($"it is malformed at '{IcsText.Shown(part)}'", $"il est mal formé à « {IcsText.Shown(part)} »");

    public static LocalizedText UnknownPart(string part) =>
        LocalizedText.Format($"the unknown part '{IcsText.Shown(part)}'", $"la partie inconnue « {IcsText.Shown(part)} »");

    /// <summary>A part cannot be read.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="why">What its value is not.</param>
    public static LocalizedText Part(string name, LocalizedText why) =>
        LocalizedText.Format($"its {name} {why}", $"sa partie {name} {why}");

    public static LocalizedText Unknown(string value) =>
        LocalizedText.Format($"'{IcsText.Shown(value)}' is unknown", $"« {IcsText.Shown(value)} » est inconnue");

    public static LocalizedText OutOfRange(string value, int least, int most) =>
        LocalizedText.Format(
            $"'{IcsText.Shown(value)}' is no number from {least} to {most}",
            $"« {IcsText.Shown(value)} » n'est pas un nombre de {least} à {most}"
        );

    public static LocalizedText NotPositive(string value) =>
        LocalizedText.Format($"'{IcsText.Shown(value)}' is no positive number", $"« {IcsText.Shown(value)} » n'est pas un nombre positif");

    public static LocalizedText NoWeekday(string value) =>
        LocalizedText.Format($"'{IcsText.Shown(value)}' is no weekday", $"« {IcsText.Shown(value)} » n'est pas un jour de la semaine");

    public static LocalizedText WeekStart(LocalizedText why) => LocalizedText.Format($"WKST, since {why}", $"WKST, car {why}");

    public static LocalizedText Scale(string scale) =>
        LocalizedText.Format(
            $"its calendar '{IcsText.Shown(scale)}' (RSCALE) is not followed",
            $"son calendrier « {IcsText.Shown(scale)} » (RSCALE) n'est pas suivi"
        );

    public static LocalizedText Skip(string skip) =>
        LocalizedText.Format(
            $"SKIP={IcsText.Shown(skip)}: days that a month or year has not are left out",
            $"SKIP={IcsText.Shown(skip)} : les jours qu'un mois ou une année n'a pas sont omis"
        );

    public static LocalizedText Forbidden(string name) =>
        LocalizedText.Format($"{name} may not stand beside its other parts", $"{name} n'est pas permis à côté de ses autres parties");
}

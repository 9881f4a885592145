using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>What of a feed was not read, in English and French.</summary>
internal static class ProblemTexts
{
    public static LocalizedText PartWithoutEnd =>
        new(
            "A part of it has no end, and what follows in it was ignored.",
            "Une de ses parties n'a pas de fin, et ce qui y suit a été ignoré."
        );

    public static LocalizedText MoreProblems(int count) =>
        LocalizedText.Format($"{count} further problems are not listed.", $"Autres problèmes, non énumérés : {count}.");

    public static LocalizedText MoreDetails(int count) =>
        LocalizedText.Format($"{count} further details of it were ignored.", $"Autres détails ignorés de cet événement : {count}.");

    public static LocalizedText EventTooLarge(long bytes, int most) =>
        LocalizedText.Format(
            $"An event of {bytes} bytes was left out: more than {most} are not read.",
            $"Un événement de {bytes} octets a été omis : au-delà de {most}, rien n'est lu."
        );

    public static LocalizedText ZoneTooLarge(int most) =>
        LocalizedText.Format(
            $"The definition of a time zone was left out: more than {most} bytes are not read.",
            $"La définition d'un fuseau horaire a été omise : au-delà de {most} octets, rien n'est lu."
        );

    public static LocalizedText TooManyEvents(int most) =>
        LocalizedText.Format(
            $"Only {most} events are given ({nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxEvents)}); the others were left out.",
            $"Seuls {most} événements sont donnés ({nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxEvents)}) ; "
                + $"les autres ont été omis."
        );

    public static LocalizedText TooSlow(int leftOut, TimeSpan limit)
    {
        string seconds = limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        return LocalizedText.Format(
            $"{leftOut} events or series were left out, wholly or in part: reading them took longer than {seconds} s "
                + $"({nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxExpansionTime)}).",
            $"Événements ou séries omis, en tout ou en partie : {leftOut}. Leur lecture a duré plus de {seconds.Replace('.', ',')} s "
                + $"({nameof(FeedReadOptions)}.{nameof(FeedReadOptions.MaxExpansionTime)})."
        );
    }

    public static LocalizedText EventLeftOut(LocalizedText why) =>
        LocalizedText.Format($"The event was left out: {why}.", $"L'événement a été omis : {why}.");

    public static LocalizedText StartOfInstance(LocalizedText why) =>
        LocalizedText.Format(
            $"The time of its RECURRENCE-ID was taken, since {why}.",
            $"L'heure de son champ RECURRENCE-ID a été prise pour son début : {why}."
        );

    public static LocalizedText NoICalendar(string line) =>
        LocalizedText.Format(
            $"A line of it was ignored, since it is not iCalendar: '{IcsText.Shown(line)}'.",
            $"Une de ses lignes a été ignorée, car elle n'est pas en iCalendar : « {IcsText.Shown(line)} »."
        );

    public static LocalizedText LineIgnored(string name, LocalizedText why) =>
        LocalizedText.Format($"Its {name} was ignored: {why}.", $"Son champ {name} a été ignoré : {why}.");

    public static LocalizedText RestIgnored(string name, LocalizedText why) =>
        LocalizedText.Format(
            $"Its {name} was ignored, or what follows of it: {why}.",
            $"Son champ {name} a été ignoré, en tout ou à partir d'un certain point : {why}."
        );

    public static LocalizedText PartIgnored(string name, LocalizedText part) =>
        LocalizedText.Format($"Of its {name} was ignored: {part}.", $"De son champ {name}, ceci a été ignoré : {part}.");

    public static LocalizedText TimeIgnored(string name, LocalizedText why) =>
        LocalizedText.Format($"One time of its {name} was ignored: {why}.", $"Une date de son champ {name} a été ignorée : {why}.");

    public static LocalizedText LengthIgnored(LocalizedText why) =>
        LocalizedText.Format(
            $"The length of an RDATE of it was ignored: {why}.",
            $"La durée donnée par un de ses champs RDATE a été ignorée : {why}."
        );

    public static LocalizedText RangeIgnored(string range) =>
        LocalizedText.Format(
            $"Its RANGE '{IcsText.Shown(range)}' was ignored: the change was applied to its own instance only.",
            $"Sa portée (RANGE) « {IcsText.Shown(range)} » a été ignorée : le changement n'a été appliqué qu'à sa propre occurrence."
        );

    public static LocalizedText ExceptionRangeIgnored(string range) =>
        LocalizedText.Format(
            $"The RANGE '{IcsText.Shown(range)}' of its EXDATE was ignored: only the occurrences that it names are left out.",
            $"La portée (RANGE) « {IcsText.Shown(range)} » de son champ EXDATE a été ignorée : seules les occurrences qu'il nomme sont "
                + $"omises."
        );

    public static LocalizedText SeriesEnded =>
        new(
            "All its later occurrences are cancelled by an EXDATE with RANGE=THISANDFUTURE, and left out. Most calendar programs take that "
                + "for one date, and go on showing the later ones.",
            "Toutes ses occurrences suivantes sont annulées par un champ EXDATE avec RANGE=THISANDFUTURE, et omises. La plupart des "
                + "logiciels d'agenda n'y voient qu'une seule date et continuent d'afficher les suivantes."
        );

    public static LocalizedText ZoneIgnored(string name, LocalizedText why) =>
        LocalizedText.Format(
            $"The definition of the time zone '{IcsText.Shown(name)}' was ignored, and the known zone of that name used: {why}.",
            $"La définition du fuseau horaire « {IcsText.Shown(name)} » a été ignorée au profit du fuseau connu de ce nom : {why}."
        );
}

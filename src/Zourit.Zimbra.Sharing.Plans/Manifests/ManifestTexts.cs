using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What is said of invalid manifests.</summary>
internal static class ManifestTexts
{
    public static LocalizedText AdministerForGuest =>
        Sentence.Of(
            $"only users may share a calendar further: leave the right 'a' out.",
            $"seuls des utilisateurs peuvent repartager un agenda : enlevez le droit « a »."
        );

    public static LocalizedText AbsentAndPresent =>
        Sentence.Of($"there the share is absent from every calendar", $"là, le partage est absent de tous les agendas");

    public static LocalizedText NoCalendarNamed =>
        Sentence.Of($"one of these is missing: calendar, calendars.", $"il manque une de ces clés : calendar, calendars.");

    public static LocalizedText NoZone =>
        Sentence.Of(
            $"a date ends at a midnight, so the manifest must name its time zone, e.g. 'timezone: Europe/Paris'.",
            $"une date finit à minuit : le manifeste doit nommer son fuseau horaire, par exemple « timezone: Europe/Paris »."
        );

    public static LocalizedText NotBelowFolder =>
        Sentence.Of(
            $"this list is missing or empty, or is not a regular file below the manifest's folder (no link, no '..', no device).",
            $"cette liste est absente ou vide, ou n'est pas un fichier ordinaire sous le dossier du manifeste "
                + $"(ni lien, ni « .. », ni périphérique)."
        );

    public static LocalizedText NobodyNamed =>
        Sentence.Of(
            $"the row names nobody: give a guest, a user or public.",
            $"la ligne ne nomme personne : donnez un invité (guest), un utilisateur (user) ou « public »."
        );

    public static LocalizedText SeveralNamed =>
        Sentence.Of(
            $"the row names more than one of guest, user and public: write a row for each.",
            $"la ligne nomme plusieurs de « guest », « user » et « public » : écrivez une ligne pour chacun."
        );

    public static LocalizedText DateFormat =>
        Sentence.Of(
            $"dates are written with d or dd, M or MM, and yyyy, e.g. dd/MM/yyyy; years of two digits are not accepted.",
            $"les dates s'écrivent avec d ou dd, M ou MM, et yyyy, par exemple dd/MM/yyyy ; "
                + $"les années à deux chiffres ne sont pas acceptées."
        );

    public static LocalizedText GroupName => Sentence.Of($"the name of a group has no '@'.", $"le nom d'un groupe n'a pas de « @ ».");

    public static LocalizedText ScopeOwner =>
        Sentence.Of(
            $"the scope must name at least a domain, e.g. '*@monasso.org'.",
            $"la portée doit nommer au moins un domaine, par exemple « *@monasso.org »."
        );

    public static LocalizedText NoAddress(string text) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' is no mail address that can be used here: a name in ASCII, '@' and a domain, without a display name.",
            $"« {Excerpt.Of(text)} » n'est pas une adresse utilisable ici : un nom en ASCII, « @ » et un domaine, sans nom affiché."
        );

    public static LocalizedText NoCalendar(string text) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' is no path of a calendar, e.g. /my-events.",
            $"« {Excerpt.Of(text)} » n'est pas le chemin d'un agenda, par exemple /my-events."
        );

    public static LocalizedText NoPattern(string text) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' is no pattern: 1 to 512 characters.",
            $"« {Excerpt.Of(text)} » n'est pas un motif : de 1 à 512 caractères."
        );

    public static LocalizedText NoRights(string text) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' are no rights: write letters of r w i d x a p f, e.g. r or rwidx.",
            $"« {Excerpt.Of(text)} » ne désigne aucun droit : choisissez des lettres parmi r w i d x a p f, par exemple r ou rwidx."
        );

    public static LocalizedText NoDate(string text, string format) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' is no end: write a day as {format}, or never.",
            $"« {Excerpt.Of(text)} » n'est pas une date de fin : écrivez un jour sous la forme {InFrench(format)}, ou never."
        );

    public static LocalizedText NoNotifyMode(string text) =>
        Sentence.Of(
            $"In place of '{Excerpt.Of(text)}' write created, never or ensure.",
            $"Au lieu de « {Excerpt.Of(text)} », écrivez created, never ou ensure."
        );

    public static LocalizedText NoTruth(string text) =>
        Sentence.Of($"'{Excerpt.Of(text)}' is neither true nor false.", $"« {Excerpt.Of(text)} » n'est ni true (vrai) ni false (faux).");

    public static LocalizedText NoTimeZone(string text, string? nearest) =>
        nearest is null
            ? Sentence.Of(
                $"'{Excerpt.Of(text)}' is no time zone, e.g. Europe/Paris.",
                $"« {Excerpt.Of(text)} » n'est pas un fuseau horaire, par exemple Europe/Paris."
            )
            : Sentence.Of(
                $"'{Excerpt.Of(text)}' is no time zone; did you mean '{nearest}'?",
                $"« {Excerpt.Of(text)} » n'est pas un fuseau horaire ; pensiez-vous à « {nearest} » ?"
            );

    public static LocalizedText NoGroup(string text, string? nearest) =>
        nearest is null
            ? Sentence.Of(
                $"'{Excerpt.Of(text)}' is neither an address nor a group.",
                $"« {Excerpt.Of(text)} » n'est ni une adresse ni un groupe."
            )
            : Sentence.Of(
                $"there is no group '{Excerpt.Of(text)}'; did you mean '{Excerpt.Of(nearest)}'?",
                $"il n'y a pas de groupe « {Excerpt.Of(text)} » ; pensiez-vous à « {Excerpt.Of(nearest)} » ?"
            );

    public static LocalizedText NoKeepRule(string text) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' must be GUEST, /CALENDAR:GUEST or /CALENDAR.",
            $"« {Excerpt.Of(text)} » doit être INVITÉ, /AGENDA:INVITÉ ou /AGENDA."
        );

    public static LocalizedText AccountForGuest =>
        Sentence.Of($"'account' is said of guests only.", $"« account » ne se dit que des invités.");

    public static LocalizedText SaidOfAbsent(string key) =>
        Sentence.Of(
            $"of a share that is absent nothing else can be said: leave '{key}' out, or 'absent'.",
            $"d'un partage absent, on ne peut rien dire d'autre : enlevez « {key} », ou « absent »."
        );

    public static LocalizedText Different(string key) => Sentence.Of($"there '{key}' is different", $"là, « {key} » est différent");

    public static LocalizedText Contradicts(SourceLocation first, LocalizedText what) =>
        Sentence.Of(
            $"this contradicts {first}: {what}. Leave one of them out.",
            $"cela contredit {first} : {what}. Enlevez l'un des deux."
        );

    public static LocalizedText TooManyShares(int most) =>
        Sentence.Of(
            $"owners, calendars and guests multiply to more than {most} shares.",
            $"propriétaires, agendas et invités se multiplient au-delà de {most} partages."
        );

    public static LocalizedText ColumnMissing(string column) =>
        Sentence.Of($"the column '{column}' is missing.", $"il manque la colonne « {column} ».");

    public static LocalizedText CellMissing(string column) =>
        Sentence.Of($"the row has nothing in the column '{column}'.", $"la ligne n'a rien dans la colonne « {column} ».");

    public static LocalizedText ColumnNotAllowed(string column, IReadOnlyList<string> allowed, SourceLocation at) =>
        Sentence.Of(
            $"the list may not have the column '{column}': {at} allows {string.Join(", ", allowed)}.",
            $"la liste ne peut pas avoir la colonne « {column} » : {at} permet {string.Join(", ", allowed)}."
        );

    public static LocalizedText RightsBeyond(Permissions rights, Permissions most, SourceLocation at) =>
        Sentence.Of(
            $"the rights '{rights}' are more than '{most}', which {at} allows.",
            $"les droits « {rights} » vont au-delà de « {most} », que permet {at}."
        );

    public static LocalizedText NotAllowedInList(string text, SourceLocation at) =>
        Sentence.Of(
            $"'{Excerpt.Of(text)}' is not among what {at} allows.",
            $"« {Excerpt.Of(text)} » ne fait pas partie de ce que permet {at}."
        );

    // As the French write it for people: jj/mm/aaaa.
    private static string InFrench(string format) => format.ToLowerInvariant().Replace('d', 'j').Replace('y', 'a');
}

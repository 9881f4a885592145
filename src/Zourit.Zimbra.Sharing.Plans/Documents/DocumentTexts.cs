using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>What is said of files that are no documents.</summary>
internal static class DocumentTexts
{
    public static LocalizedText Alias =>
        Sentence.Of(
            $"YAML aliases (*name) are not supported: write the value out, or use groups.",
            $"les alias YAML (*nom) ne sont pas acceptés : écrivez la valeur, ou utilisez « groups »."
        );

    public static LocalizedText Anchor =>
        Sentence.Of(
            $"YAML anchors (&name) are not supported: leave the anchor out.",
            $"les ancres YAML (&nom) ne sont pas acceptées : enlevez l'ancre."
        );

    public static LocalizedText Tag =>
        Sentence.Of(
            $"YAML tags (!name) are not supported: leave the tag out.",
            $"les étiquettes YAML (!nom) ne sont pas acceptées : enlevez l'étiquette."
        );

    public static LocalizedText SecondDocument =>
        Sentence.Of(
            $"a second document starts here; a file holds one.",
            $"un second document commence ici ; un fichier n'en contient qu'un."
        );

    public static LocalizedText Empty => Sentence.Of($"the file is empty.", $"le fichier est vide.");

    public static LocalizedText NotAMap =>
        Sentence.Of(
            $"the file must consist of keys with values, e.g. 'version: 1'.",
            $"le fichier doit se composer de clés et de valeurs, par exemple « version: 1 »."
        );

    public static LocalizedText KeyIsNoText => Sentence.Of($"a key must be a plain text.", $"une clé doit être un simple texte.");

    public static LocalizedText EndsEarly => Sentence.Of($"the file ends in the middle.", $"le fichier s'arrête au milieu.");

    public static LocalizedText NotJson => Sentence.Of($"this is not JSON from here on.", $"à partir d'ici, ce n'est plus du JSON.");

    public static LocalizedText NoHeader =>
        Sentence.Of(
            $"the first line must name the columns, e.g. 'guest;expires'.",
            $"la première ligne doit nommer les colonnes, par exemple « guest;expires »."
        );

    public static LocalizedText QuoteOpen =>
        Sentence.Of(
            $"a quotation mark that opens here is not closed, or is followed by more text: double the quotation marks within a cell.",
            $"un guillemet ouvert ici n'est pas fermé, ou est suivi d'autre texte : doublez les guillemets à l'intérieur d'une cellule."
        );

    public static LocalizedText Formula =>
        Sentence.Of(
            $"the cell looks like a formula. Write the value; if it is meant to be text, put an apostrophe before it.",
            $"la cellule ressemble à une formule. Écrivez la valeur ; si c'est bien du texte, mettez une apostrophe devant."
        );

    public static LocalizedText NotARegularFile =>
        Sentence.Of($"this is not a regular file, or it is empty.", $"ce n'est pas un fichier ordinaire, ou il est vide.");

    public static LocalizedText Utf16 =>
        Sentence.Of($"the file is UTF-16: save it as UTF-8.", $"le fichier est en UTF-16 : enregistrez-le en UTF-8.");

    public static LocalizedText Utf8AsWindows1252 =>
        Sentence.Of(
            $"the file is UTF-8, not windows-1252: leave the encoding out, or letters with accents would be wrong.",
            $"le fichier est en UTF-8, pas en windows-1252 : n'indiquez pas d'encodage, sinon les lettres accentuées seraient fausses."
        );

    public static LocalizedText NoColumn =>
        Sentence.Of(
            $"this cell is in no column: the first line names fewer.",
            $"cette cellule n'est dans aucune colonne : la première ligne en nomme moins."
        );

    public static LocalizedText TooDeep(int depth) =>
        Sentence.Of($"lists and maps are more than {depth} deep here.", $"plus de {depth} niveaux de listes et de clés ici.");

    public static LocalizedText DuplicateKey(string key, SourceLocation first) =>
        Sentence.Of($"'{Excerpt.Of(key)}' is there already, at {first}.", $"« {Excerpt.Of(key)} » figure déjà en {first}.");

    public static LocalizedText UnknownKey(string key, string? nearest, IEnumerable<string> known) =>
        nearest is null
            ? Sentence.Of(
                $"there is no '{Excerpt.Of(key)}' here; there are {string.Join(", ", known)}.",
                $"« {Excerpt.Of(key)} » n'existe pas ici ; il y a {string.Join(", ", known)}."
            )
            : Sentence.Of(
                $"there is no '{Excerpt.Of(key)}' here; did you mean '{nearest}'?",
                $"« {Excerpt.Of(key)} » n'existe pas ici ; pensiez-vous à « {nearest} » ?"
            );

    public static LocalizedText CannotOpen(string file) =>
        Sentence.Of(
            $"the file '{Excerpt.Of(file)}' cannot be opened: it is missing, or may not be read.",
            $"le fichier « {Excerpt.Of(file)} » ne peut pas être ouvert : il manque, ou sa lecture est interdite."
        );

    public static LocalizedText TooManyErrors(int listed) =>
        Sentence.Of(
            $"there are more than {listed} errors: this one and what follows are not listed. Correct those that are, and read the file "
                + $"again.",
            $"il y a plus de {listed} erreurs : celle-ci et la suite ne sont pas énumérées. Corrigez celles qui le sont, puis relisez le "
                + $"fichier."
        );

    public static LocalizedText TooLarge(long bytes) =>
        Sentence.Of($"the file has more than {bytes} bytes.", $"le fichier a plus de {bytes} octets.");

    public static LocalizedText LineTooLong(int bytes) =>
        Sentence.Of($"the line has more than {bytes} bytes.", $"la ligne a plus de {bytes} octets.");

    public static LocalizedText InvalidByte(byte value, string encoding) =>
        Sentence.Of(
            $"the byte 0x{Hex(value)} is not {encoding}. If a spreadsheet wrote the file, "
                + $"say that it is windows-1252 (zimbra-share: --encoding windows-1252), or save it as UTF-8.",
            $"l'octet 0x{Hex(value)} n'est pas de l'{encoding}. Si un tableur a écrit le fichier, "
                + $"indiquez windows-1252 (zimbra-share : --encoding windows-1252), ou enregistrez-le en UTF-8."
        );

    public static LocalizedText NoByteOf1252(byte value) =>
        Sentence.Of(
            $"the byte 0x{Hex(value)} is not windows-1252: save the file as UTF-8.",
            $"l'octet 0x{Hex(value)} n'est pas du windows-1252 : enregistrez le fichier en UTF-8."
        );

    private static string Hex(byte value) => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
}

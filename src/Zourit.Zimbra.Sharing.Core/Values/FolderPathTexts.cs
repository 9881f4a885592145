namespace Zourit.Zimbra.Sharing.Values;

/// <summary>Why a text is no folder's path, in English and French; mostly parts of a sentence.</summary>
internal static class FolderPathTexts
{
    public static LocalizedText Empty =>
        new(
            "The folder path is empty. Give the folder's path, e.g. '/Calendar'.",
            "Le chemin du dossier est vide. Donnez-le, par exemple « /Calendar »."
        );

    public static LocalizedText NoName => new("a folder's name must not be empty.", "le nom d'un dossier ne peut être vide.");

    public static LocalizedText NoPath(string text, LocalizedText problem) =>
        LocalizedText.Format($"'{text}' is no folder path: {problem}", $"« {text} » n'est pas un chemin de dossier : {problem}");

    public static LocalizedText LongName(int most, int length) =>
        LocalizedText.Format(
            $"a folder's name must not be longer than {most} characters; this one has {length}.",
            $"le nom d'un dossier ne peut dépasser {most} caractères ; celui-ci en a {length}."
        );

    public static LocalizedText Dots(string name) =>
        LocalizedText.Format($"'{name}' cannot be a folder's name.", $"« {name} » ne peut être le nom d'un dossier.");

    public static LocalizedText NotTaken(string name, string character, int position) =>
        LocalizedText.Format(
            $"the folder name '{name}' holds the character {character} at position {position}, which the server does not take in names.",
            $"le nom de dossier « {name} » contient à la position {position} le caractère {character}, que le serveur n'accepte "
                + $"pas dans les "
                + $"noms."
        );

    public static LocalizedText NotCarried(string character, int position) =>
        LocalizedText.Format(
            $"the folder name holds the character {character} at position {position}, which XML cannot carry.",
            $"le nom de dossier contient à la position {position} le caractère {character}, que XML ne peut porter."
        );
}

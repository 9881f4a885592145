using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Failures;

/// <summary>What is said of a file that could not be read or written: .NET says it in English only.</summary>
internal static class FileFailure
{
    public static LocalizedText TextOf(Exception exception)
    {
        string file = FileIn(exception.Message) is { } path ? $" '{Excerpt.OneLine(path)}'" : "";
        string french = file.Length > 0 ? $" «\u00A0{file[2..^1]}\u00A0»" : "";
        LocalizedText reason = ReasonOf(exception);
        return Sentence.Of(
            $"The file{file} could not be read or written: {reason}.",
            $"Le fichier{french} n'a pas pu être lu ou écrit : {reason}."
        );
    }

    /// <summary>What is said of standard output, of which a part is lost.</summary>
    public static LocalizedText OutputLost(Exception exception)
    {
        LocalizedText reason = ReasonOf(exception);
        return Sentence.Of(
            $"Standard output is not whole: {reason}. What the command was to do, it did.",
            $"La sortie standard est incomplète : {reason}. Ce que la commande devait faire est fait."
        );
    }

    private static LocalizedText ReasonOf(Exception exception) =>
        exception switch
        {
            FileNotFoundException => Sentence.Of($"it does not exist", $"il n'existe pas"),
            DirectoryNotFoundException => Sentence.Of($"its folder does not exist", $"son dossier n'existe pas"),
            UnauthorizedAccessException => Sentence.Of($"access is denied, or it is a folder", $"accès refusé, ou c'est un dossier"),
            PathTooLongException => Sentence.Of($"its name is too long", $"son nom est trop long"),
            _ when Code(exception) is 17 or 80 => Sentence.Of($"there is one of this name already", $"il en existe déjà un de ce nom"),
            _ when Code(exception) is 28 or 112 => Sentence.Of($"the disk is full", $"le disque est plein"),
            _ when Code(exception) is 11 or 32 => Sentence.Of($"another program uses it", $"un autre programme l'utilise"),
            _ => Sentence.Of($"the system refused it (code {Code(exception)})", $"le système l'a refusé (code {Code(exception)})"),
        };

    // Of Linux (errno), or of Windows in the lower half of an HRESULT.
    private static int Code(Exception exception) => exception.HResult & 0xFFFF;

    // .NET names the path between apostrophes; a path may hold some itself.
    private static string? FileIn(string message)
    {
        int start = message.IndexOf('\'', StringComparison.Ordinal);
        int end = message.LastIndexOf('\'');
        return start >= 0 && end > start + 1 ? message[(start + 1)..end] : null;
    }
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Dispatch;

/// <summary>What is said of what failed after a lost reply, in English and French.</summary>
internal static class AttemptTexts
{
    public static LocalizedText LookFailed(LocalizedText why) =>
        LocalizedText.Format($"Looking for that failed too: {why}", $"La vérification a échoué elle aussi : {why}");

    public static LocalizedText FurtherFailed(LocalizedText why) =>
        LocalizedText.Format($"A further attempt failed: {why}", $"Une nouvelle tentative a échoué : {why}");

    /// <summary>Asked for with every change, and read only where a reply is lost.</summary>
    public static LocalizedText FolderRead(FolderPath path) =>
        LocalizedText.Later(() => LocalizedText.Format($"'{path}' read afterwards", $"« {path} » relu ensuite"));

    public static LocalizedText NothingChanged(string operation, LocalizedText? proof)
    {
        LocalizedText shown = proof ?? new("the server's state, read afterwards,", "l'état du serveur, relu ensuite,");
        return LocalizedText.Format(
            $"{operation}: the reply was lost, and {shown} shows that nothing was changed.",
            $"{operation} : la réponse s'est perdue, et {shown} montre que rien n'a été changé."
        );
    }

    public static LocalizedText SamePage(string operation) =>
        LocalizedText.Format(
            $"{operation}: the server gives the same page for every offset, and promises more.",
            $"{operation} : le serveur donne la même page pour chaque position, et en promet d'autres."
        );
}

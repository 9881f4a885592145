using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>What people call a folder that is no calendar, in English and French.</summary>
internal static class FolderViews
{
    /// <param name="view">What the folder holds, in Zimbra's word; null where it does not say.</param>
    public static LocalizedText Name(string? view) =>
        view switch
        {
            null => new("a folder without a view, which may hold anything", "un dossier sans vue, qui peut contenir n'importe quoi"),
            "message" or "conversation" => new("a mail folder", "un dossier de messages"),
            "contact" => new("an address book", "un carnet d'adresses"),
            "task" => new("a task list", "une liste de tâches"),
            "document" or "wiki" => new("a folder of documents", "un dossier de documents"),
            _ => new("a folder of another kind", "un dossier d'un autre genre"),
        };
}

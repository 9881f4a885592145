using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>What is said of a folder that cannot be shared or seen into, in English and French.</summary>
internal static class FolderTexts
{
    public static LocalizedText AclNotShown(SharedFolder folder) =>
        LocalizedText.Format(
            $"the account in use has the rights '{folder.Folder.EffectiveRights}' on '{folder.Path}' of {folder.Owner}; only who has 'a' "
                + $"(administer) sees and changes its shares",
            $"le compte utilisé a les droits « {folder.Folder.EffectiveRights} » sur « {folder.Path} » de {folder.Owner} ; seul "
                + $"qui a « a » "
                + $"(administrer) voit et change ses partages"
        );

    public static LocalizedText Refused(LocalizedText reason) =>
        LocalizedText
            .Format(
                $"GetFolderRequest was refused with {ZimbraFaultCodes.PermissionDenied}: {reason}.",
                $"La demande GetFolderRequest a été refusée ({ZimbraFaultCodes.PermissionDenied}) : {reason}."
            )
            .Then(ZimbraFaultCodes.RemedyFor(ZimbraFaultCodes.PermissionDenied));

    public static LocalizedText OtherFolder(LocalizedText asked, Folder answer)
    {
        string? name = answer.Path ?? answer.Name;
        return LocalizedText.Format(
            $"The server was asked for {asked} and answered with '{name}' ({answer.Id}): it is the answer to another request.",
            $"Le serveur devait donner {asked} et a donné « {name} » ({answer.Id}) : c'est la réponse à une autre demande."
        );
    }

    public static LocalizedText WithId(string id) => LocalizedText.Format($"the folder with id {id}", $"le dossier d'identifiant {id}");

    public static LocalizedText NoCalendar(SharedFolder folder)
    {
        LocalizedText kind = folder.IsRoot
            ? new(
                "the root of the mailbox: sharing it would share everything in it",
                "la racine de la boîte aux lettres : la partager partagerait tout ce qu'elle contient"
            )
            : Kind(folder.Folder.View);
        return LocalizedText.Format(
            $"'{folder.Path}' of {folder.Owner} is no calendar: it is {kind}. Nothing was changed. Name a calendar, or set "
                + $"AllowOtherFolders to share this one all the same.",
            $"« {folder.Path} » de {folder.Owner} n'est pas un agenda : c'est {kind}. Rien n'a été changé. Nommez un agenda, ou indiquez "
                + $"AllowOtherFolders pour partager ce dossier malgré tout."
        );
    }

    public static LocalizedText Mountpoint(FolderReference reference, Folder link, bool isItself)
    {
        string? name = link.Path ?? link.Name;
        string call = $"Mailbox(\"{link.Target?.OwnerName ?? "?"}\")";
        LocalizedText owner = link.Target?.OwnerName is { } known ? new(known) : new("an owner who is gone", "un propriétaire disparu"),
            place = isItself ? new("a mountpoint", "un point de montage") : new("behind a mountpoint", "derrière un point de montage");
        return LocalizedText.Format(
            $"{reference.Text} is {place}, '{name}': it shows a folder of {owner}, and sharing it would share that folder. To do so, with "
                + $"rights to administer it, use {call} and the folder's path there.",
            $"{reference.Text} est {place}, « {name} » : il montre un dossier de {owner}, et le partager partagerait ce dossier. Pour le "
                + $"faire, avec le droit de l'administrer, utilisez {call} et le chemin qu'il y porte."
        );
    }

    public static LocalizedText Anothers(FolderReference reference, string mailbox, string? owner)
    {
        string call = $"Mailbox(\"{owner ?? "?"}\")";
        LocalizedText whose = owner is null ? new("another account", "un autre compte") : new(owner);
        return LocalizedText.Format(
            $"{reference.Text} belongs to {whose}, not to {mailbox}. To share it, with rights to administer it, use {call} and the "
                + $"folder's number or path there.",
            $"{reference.Text} appartient à {whose}, et non à {mailbox}. Pour le partager, avec le droit de l'administrer, utilisez {call} "
                + $"et le numéro ou le chemin du dossier."
        );
    }

    private static LocalizedText Kind(string? view) =>
        view is null
            ? FolderViews.Name(view)
            : LocalizedText.Format($"{FolderViews.Name(view)} (its view is '{view}')", $"{FolderViews.Name(view)} (sa vue est « {view} »)");
}

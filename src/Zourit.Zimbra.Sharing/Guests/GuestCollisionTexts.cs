using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>Why somebody cannot have a guest's account, in English and French.</summary>
internal static class GuestCollisionTexts
{
    public static LocalizedText TakenByAccount(GuestIdentifier identifier, string account, GuestAddress guest) =>
        LocalizedText.Format(
            $"{identifier} is taken by {account}, which is no guest's account. {guest} cannot have a guest's account in this domain; share "
                + $"with a grant password instead.",
            $"{identifier} est pris par {account}, qui n'est pas un compte d'invité. {guest} ne peut avoir de compte d'invité dans ce "
                + $"domaine ; partagez plutôt avec un mot de passe propre au partage."
        );

    public static LocalizedText TakenByGuest(GuestIdentifier identifier, string? other, GuestAddress guest) =>
        LocalizedText.Format(
            $"{identifier} belongs to another guest, {other}, whose mail gives the same identifier. {guest} cannot have a guest's account "
                + $"in this domain; share with a grant password instead.",
            $"{identifier} appartient à un autre invité, {other}, dont l'adresse donne le même identifiant. {guest} ne peut avoir "
                + $"de compte "
                + $"d'invité dans ce domaine ; partagez plutôt avec un mot de passe propre au partage."
        );

    public static LocalizedText TakenByListOrAlias(GuestIdentifier identifier, GuestAddress guest) =>
        LocalizedText.Format(
            $"{identifier} is taken by a list or an alias. {guest} cannot have a guest's account in this domain.",
            $"{identifier} est pris par une liste ou un alias. {guest} ne peut avoir de compte d'invité dans ce domaine."
        );

    public static LocalizedText NoGuests(GuestIdentifier identifier, string account) =>
        LocalizedText.Format(
            $"{identifier} is no guest's account but {account}, a regular one. It was not touched.",
            $"{identifier} n'est pas un compte d'invité mais {account}, un compte ordinaire. Rien n'y a été changé."
        );

    public static LocalizedText Internal(GuestAddress guest, string account) =>
        LocalizedText.Format(
            $"{guest} is no guest but an account of this server ({account}). Share with it as with a user; no guest's account was made.",
            $"{guest} n'est pas un invité mais un compte de ce serveur ({account}). Partagez avec lui comme avec un utilisateur ; aucun "
                + $"compte d'invité n'a été créé."
        );

    public static LocalizedText KnownAs(GuestAddress guest, string? name) =>
        LocalizedText.Format(
            $"{guest} is no guest: the server knows the address as {Name(name)}. Share with it as with a user.",
            $"{guest} n'est pas un invité : le serveur connaît l'adresse comme {Name(name)}. Partagez avec elle comme avec un utilisateur."
        );

    public static LocalizedText StillShared(SharedFolder folder) =>
        LocalizedText.Format(
            $"'{folder.Path}' of {folder.Owner} was shared with it before, and still is: if nobody asked for that, revoke it.",
            $"« {folder.Path} » de {folder.Owner} était déjà partagé avec elle et l'est toujours : si personne ne l'a demandé, révoquez-le."
        );

    public static LocalizedText NotUndone(GuestAddress guest, string? name, SharedFolder folder, LocalizedText why) =>
        LocalizedText.Format(
            $"{guest} is no guest: the server knows the address as {Name(name)}, and gave the grant on '{folder.Path}' of "
                + $"{folder.Owner} to "
                + $"that. Revoking it failed: {why}",
            $"{guest} n'est pas un invité : le serveur connaît l'adresse comme {Name(name)} et lui a donné le partage de "
                + $"« {folder.Path} » de {folder.Owner}. La révocation a échoué : {why}"
        );

    public static LocalizedText RevokeAsUsers => new("Revoke it as a user's share.", "Révoquez-le comme un partage avec un utilisateur.");

    public static LocalizedText SetRights(string rights) =>
        LocalizedText.Format($"Set the rights of that share to '{rights}' again.", $"Remettez les droits de ce partage à « {rights} ».");

    public static LocalizedText Unseen(GuestAddress guest, SharedFolder folder, string others) =>
        LocalizedText.Format(
            $"The server reported a grant to {guest}, but the folder shows none: the address belongs to an account or group under another "
                + $"name. '{folder.Path}' of {folder.Owner} is shared inside the server with {others}. Revoke what nobody asked for.",
            $"Le serveur a annoncé un partage avec {guest}, mais le dossier n'en montre aucun : l'adresse appartient à un compte ou à un "
                + $"groupe sous un autre nom. « {folder.Path} » de {folder.Owner} est partagé dans le serveur avec {others}. "
                + $"Révoquez ce que "
                + $"personne n'a demandé."
        );

    public static LocalizedText NamesTaken(int names, FolderPath path) =>
        LocalizedText.Format(
            $"The server gave mountpoints of other folders for each of {names} names that were asked for {path}. Look at what is in the "
                + $"guest's mailbox.",
            $"Le serveur a donné des points de montage d'autres dossiers pour chacun des {names} noms demandés pour {path}. Voyez ce que "
                + $"contient la boîte aux lettres de l'invité."
        );

    private static LocalizedText Name(string? name) =>
        name is { Length: > 0 } ? new(name) : new("an internal account or group", "un compte ou un groupe interne");
}

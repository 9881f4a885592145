using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Why a grant was not revoked, or not for certain, in English and French.</summary>
internal static class RevocationTexts
{
    public static LocalizedText NotRevoked(FolderPath path, string owner) =>
        LocalizedText.Format(
            $"The share of '{path}' of {owner} was not revoked.",
            $"Le partage de « {path} » de {owner} n'a pas été révoqué."
        );

    public static LocalizedText Owners =>
        new(
            "The server revokes no grant to the owner, to whom it gives nothing.",
            "Le serveur ne révoque pas un partage avec le propriétaire, à qui il n'apporte rien."
        );

    public static LocalizedText LacksAdminister(string rights) =>
        LocalizedText.Format(
            $"The account in use has the rights '{rights}' on this folder and needs 'a' (administer).",
            $"Le compte utilisé a les droits « {rights} » sur ce dossier ; il lui faut « a » (administrer)."
        );

    public static LocalizedText Overtaken(FolderPath path, string owner) =>
        LocalizedText.Format(
            $"'{path}' of {owner} was changed by somebody else each time that a share of it was to be revoked; nothing was changed by this "
                + $"call. Call again.",
            $"« {path} » de {owner} a été modifié par quelqu'un d'autre chaque fois qu'un de ses partages allait être révoqué ; "
                + $"cet appel n'a rien changé. Refaites la demande."
        );

    public static LocalizedText NotReadBack(FolderPath path, string owner) =>
        LocalizedText.Format(
            $"The share of '{path}' of {owner} was revoked as far as the server said, but its ACL could not be read back. "
                + $"Revoke again to be sure.",
            $"D'après le serveur, le partage de « {path} » de {owner} a été révoqué, mais les droits du dossier n'ont pas pu être relus. "
                + $"Révoquez-le de nouveau pour en être sûr."
        );

    public static LocalizedText StillGranted(FolderPath path, string owner, LocalizedText whom) =>
        LocalizedText.Format(
            $"The server said that the share of '{path}' of {owner} with {whom} was revoked, but the ACL read back still holds it.",
            $"D'après le serveur, le partage de « {path} » de {owner} avec {whom} a été révoqué, mais les droits relus le "
                + $"contiennent encore."
        );
}

using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>What is said where somebody else changed a share at the same moment, or an answer leaves open what was done.</summary>
internal static class GrantFailureTexts
{
    public static LocalizedText Revoked(SharedFolder folder, FolderGrant meant) =>
        LocalizedText.Format(
            $"The share of '{folder.Path}' of {folder.Owner} with {Whom(meant)} was revoked by somebody else at this moment, so that there "
                + $"is nothing to renew.",
            $"Le partage de « {folder.Path} » de {folder.Owner} avec {Whom(meant)} a été révoqué par quelqu'un d'autre au même moment : il "
                + $"n'y a rien à prolonger."
        );

    public static LocalizedText Overtaken(SharedFolder folder, LocalizedText whom) =>
        LocalizedText.Format(
            $"'{folder.Path}' of {folder.Owner} was changed by somebody else each time that it was to be shared with {whom}; nothing was "
                + $"changed by this call. Call again.",
            $"« {folder.Path} » de {folder.Owner} a été changé par quelqu'un d'autre chaque fois qu'il devait être partagé avec "
                + $"{whom} ; cet "
                + $"appel n'a rien changé. Refaites la demande."
        );

    public static LocalizedText EndNotMoved(SharedFolder folder) =>
        LocalizedText.Format(
            $"'{folder.Path}' of {folder.Owner} was changed by somebody else each time that the end was to be moved; nothing was "
                + $"changed by "
                + $"this call. Call again.",
            $"« {folder.Path} » de {folder.Owner} a été changé par quelqu'un d'autre chaque fois que la fin devait être déplacée ; "
                + $"cet appel "
                + $"n'a rien changé. Refaites la demande."
        );

    public static LocalizedText EndNotKnown(FolderPath path, DateTimeOffset end) =>
        LocalizedText.Format(
            $"'{path}' is shared as desired, but it is not known whether the share still ends at {end:u}, as it did before. Call "
                + $"RenewAsync "
                + $"with that end.",
            $"« {path} » est partagé comme demandé, mais on ne sait pas si le partage se termine toujours le {end:u}, comme avant. Appelez "
                + $"RenewAsync avec cette fin."
        );

    public static LocalizedText Hidden(SharedFolder folder, string? address) =>
        LocalizedText.Format(
            $"The server's reply was lost. '{folder.Path}' of {folder.Owner} is shared with somebody as was asked for {address}, whose "
                + $"address that may be or not: the ACL shows primary addresses only. Share again by the primary address, and give the end "
                + $"that the share is to have.",
            $"La réponse du serveur s'est perdue. « {folder.Path} » de {folder.Owner} est partagé avec quelqu'un comme demandé pour "
                + $"{address}, dont c'est peut-être l'adresse : la liste des partages ne montre que les adresses principales. Partagez de "
                + $"nouveau par l'adresse principale, en donnant la fin que le partage doit avoir."
        );

    public static LocalizedText OtherAnswer(FolderActionRequest request, FolderActionResponse answer, SharedFolder folder)
    {
        LocalizedText asked = Name(request.NewGrant!.GranteeName ?? request.NewGrant.GranteeId, new("the public", "le public")),
            given = Name(answer.GranteeName ?? answer.GranteeId, new("nobody", "personne"));
        return LocalizedText.Format(
            $"The server answered the grant to {asked} on '{folder.Path}' of {folder.Owner} as if it had been asked for {given} on the "
                + $"folder {answer.FolderId}: it is the answer to another request. What was done is not known: look at the shares with "
                + $"ListSharesAsync.",
            $"Le serveur a répondu au partage de « {folder.Path} » de {folder.Owner} avec {asked} comme s'il concernait {given} et le "
                + $"dossier {answer.FolderId} : c'est la réponse à une autre demande. On ne sait pas ce qui a été fait : voyez les "
                + $"partages "
                + $"avec ListSharesAsync."
        );
    }

    public static LocalizedText RenewedUnseen(SharedFolder folder) =>
        LocalizedText.Format(
            $"The share of '{folder.Path}' of {folder.Owner} was renewed as far as the server said, but its ACL could not be read back: "
                + $"look at it with ListSharesAsync.",
            $"D'après le serveur, le partage de « {folder.Path} » de {folder.Owner} a été prolongé, mais la liste des partages n'a pas pu "
                + $"être relue : vérifiez-la avec ListSharesAsync."
        );

    public static LocalizedText NoChangeNumber(FolderPath path) =>
        LocalizedText.Format(
            $"The server does not report the change number (ms) of '{path}', without which its list of shares cannot be written safely. "
                + $"Revoke the share and make it again.",
            $"Le serveur ne donne pas le numéro de changement (ms) de « {path} », sans lequel sa liste de partages ne peut être "
                + $"écrite sans "
                + $"risque. Révoquez le partage et refaites-le."
        );

    public static LocalizedText CeilingInTheWay(FolderGrant other, string attribute) =>
        LocalizedText.Format(
            $"The end lies after the ceiling of the folder's ACL. To move that, the list must be written anew, and that would set an end "
                + $"for {Whom(other)}, who has none: {attribute} was set after that share was made. Revoke the share and make it again.",
            $"La fin dépasse le plafond de la liste des partages du dossier. Pour le déplacer, il faut réécrire la liste, et cela fixerait "
                + $"une fin pour {Whom(other)}, qui n'en a pas : {attribute} a été réglé après ce partage. Révoquez le partage et "
                + $"refaites-le."
        );

    public static LocalizedText EndInTheWay(FolderGrant other, DateTimeOffset kept, string attribute) =>
        LocalizedText.Format(
            $"The end lies after the ceiling of the folder's ACL. To move that, the list must be written anew, and the server would "
                + $"not take the end of {Whom(other)} again, {kept:u}: it is later than {attribute} allows now. Renew that share first, "
                + $"or revoke this one and make it again.",
            $"La fin dépasse le plafond de la liste des partages du dossier. Pour le déplacer, il faut réécrire la liste, et le serveur ne "
                + $"reprendrait pas la fin de {Whom(other)}, {kept:u} : elle dépasse ce que {attribute} permet maintenant. Prolongez "
                + $"d'abord ce partage-là, ou révoquez celui-ci et refaites-le."
        );

    private static LocalizedText Whom(FolderGrant grant) => GranteeWords.Of(GrantSearch.GranteeOf(grant));

    private static LocalizedText Name(string? name, LocalizedText none) => name is { Length: > 0 } ? new(name) : none;
}

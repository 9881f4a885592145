using static Zourit.Zimbra.Sharing.ZimbraFaultCodes;

namespace Zourit.Zimbra.Sharing;

internal static partial class FaultCatalogue
{
    // mail.*: mailboxes and what they hold.
    private static FaultAdvice? OfMail(string code) =>
        code switch
        {
            NoSuchFolder => Advice(
                FaultDisposition.No,
                "Check the folder's path or id; system folders have English names (/Calendar) whatever the web client shows.",
                "Vérifiez le chemin ou l'identifiant du dossier ; les dossiers du système ont des noms anglais (/Calendar), quoi que "
                    + "montre le client web."
            ),
            NoSuchItem => Advice(
                FaultDisposition.No,
                "Check the item's or folder's id.",
                "Vérifiez l'identifiant de l'élément ou du dossier."
            ),
            NoSuchMessage => Advice(FaultDisposition.No, "Check the message's id.", "Vérifiez l'identifiant du message."),
            NoSuchContact => Advice(FaultDisposition.No, "Check the contact's id.", "Vérifiez l'identifiant du contact."),
            NoSuchCalendarItem => Advice(FaultDisposition.No, "Check the appointment's id.", "Vérifiez l'identifiant du rendez-vous."),
            NoSuchMountpoint => Advice(
                FaultDisposition.No,
                "The mountpoint's folder is gone or no longer shared.",
                "Le dossier du point de montage n'existe plus ou n'est plus partagé."
            ),
            NoSuchMailbox => Advice(
                FaultDisposition.No,
                "The account has no mailbox yet.",
                "Le compte n'a pas encore de boîte aux lettres."
            ),
            NoSuchGrantee => Advice(FaultDisposition.No, "Check the grantee's address.", "Vérifiez l'adresse du bénéficiaire."),
            GrantExists => Advice(FaultDisposition.Done, "The very same grant exists already.", "Exactement le même droit existe déjà."),
            CannotGrant => Advice(
                FaultDisposition.No,
                "The right 'a' (administer) can only be given to internal users and groups, never to guests or the public.",
                "Le droit « a » (administrer) ne peut être donné qu'à des utilisateurs et groupes internes, jamais à des invités ni au "
                    + "public."
            ),
            AlreadyExists => Advice(
                FaultDisposition.No,
                "An item of that name exists already in this folder; look it up before deciding.",
                "Un élément de ce nom existe déjà dans ce dossier ; consultez-le avant de décider."
            ),
            InvalidName => Advice(
                FaultDisposition.No,
                "A name has 1 to 255 characters, none of / : \" TAB CR LF, and is not . or ..",
                "Un nom a de 1 à 255 caractères, sans / : \" TAB CR LF, et n'est ni . ni .."
            ),
            InvalidType => Advice(
                FaultDisposition.No,
                "Check the kinds of items that are searched for.",
                "Vérifiez les genres d'éléments recherchés."
            ),
            ImmutableObject => Advice(
                FaultDisposition.No,
                "System folders can be neither renamed, moved nor deleted.",
                "Les dossiers du système ne peuvent être ni renommés, ni déplacés, ni supprimés."
            ),
            CannotCopy => Advice(
                FaultDisposition.No,
                "Choose a place in the same mailbox.",
                "Choisissez un emplacement dans la même boîte aux lettres."
            ),
            CannotContain => Advice(FaultDisposition.No, "Choose a folder of the right kind.", "Choisissez un dossier du bon genre."),
            CannotParent => Advice(FaultDisposition.No, "Choose another parent folder.", "Choisissez un autre dossier parent."),
            CannotSubscribe => Advice(
                FaultDisposition.No,
                "Make a new folder for the subscription.",
                "Créez un nouveau dossier pour l'abonnement."
            ),
            ModifyConflict => Advice(
                FaultDisposition.No,
                "The item was changed meanwhile; read it again.",
                "L'élément a été modifié entre-temps ; relisez-le."
            ),
            CannotLock => Advice(FaultDisposition.No, "Do not lock it.", "Ne le verrouillez pas."),
            MustBeOrganizer => Advice(
                FaultDisposition.No,
                "Have the organizer do it, or answer the invitation.",
                "Faites-le faire par l'organisateur, ou répondez à l'invitation."
            ),
            InviteOutOfDate => Advice(
                FaultDisposition.No,
                "The appointment was changed meanwhile; read it again.",
                "Le rendez-vous a été modifié entre-temps ; relisez-le."
            ),
            MustResync => Advice(
                FaultDisposition.No,
                "Synchronise from the start, without a token.",
                "Synchronisez depuis le début, sans jeton."
            ),
            QuotaExceeded => Advice(
                FaultDisposition.LookFirst,
                "The mailbox is full; make room in it.",
                "La boîte aux lettres est pleine ; faites-y de la place."
            ),
            DomainQuotaExceeded => Advice(FaultDisposition.LookFirst, "The domain's quota is used up.", "Le quota du domaine est épuisé."),
            Maintenance => Advice(
                FaultDisposition.Later,
                "The mailbox is locked for a move or backup; try again later.",
                "La boîte aux lettres est verrouillée pour un déplacement ou une sauvegarde ; réessayez plus tard."
            ),
            TryAgain => Advice(
                FaultDisposition.Later,
                "The server's mail transport cannot be reached; no mail left, try again later.",
                "Le transport du courrier du serveur est injoignable ; aucun courriel n'est parti, réessayez plus tard."
            ),
            SendFailure => Advice(
                FaultDisposition.No,
                "The server's mail transport failed; the mail was not sent.",
                "Le transport du courrier du serveur a échoué ; le courriel n'a pas été envoyé."
            ),
            SendAbortedAddressFailure => Advice(
                FaultDisposition.No,
                "The mail transport refused the recipient; the mail was not sent. Check the address.",
                "Le transport du courrier a refusé le destinataire ; le courriel n'a pas été envoyé. Vérifiez l'adresse."
            ),
            SendPartialAddressFailure => Advice(
                FaultDisposition.LookFirst,
                "The mail transport refused some recipients; the others got the mail.",
                "Le transport du courrier a refusé certains destinataires ; les autres ont reçu le courriel."
            ),
            MessageTooBig => Advice(
                FaultDisposition.LookFirst,
                "The mail is larger than the transport allows; shorten the notes.",
                "Le courriel est plus grand que ce que le transport accepte ; raccourcissez la note."
            ),
            QueryParseError => Advice(
                FaultDisposition.No,
                "The search query does not parse; put values in double quotes.",
                "La recherche est mal formée ; mettez les valeurs entre guillemets doubles."
            ),
            _ => null,
        };
}

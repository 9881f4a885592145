using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars.Reviews;

/// <summary>
/// What each finding says, in English and French. Of a grant: <c>{0}</c> the grantee, <c>{1}</c> the calendar, <c>{2}</c> its owner,
/// <c>{3}</c> the rights, <c>{4}</c> the end, <c>{5}</c> the address, <c>{6}</c> the guest's identifier, <c>{7}</c> the account's status
/// (or the path in the directory), <c>{8}</c> the kind of folder.
/// Of an account: <c>{0}</c> the account, <c>{1}</c> the reason.
/// </summary>
internal static class ReviewTexts
{
    public static ReviewText Public =>
        Text(
            "'{1}' of {2} is public: whoever finds {5} can read it, attendees' addresses included.",
            "« {1} » de {2} est public : quiconque trouve {5} peut le lire, adresses des participants comprises.",
            "If that is not wanted, end the public's access and share with named guests.",
            "Si ce n'est pas voulu, révoquez l'accès public et partagez avec des invités nommés."
        );

    public static ReviewText OpenWithoutLogin =>
        Text(
            "Anybody can read '{1}' of {2} without signing in: it is shared with {0}, which the server gives visitors too.",
            "N'importe qui peut lire « {1} » de {2} sans se connecter : il est partagé avec {0}, que le serveur donne aussi aux visiteurs.",
            "Revoke this share, and share with the accounts or a list of those who are meant.",
            "Révoquez ce partage, et partagez avec les comptes ou une liste de ceux qui sont visés."
        );

    public static ReviewText OpenToAllGuests =>
        Text(
            "Every guest of the server can read '{1}' of {2}: it is shared with {0}, which their accounts have.",
            "Tous les invités du serveur peuvent lire « {1} » de {2} : il est partagé avec {0}, qui est celle de leurs comptes.",
            "Revoke this share, and share with the guests who are meant, by address.",
            "Révoquez ce partage, et partagez avec les invités visés, par leur adresse."
        );

    public static ReviewText BlocksPublication =>
        Text(
            "The share of '{1}' of {2} with {0} keeps the server from publishing any share of any owner: the path is so long that its "
                + "entry in the directory does not fit, and no guest can sign up.",
            "Le partage de « {1} » de {2} avec {0} empêche le serveur de publier les partages de tous les propriétaires : le chemin est "
                + "si long que son entrée ne tient pas dans l'annuaire, et aucun invité ne peut s'inscrire.",
            "Revoke it, or move the folder further up; the server then publishes what waits.",
            "Révoquez-le, ou déplacez le dossier plus haut ; le serveur publie alors ce qui attend."
        );

    public static ReviewText FolderShared =>
        Text(
            "'{1}' of {2} is not a calendar ({8}), and is shared with {0} (rights '{3}'), with all below it that has no shares of its own.",
            "« {1} » de {2} n'est pas un agenda ({8}), et il est partagé avec {0} (droits « {3} »), avec tout ce qui s'y trouve sans "
                + "partage "
                + "propre.",
            "Revoke this share unless it is really meant.",
            "Révoquez ce partage s'il n'est pas vraiment voulu."
        );

    public static ReviewText MailboxShared =>
        Text(
            "The whole mailbox of {2} is shared with {0} (rights '{3}'): mail, contacts and all calendars that have no shares of their "
                + "own.",
            "Toute la boîte aux lettres de {2} est partagée avec {0} (droits « {3} ») : courrier, contacts et tous les agendas sans "
                + "partage "
                + "propre.",
            "Revoke this share at once unless it is really meant, and share single calendars instead.",
            "Révoquez ce partage sans attendre s'il n'est pas vraiment voulu, et partagez plutôt des agendas."
        );

    public static ReviewText Writer =>
        Text(
            "'{1}' of {2} may be changed by {0} (rights '{3}').",
            "« {1} » de {2} peut être modifié par {0} (droits « {3} »).",
            "If reading is enough, share again with reading only (r).",
            "Si la lecture suffit, partagez de nouveau en lecture seule (r)."
        );

    public static ReviewText CanDeleteCalendar =>
        Text(
            "A calendar program of {0} may delete the whole calendar '{1}' of {2} by CalDAV, for good and not into the trash, and with w "
                + "rename it (rights '{3}').",
            "Un logiciel d'agenda de {0} peut supprimer par CalDAV tout l'agenda « {1} » de {2}, définitivement et sans passer par la "
                + "corbeille, et le renommer avec w (droits « {3} »).",
            "If deleting events is not needed, share again without d (rwi), and keep a backup.",
            "S'il n'est pas nécessaire de supprimer des événements, partagez de nouveau sans d (rwi), et gardez une sauvegarde."
        );

    public static ReviewText CanRenameCalendar =>
        Text(
            "A calendar program of {0} may rename '{1}' of {2} by CalDAV (rights '{3}'), which breaks its addresses for everybody.",
            "Un logiciel d'agenda de {0} peut renommer « {1} » de {2} par CalDAV (droits « {3} »), ce qui rend ses adresses fausses pour "
                + "tout le monde.",
            "If reading or adding is enough, share again with r or ri.",
            "Si lire ou ajouter suffit, partagez de nouveau avec r ou ri."
        );

    public static ReviewText OpenThoughSwitchedOff =>
        Text(
            "External sharing is switched off for {2} (zimbraExternalSharingEnabled), but {0} still gets in to '{1}' by CalDAV (rights "
                + "'{3}'): the switch empties the ICS address only.",
            "Le partage externe est désactivé pour {2} (zimbraExternalSharingEnabled), mais {0} entre encore dans « {1} » par CalDAV "
                + "(droits « {3} ») : ce réglage ne vide que l'adresse ICS.",
            "To shut the guest out, revoke the share or lock the guest's account.",
            "Pour fermer l'accès à l'invité, révoquez le partage ou verrouillez son compte."
        );

    public static ReviewText NotPublished =>
        Text(
            "The share of '{1}' of {2} with {0} is not in the directory (zimbraSharedItem): a guest cannot sign up for it, and programs "
                + "that go by the directory do not see it.",
            "Le partage de « {1} » de {2} avec {0} n'est pas dans l'annuaire (zimbraSharedItem) : un invité ne peut pas s'y inscrire, et "
                + "les logiciels qui consultent l'annuaire ne le voient pas.",
            "If it was made a moment ago, wait. If this lasts, look for a share whose path is too long, which holds up all "
                + "others, and share "
                + "again.",
            "S'il vient d'être fait, attendez. Si cela dure, cherchez un partage dont le chemin est trop long, qui retient tous "
                + "les autres, "
                + "et partagez de nouveau."
        );

    public static ReviewText PublishedUnderOldPath =>
        Text(
            "The directory publishes the share of '{1}' of {2} with {0} under '{7}': a folder above it was renamed since.",
            "L'annuaire publie le partage de « {1} » de {2} avec {0} sous « {7} » : un dossier au-dessus a été renommé depuis.",
            "Change the folder's own shares once, e.g. the end of one of them: the server then publishes all of the folder anew.",
            "Modifiez une fois les partages du dossier lui-même, par exemple la fin de l'un d'eux : le serveur les publie alors de nouveau."
        );

    public static ReviewText OwnerNameBreaksSignUp =>
        Text(
            "The display name of {0} holds '{1}', which no folder's name may: whoever signs up for a share of {0} gets an account without "
                + "the calendar, and the server closes that account at night.",
            "Le nom affiché de {0} contient « {1} », interdit dans un nom de dossier : qui s'inscrit à un partage de {0} reçoit un compte "
                + "sans l'agenda, et le serveur ferme ce compte la nuit.",
            "Take the character out of the display name, and repair the guests' accounts (Guests.RepairAsync).",
            "Retirez ce caractère du nom affiché, et réparez les comptes des invités (Guests.RepairAsync)."
        );

    public static ReviewText NoTimeZone =>
        Text(
            "{0}, and maybe others, has no time zone but the server's default, {1} (zimbraPrefTimeZoneId): in free/busy all-day "
                + "events lie on the days of that "
                + "zone, and times without a zone are taken for times there.",
            "{0}, et peut-être d'autres, n'a de fuseau horaire que celui par défaut du serveur, {1} (zimbraPrefTimeZoneId) : "
                + "dans les disponibilités, les "
                + "événements d'une journée suivent les jours de ce fuseau, et les heures sans fuseau sont prises pour des heures "
                + "de là-bas.",
            "Set zimbraPrefTimeZoneId, e.g. to Europe/Paris, on the account or its class of service.",
            "Réglez zimbraPrefTimeZoneId, par exemple sur Europe/Paris, sur le compte ou sa classe de service."
        );

    public static ReviewText Ended =>
        Text(
            "The share of '{1}' of {2} with {0} expired at {4}.",
            "Le partage de « {1} » de {2} avec {0} a expiré le {4}.",
            "Nothing, unless it is still wanted: it gives no access, and the server removes it by itself. Otherwise share again with a "
                + "later end.",
            "Rien, sauf s'il est encore voulu : il ne donne plus accès, et le serveur le supprime de lui-même. Sinon, partagez de nouveau "
                + "avec une fin plus tardive."
        );

    public static ReviewText EndsSoon =>
        Text(
            "The share of '{1}' of {2} with {0} ends at {4}.",
            "Le partage de « {1} » de {2} avec {0} prend fin le {4}.",
            "Renew it in time if it is still wanted.",
            "Renouvelez-le à temps s'il est encore voulu."
        );

    public static ReviewText Orphan =>
        Text(
            "'{1}' of {2} is shared with an account or group that was deleted ({0}).",
            "« {1} » de {2} est partagé avec un compte ou un groupe supprimé ({0}).",
            "Revoke the share, naming the grantee by this id.",
            "Révoquez le partage, en désignant le bénéficiaire par cet identifiant."
        );

    public static ReviewText Useless =>
        Text(
            "The share of '{1}' of {2} with '{0}' lets nobody in: the server takes the text letter by letter for the address.",
            "Le partage de « {1} » de {2} avec « {0} » ne laisse entrer personne : le serveur prend le texte tel quel pour l'adresse.",
            "Revoke it, and share with the bare address.",
            "Révoquez-le, et partagez avec l'adresse seule."
        );

    public static ReviewText NeverSignedUp =>
        Text(
            "Nobody has signed up for '{1}' of {2} as {0}: this address has no account {6}.",
            "Personne ne s'est inscrit pour « {1} » de {2} avec {0} : cette adresse n'a pas de compte {6}.",
            "Mail the share's link once more, create the guest's account, or revoke the share.",
            "Renvoyez le lien du partage, créez le compte de l'invité, ou révoquez le partage."
        );

    public static ReviewText NotActive =>
        Text(
            "'{1}' of {2} is shared with {0}, whose account has the status '{7}'.",
            "« {1} » de {2} est partagé avec {0}, dont le compte est dans l'état « {7} ».",
            "Revoke the share, or set the account to active again if its holder is still to read.",
            "Révoquez le partage, ou réactivez le compte si son titulaire doit encore lire."
        );

    public static ReviewText NotReviewed =>
        Text(
            "The calendars of {0} could not be reviewed: {1}",
            "Les agendas de {0} n'ont pas pu être examinés : {1}",
            "Remove the cause, and review this account again.",
            "Supprimez la cause, et examinez ce compte de nouveau."
        );

    public static ReviewText NotShown =>
        Text(
            "Of {0}, the shares of these calendars are not shown to the account in use: {1}.",
            "De {0}, les partages de ces agendas ne sont pas montrés au compte utilisé : {1}.",
            "Review as the owner, as an administrator, or as who has the right to administer them (a).",
            "Faites l'examen comme propriétaire, comme administrateur, ou avec le droit de les administrer (a)."
        );

    public static ReviewText NotKnowable =>
        Text(
            "Whether guests have signed up and whether grantees' accounts are active is not known for {0}, and maybe for others: {1}",
            "On ne sait pas, pour {0} et peut-être d'autres, si les invités se sont inscrits ni si les comptes des bénéficiaires sont "
                + "actifs : {1}",
            "Review with the credentials of an administrator who may read these accounts.",
            "Faites l'examen avec un administrateur qui a le droit de lire ces comptes."
        );

    public static LocalizedText NeedsAdministrator =>
        new("it needs an administrator's credentials.", "il y faut les identifiants d'un administrateur.");

    public static LocalizedText StatusHidden =>
        new(
            "the account's status is not shown to this administrator, who lacks the right get.account.zimbraAccountStatus.",
            "l'état du compte n'est pas montré à cet administrateur, qui n'a pas le droit get.account.zimbraAccountStatus."
        );

    private static ReviewText Text(string english, string french, string remedy, string frenchRemedy) =>
        new(new(english, french), new(remedy, frenchRemedy));
}

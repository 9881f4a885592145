using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

internal static partial class FindingTexts
{
    private static FindingText? OfShare(FeedFindingCode code) =>
        code switch
        {
            NoSuchOwner => Text(
                "There is no account {0} on this server: the name is wrong, or the account was renamed or deleted.",
                "Il n'y a pas de compte {0} sur ce serveur : le nom est faux, ou le compte a été renommé ou supprimé.",
                "Check the owner's name in the address; after a renaming, give the guest the address with the new name.",
                "Vérifiez le nom du propriétaire dans l'adresse ; après un changement de nom, donnez à l'invité l'adresse avec le nouveau."
            ),
            OwnerNotActive => Text(
                "The owner's account {0} is {1}, so its calendars are closed to everybody.",
                "Le compte du propriétaire {0} est dans l'état « {1} » : ses agendas sont fermés à tout le monde.",
                "Have an administrator set the account's status to active.",
                "Demandez à un administrateur de remettre le compte dans l'état « active »."
            ) with
            {
                ClosesPublic = true,
                AdminRemedy = new("Set the account's status to active.", "Remettez le compte dans l'état « active »."),
                Question = new("the owner's account is active", "le compte du propriétaire est actif"),
            },
            NoSuchCalendar => Text(
                "{0} has no calendar {1}. {2}",
                "{0} n'a pas d'agenda {1}. {2}",
                "Give the guest the address of a calendar that exists. The default calendar's name is Calendar in every language.",
                "Donnez à l'invité l'adresse d'un agenda qui existe. Le nom de l'agenda par défaut est Calendar dans toutes les langues."
            ) with
            {
                Question = new("there is such a calendar", "un tel agenda existe"),
            },
            DecomposedName => Text(
                "{0} has no calendar {1} with its accents written this way, but one that looks the same, {2}: for the server, é as one "
                    + "character and é as e with an accent after it (a decomposed accent) are different names.",
                "{0} n'a pas d'agenda {1} avec ces accents, mais un qui paraît identique, {2} : pour le serveur, é en un seul caractère et "
                    + "é écrit e suivi d'un accent (un accent décomposé) sont deux noms différents.",
                "Give the guest the address {3}",
                "Donnez à l'invité l'adresse {3}"
            ),
            NotACalendar => Text(
                "{0} is not a calendar but another kind of folder ({1}).",
                "{0} n'est pas un agenda mais un autre genre de dossier ({1}).",
                "Share a calendar.",
                "Partagez un agenda."
            ) with
            {
                Question = new("the folder is a calendar", "le dossier est un agenda"),
            },
            Mountpoint => Text(
                "{0} is a mountpoint: it shows a calendar of {1}, and guests are let in there.",
                "{0} est un point de montage : il montre un agenda de {1}, et c'est là que les invités sont admis.",
                "Have {1} share the calendar, and give the guest its address there.",
                "Demandez à {1} de partager l'agenda, et donnez à l'invité son adresse là-bas."
            ),
            NotGranted => Text(
                "The calendar {0} is not shared with {1}.",
                "L'agenda {0} n'est pas partagé avec {1}.",
                "Share it with {1}.",
                "Partagez-le avec {1}."
            ) with
            {
                Question = new("the calendar is shared with this guest", "l'agenda est partagé avec cet invité"),
            },
            GrantedToGroupOnly => Text(
                "The calendar {0} is not shared with {1} by name, only with {2}; the share does not show who belongs to that.",
                "L'agenda {0} n'est pas partagé nommément avec {1}, mais seulement avec {2} ; le partage ne montre pas qui en fait partie.",
                "See whether {1} belongs to {2}. A member from outside the server is sent no personal link and so has no account to sign "
                    + "in with: share the calendar with {1} too.",
                "Vérifiez que {1} fait partie de {2}. Un membre extérieur au serveur ne reçoit pas de lien personnel, et n'a donc pas de "
                    + "compte pour se connecter : partagez l'agenda aussi avec {1}."
            ),
            GrantExpired => Text(
                "The share with {0} expired on {1}.",
                "Le partage avec {0} a expiré le {1}.",
                "Share the calendar again, with a later end.",
                "Partagez de nouveau l'agenda, avec une fin plus tardive."
            ) with
            {
                Question = new("the share has expired", "le partage a expiré"),
            },
            GrantWithoutRead => Text(
                "The share with {0} does not include reading (its rights are '{1}').",
                "Le partage avec {0} n'inclut pas la lecture (ses droits sont « {1} »).",
                "Give the right r.",
                "Donnez le droit r."
            ) with
            {
                Question = new("the share includes reading", "le partage inclut la lecture"),
            },
            GrantMatchesNobody => Text(
                "The share was stored for '{0}', which the server matches with nobody.",
                "Le partage est enregistré pour « {0} », que le serveur ne reconnaît chez personne.",
                "Revoke it and share with the bare address {1}.",
                "Révoquez-le et partagez avec l'adresse seule {1}."
            ),
            PublicCalendar => Text(
                "The calendar is public: everybody gets in, and a wrong user name or password is not noticed.",
                "L'agenda est public : tout le monde entre, et un mauvais identifiant ou mot de passe passe inaperçu.",
                "Nothing needs to be typed. That a calendar program shows it proves nothing about the guest's password.",
                "Il n'y a rien à saisir. Qu'un logiciel d'agenda l'affiche ne prouve rien sur le mot de passe de l'invité."
            ) with
            {
                KeepsOut = false,
            },
            PublicSharingOff => Text(
                "Public sharing is switched off for {0} (zimbraPublicSharingEnabled): the public calendar shows no events.",
                "Le partage public est désactivé pour {0} (zimbraPublicSharingEnabled) : l'agenda public n'affiche aucun événement.",
                "Have an administrator switch it on, or share with guests instead.",
                "Demandez à un administrateur de l'activer, ou partagez avec des invités."
            ) with
            {
                ClosesPublic = true,
                AdminRemedy = new("Switch it on, or share with guests instead.", "Activez-le, ou partagez avec des invités."),
            },
            ExternalSharingOff => Text(
                "External sharing is switched off for {0} (zimbraExternalSharingEnabled): guests get in, but the calendar shows no events.",
                "Le partage externe est désactivé pour {0} (zimbraExternalSharingEnabled) : les invités entrent, mais l'agenda n'affiche "
                    + "aucun événement.",
                "Have an administrator switch it on.",
                "Demandez à un administrateur de l'activer."
            ) with
            {
                ClosesPublic = true,
                AdminRemedy = new("Switch it on.", "Activez-le."),
                Question = new("external sharing is switched off", "le partage externe est désactivé"),
            },
            GuestDomainNotAllowed => Text(
                "{0} may share with certain domains only, and {1} is not among them (zimbraExternalShareWhitelistDomain): the "
                    + "calendar shows "
                    + "no events.",
                "{0} ne peut partager qu'avec certains domaines, et {1} n'en fait pas partie (zimbraExternalShareWhitelistDomain) "
                    + ": l'agenda "
                    + "n'affiche aucun événement.",
                "Have an administrator add the domain to the list.",
                "Demandez à un administrateur d'ajouter le domaine à la liste."
            ) with
            {
                ClosesPublic = true,
                AdminRemedy = new("Add the domain to the list.", "Ajoutez le domaine à la liste."),
                Question = new("the guest's domain may be shared with", "le domaine de l'invité est autorisé"),
                NeedsAdmin = true,
            },
            EmptyCalendar => Text(
                "The calendar comes without events.",
                "L'agenda arrive sans aucun événement.",
                "If it has some, look at the owner's sharing switches: the server sends an empty calendar when they were switched off "
                    + "after sharing.",
                "S'il en contient, vérifiez les réglages de partage du propriétaire : le serveur envoie un agenda vide quand ils ont été "
                    + "désactivés après le partage."
            ) with
            {
                KeepsOut = false,
            },
            _ => null,
        };
}

using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

internal static partial class FindingTexts
{
    private static FindingText? OfCalDav(FeedFindingCode code) =>
        code switch
        {
            NotForCalDav => Text(
                "CalDAV cannot carry the name '{0}', for the character '{1}'.",
                "CalDAV ne peut pas transmettre le nom « {0} », à cause du caractère « {1} ».",
                "Give the guest the ICS address, which works for reading, or rename the calendar.",
                "Donnez à l'invité l'adresse ICS, qui convient pour lire, ou renommez l'agenda."
            ),
            GrantPasswordNotForCalDav => Text(
                "The share with {0} has a password of its own, and CalDAV takes accounts only: the same password is right for "
                    + "the ICS address.",
                "Le partage avec {0} a son propre mot de passe, et CalDAV n'accepte que des comptes : ce mot de passe convient "
                    + "pour l'adresse "
                    + "ICS.",
                "Give the guest the ICS address, or share without a password and let the guest sign up.",
                "Donnez à l'invité l'adresse ICS, ou partagez sans mot de passe et laissez l'invité s'inscrire."
            ),
            CalendarFeatureOff => Text(
                "The calendar feature of {0} is off (zimbraFeatureCalendarEnabled): calendars are listed by CalDAV, and none can be read.",
                "La fonction agenda de {0} est désactivée (zimbraFeatureCalendarEnabled) : CalDAV liste les agendas, et aucun "
                    + "n'est lisible.",
                "Have an administrator switch it on.",
                "Demandez à un administrateur de l'activer."
            ) with
            {
                AdminRemedy = new("Switch it on (Guests.RepairAsync does).", "Activez-la (Guests.RepairAsync le fait)."),
                Question = new("the guest's calendar feature is on", "la fonction agenda de l'invité est activée"),
                NeedsAdmin = true,
            },
            NoMountpoint => Text(
                "The account {0} has no mountpoint of this calendar, so a program that looks for calendars does not find it.",
                "Le compte {0} n'a pas de point de montage de cet agenda : un logiciel qui cherche des agendas ne le trouve pas.",
                "Have the guest open the personal link of the share mail again, or give the guest the calendar's own address: {1}",
                "Demandez à l'invité de rouvrir le lien personnel du courriel de partage, ou donnez-lui l'adresse de l'agenda : {1}"
            ) with
            {
                AdminRemedy = new(
                    "Add it (Guests.RepairAsync does), or give the guest the calendar's own address: {1}",
                    "Ajoutez-le (Guests.RepairAsync le fait), ou donnez à l'invité l'adresse de l'agenda lui-même : {1}"
                ),
                Question = new(
                    "the guest's account has a mountpoint of the calendar",
                    "le compte de l'invité a un point de montage de l'agenda"
                ),
                NeedsAdmin = true,
            },
            OwnerNameBreaksSignUp => Text(
                "The display name of {0} holds '{1}', which no folder's name may: whoever signs up gets an account without the calendar.",
                "Le nom affiché de {0} contient « {1} », interdit dans un nom de dossier : qui s'inscrit reçoit un compte sans l'agenda.",
                "Have the character taken out of the display name, and an administrator repair the guest's account.",
                "Faites retirer ce caractère du nom affiché, et réparer le compte de l'invité par un administrateur."
            ) with
            {
                KeepsOut = false,
                AdminRemedy = new(
                    "Take the character out of the display name, and repair the guest's account (Guests.RepairAsync).",
                    "Retirez ce caractère du nom affiché, et réparez le compte de l'invité (Guests.RepairAsync)."
                ),
            },
            GhostCalendar => Text(
                "Programs go on showing a calendar of {0} that is not shared any more, as an empty one that seems to take new events: its "
                    + "mountpoint is still there.",
                "Les logiciels montrent encore un agenda de {0} qui n'est plus partagé, vide et en apparence modifiable : son point de "
                    + "montage est encore là.",
                "Have the guest delete it from the program; nothing that is saved there arrives.",
                "Demandez à l'invité de le supprimer de son logiciel ; rien de ce qui y est enregistré n'arrive."
            ) with
            {
                KeepsOut = false,
            },
            OpenThoughSwitchedOff => Text(
                "External sharing is switched off for {0} (zimbraExternalSharingEnabled): the ICS address is empty, but CalDAV "
                    + "still lets the "
                    + "guest read and, with the rights for it, write.",
                "Le partage externe est désactivé pour {0} (zimbraExternalSharingEnabled) : l'adresse ICS est vide, mais CalDAV "
                    + "laisse encore "
                    + "l'invité lire et, avec les droits, écrire.",
                "If nobody from outside is to get in, revoke the share or have the guest's account locked.",
                "Si personne de l'extérieur ne doit entrer, révoquez le partage ou faites verrouiller le compte de l'invité."
            ) with
            {
                KeepsOut = false,
            },
            NoCalDavDoor => Text(
                "At {0} programs find no CalDAV: {1} answers HTTP {2}. Something before the Zimbra server does not let it through.",
                "À {0}, les logiciels ne trouvent pas de CalDAV : {1} répond HTTP {2}. Quelque chose devant le serveur Zimbra ne le laisse "
                    + "pas passer.",
                "Have the administrator let /.well-known/caldav, /dav and /principals through to the server.",
                "Demandez à l'administrateur de laisser passer /.well-known/caldav, /dav et /principals jusqu'au serveur."
            ) with
            {
                AdminRemedy = new(
                    "Let /.well-known/caldav, /dav and /principals through to the server.",
                    "Laissez passer /.well-known/caldav, /dav et /principals jusqu'au serveur."
                ),
            },
            _ => null,
        };
}

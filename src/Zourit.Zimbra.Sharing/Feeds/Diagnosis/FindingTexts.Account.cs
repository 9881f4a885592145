using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

internal static partial class FindingTexts
{
    private static FindingText? OfGuestAccount(FeedFindingCode code) =>
        code switch
        {
            InternalAccount => Text(
                "{0} is an account of this server ({1}): it signs in with its own name and password, not with a guest's identifier.",
                "{0} est un compte de ce serveur ({1}) : il se connecte avec son propre nom et son mot de passe, pas avec un identifiant "
                    + "d'invité.",
                "Use {1} as user name, with the password of that account; share with it as a user.",
                "Utilisez {1} comme identifiant, avec le mot de passe de ce compte ; partagez avec lui comme utilisateur."
            ) with
            {
                Question = new(
                    "the guest's address belongs to an account of the server",
                    "l'adresse de l'invité appartient à un compte du serveur"
                ),
                NeedsAdmin = true,
            },
            NoGuestAccount => Text(
                "There is no account {0}: the invitation was never accepted, or the account was deleted.",
                "Il n'y a pas de compte {0} : l'invitation n'a jamais été acceptée, ou le compte a été supprimé.",
                "Have the guest open the personal link of the share mail and choose a password, or send the invitation again.",
                "Demandez à l'invité d'ouvrir le lien personnel du courriel de partage et d'y choisir un mot de passe, ou renvoyez-le."
            ) with
            {
                Question = new("the guest has an account", "l'invité a un compte"),
                NeedsAdmin = true,
            },
            GuestAccountClosed => Text(
                "The guest's account {0} is closed, as the server does with accounts that nothing is shared with or that have no "
                    + "mountpoint.",
                "Le compte de l'invité {0} est fermé, comme le serveur le fait pour les comptes avec qui rien n'est partagé ou qui n'ont "
                    + "pas de point de montage.",
                "Share the same calendar again and wait for the daily task, or have an administrator set the status to active and add the "
                    + "mountpoint.",
                "Partagez de nouveau le même agenda et attendez la tâche quotidienne, ou demandez à un administrateur de remettre l'état à "
                    + "« active » et d'ajouter le point de montage."
            ) with
            {
                AdminRemedy = new(
                    "Share the same calendar again, set the status to active and add the mountpoint (Guests.RepairAsync does both).",
                    "Partagez de nouveau le même agenda, remettez l'état à « active » et ajoutez le point de montage (Guests.RepairAsync "
                        + "fait les deux)."
                ),
                Question = new("the guest's account is closed", "le compte de l'invité est fermé"),
                NeedsAdmin = true,
            },
            GuestAccountLocked => Text(
                "The guest's account {0} was locked by an administrator.",
                "Le compte de l'invité {0} a été verrouillé par un administrateur.",
                "Have an administrator set its status to active.",
                "Demandez à un administrateur de remettre son état à « active »."
            ) with
            {
                AdminRemedy = new("Set its status to active.", "Remettez son état à « active »."),
                Question = new("the guest's account is locked", "le compte de l'invité est verrouillé"),
                NeedsAdmin = true,
            },
            GuestLockedOut => Text(
                "The guest's account {0} is locked out after too many wrong passwords; even the right one is refused now.",
                "Le compte de l'invité {0} est bloqué après trop de mauvais mots de passe ; même le bon est refusé maintenant.",
                "Correct the password in every program of the guest, then wait for the end of the lock-out (an hour by default) or have an "
                    + "administrator end it.",
                "Corrigez le mot de passe dans tous les logiciels de l'invité, puis attendez la fin du blocage (une heure par défaut) ou "
                    + "demandez à un administrateur d'y mettre fin."
            ) with
            {
                AdminRemedy = new(
                    "Correct the password in every program of the guest, then wait for the end of the lock-out (an hour by default) or set "
                        + "the status to active.",
                    "Corrigez le mot de passe dans tous les logiciels de l'invité, puis attendez la fin du blocage (une heure par défaut) "
                        + "ou remettez l'état à « active »."
                ),
                Question = new("the guest's account is locked out", "le compte de l'invité est bloqué après des mots de passe erronés"),
                NeedsAdmin = true,
            },
            GuestAccountNotActive => Text(
                "The account {0} is not active but {1}.",
                "Le compte {0} n'est pas actif mais dans l'état « {1} ».",
                "Have an administrator set its status to active.",
                "Demandez à un administrateur de remettre son état à « active »."
            ) with
            {
                AdminRemedy = new("Set its status to active.", "Remettez son état à « active »."),
            },
            GuestWithoutPassword => Text(
                "The guest's account {0} has no password yet.",
                "Le compte de l'invité {0} n'a pas encore de mot de passe.",
                "Set one as administrator, or have the guest accept the invitation.",
                "Définissez-en un en tant qu'administrateur, ou demandez à l'invité d'accepter l'invitation."
            ) with
            {
                Question = new("the guest's account has a password", "le compte de l'invité a un mot de passe"),
                NeedsAdmin = true,
            },
            GuestMustChangePassword => Text(
                "The account {0} must change its password before it is let in anywhere (zimbraPasswordMustChange).",
                "Le compte {0} doit changer son mot de passe avant d'être admis où que ce soit (zimbraPasswordMustChange).",
                "Have the guest sign in to the web client and change it, or have an administrator drop the demand.",
                "Demandez à l'invité de se connecter au client web et de le changer, ou à un administrateur de lever l'obligation."
            ) with
            {
                AdminRemedy = new(
                    "Have the guest sign in to the web client and change it, or drop the demand.",
                    "Demandez à l'invité de se connecter au client web et de le changer, ou levez l'obligation."
                ),
                Question = new("the guest must change the password first", "l'invité doit d'abord changer son mot de passe"),
                NeedsAdmin = true,
            },
            IdentifierTaken => Text(
                "The identifier {0} is the name of an ordinary account of this server, so this guest cannot have one.",
                "L'identifiant {0} est le nom d'un compte ordinaire de ce serveur : cet invité ne peut pas en avoir un.",
                "Share with another address of the guest, or with a grant that has a password of its own.",
                "Partagez avec une autre adresse de l'invité, ou par un partage ayant son propre mot de passe."
            ) with
            {
                Question = new("an ordinary account has the guest's identifier", "un compte ordinaire porte l'identifiant de l'invité"),
                NeedsAdmin = true,
            },
            IdentifierCollision => Text(
                "The account {0} belongs to another guest, whose address maps to the same identifier.",
                "Le compte {0} appartient à un autre invité, dont l'adresse donne le même identifiant.",
                "Share with another address of this guest, or with a grant that has a password of its own. Do not reset the password: it "
                    + "is somebody else's account.",
                "Partagez avec une autre adresse de cet invité, ou par un partage ayant son propre mot de passe. Ne réinitialisez pas le "
                    + "mot de passe : c'est le compte de quelqu'un d'autre."
            ) with
            {
                Question = new("the guest's account belongs to another guest", "le compte de l'invité appartient à un autre invité"),
                NeedsAdmin = true,
            },
            _ => null,
        };
}

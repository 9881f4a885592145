using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>What each finding says, in English and French.</summary>
internal static class FindingTexts
{
    public static FindingText Of(FeedFindingCode code) =>
        code switch
        {
            NothingFound => Text(
                "Everything that could be looked at is in order.",
                "Tout ce qui a pu être vérifié est en ordre.",
                "If the guest still does not get in, give the guest's password to have it tried once.",
                "Si l'invité n'entre toujours pas, donnez son mot de passe pour qu'il soit essayé une fois."
            ),
            ServerNameUnknown => Text(
                "The server name {0} does not exist, or cannot be resolved from here.",
                "Le nom de serveur {0} n'existe pas, ou ne peut pas être résolu d'ici.",
                "Check the address letter by letter, and the network.",
                "Vérifiez l'adresse lettre par lettre, et le réseau."
            ),
            NothingListens => Text(
                "Nothing answers at {0}.",
                "Rien ne répond à {0}.",
                "Check the host and the port, and that the server runs.",
                "Vérifiez l'hôte et le port, et que le serveur fonctionne."
            ),
            CertificateRefused => Text(
                "The certificate of {0} is not trusted, or the port does not speak TLS; calendar programs refuse it too.",
                "Le certificat de {0} n'est pas reconnu, ou le port ne parle pas TLS ; les logiciels d'agenda le refusent aussi.",
                "Install a valid certificate on the server, or correct the port.",
                "Installez un certificat valide sur le serveur, ou corrigez le port."
            ),
            Redirected => Text(
                "The address {0} is redirected{1}; many calendar programs lose the password on the way.",
                "L'adresse {0} est redirigée{1} ; beaucoup de logiciels d'agenda perdent le mot de passe en chemin.",
                "Give the guest the final https address.",
                "Donnez à l'invité l'adresse https finale."
            ),
            TurnedAway => Text(
                "The server is turning requests away: too many requests, or this network address is blocked for a quarter of an hour or "
                    + "more "
                    + "after failed logins.",
                "Le serveur refuse les requêtes : trop de requêtes, ou cette adresse réseau est bloquée un quart d'heure ou plus après des "
                    + "connexions échouées.",
                "Stop all programs that keep trying with a wrong password, wait, and ask the administrator to allow the network address "
                    + "if it "
                    + "happens again.",
                "Arrêtez tous les programmes qui réessaient avec un mauvais mot de passe, attendez, et demandez à l'administrateur "
                    + "d'autoriser l'adresse réseau si cela se reproduit."
            ),
            NotZimbra => Text(
                "What answers at {0} is no Zimbra server: {1}",
                "Ce qui répond à {0} n'est pas un serveur Zimbra.",
                "Check the host and the port.",
                "Vérifiez l'hôte et le port."
            ),
            ServerFailing => Text(
                "The server at {0} fails or does not answer in time.",
                "Le serveur {0} échoue ou ne répond pas à temps.",
                "Try again later; if it lasts, tell the server's administrator.",
                "Réessayez plus tard ; si cela dure, prévenez l'administrateur du serveur."
            ),
            OtherAddress => Text(
                "The server serves this calendar under {1}, not under {0}.",
                "Le serveur sert cet agenda à l'adresse {1}, pas à {0}.",
                "Give the guest {1}",
                "Donnez à l'invité {1}"
            ),
            NotEncrypted => Text(
                "The server announces the address {0}, which is not encrypted: a password would travel in clear.",
                "Le serveur annonce l'adresse {0}, qui n'est pas chiffrée : un mot de passe y circulerait en clair.",
                "Have the administrator set zimbraPublicServiceProtocol to https, and give the guest the https address.",
                "Demandez à l'administrateur de mettre zimbraPublicServiceProtocol à https, et donnez à l'invité l'adresse https."
            ),
            NoSuchOwner => Text(
                "There is no account {0} on this server.",
                "Il n'y a pas de compte {0} sur ce serveur.",
                "Check the owner's name in the address.",
                "Vérifiez le nom du propriétaire dans l'adresse.",
                "the owner's account exists",
                "le compte du propriétaire existe"
            ),
            OwnerNotActive => Text(
                "The owner's account {0} is {1}, so that its calendars are closed to everybody.",
                "Le compte du propriétaire {0} est {1} : ses agendas sont fermés à tout le monde.",
                "Have an administrator set the account's status to active.",
                "Demandez à un administrateur de remettre le compte en état actif (active).",
                "the owner's account is active",
                "le compte du propriétaire est actif"
            ),
            NoSuchCalendar => Text(
                "{0} has no calendar {1}.{2}",
                "{0} n'a pas d'agenda {1}.{3}",
                "Give the guest the address of a calendar that exists. The default calendar's name is Calendar in every language.",
                "Donnez à l'invité l'adresse d'un agenda qui existe. Le nom de l'agenda par défaut est Calendar dans toutes les langues.",
                "there is such a calendar",
                "un tel agenda existe"
            ),
            NotACalendar => Text(
                "{0} is no calendar but another kind of folder ({1}).",
                "{0} n'est pas un agenda mais un autre genre de dossier ({1}).",
                "Share a calendar.",
                "Partagez un agenda.",
                "the folder is a calendar",
                "le dossier est un agenda"
            ),
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
                "Partagez-le avec {1}.",
                "the calendar is shared with this guest",
                "l'agenda est partagé avec cet invité"
            ),
            GrantExpired => Text(
                "The share with {0} ended on {1}.",
                "Le partage avec {0} a pris fin le {1}.",
                "Share the calendar again, with a later end.",
                "Partagez de nouveau l'agenda, avec une fin plus tardive.",
                "the share has ended",
                "le partage a pris fin"
            ),
            GrantWithoutRead => Text(
                "The share with {0} does not include reading (its rights are '{1}').",
                "Le partage avec {0} n'inclut pas la lecture (ses droits sont « {1} »).",
                "Give the right r.",
                "Donnez le droit r.",
                "the share includes reading",
                "le partage inclut la lecture"
            ),
            GrantMatchesNobody => Text(
                "The share was stored for '{0}', which the server matches with nobody.",
                "Le partage est enregistré pour « {0} », que le serveur ne reconnaît chez personne.",
                "Revoke it and share with the bare address {1}.",
                "Révoquez-le et partagez avec l'adresse seule {1}."
            ),
            InternalAccount => Text(
                "{0} is an account of this server ({1}): it signs in with its own name and password, not with a guest's identifier.",
                "{0} est un compte de ce serveur ({1}) : il se connecte avec son propre nom et mot de passe, pas avec un identifiant "
                    + "d'invité.",
                "Use {1} as user name, with the password of that account; share with it as a user.",
                "Utilisez {1} comme identifiant, avec le mot de passe de ce compte ; partagez avec lui comme utilisateur.",
                "the guest's address belongs to an account of the server",
                "l'adresse de l'invité appartient à un compte du serveur",
                needsAdmin: true
            ),
            PublicCalendar => Text(
                "The calendar is public: everybody gets in, and a wrong user name or password is not noticed.",
                "L'agenda est public : tout le monde entre, et un mauvais identifiant ou mot de passe ne se remarque pas.",
                "Nothing needs to be typed. That a calendar program shows it proves nothing about the guest's password.",
                "Il n'y a rien à saisir. Qu'un logiciel d'agenda l'affiche ne prouve rien sur le mot de passe de l'invité."
            ),
            PublicSharingOff => Text(
                "Public sharing is switched off for {0} (zimbraPublicSharingEnabled): the public calendar shows no events.",
                "Le partage public est désactivé pour {0} (zimbraPublicSharingEnabled) : l'agenda public n'affiche aucun événement.",
                "Have an administrator switch it on, or share with guests instead.",
                "Demandez à un administrateur de l'activer, ou partagez avec des invités."
            ),
            ExternalSharingOff => Text(
                "External sharing is switched off for {0} (zimbraExternalSharingEnabled): guests get in, but the calendar shows no events.",
                "Le partage externe est désactivé pour {0} (zimbraExternalSharingEnabled) : les invités entrent, mais l'agenda n'affiche "
                    + "aucun événement.",
                "Have an administrator switch it on.",
                "Demandez à un administrateur de l'activer.",
                "external sharing is switched off",
                "le partage externe est désactivé"
            ),
            GuestDomainNotAllowed => Text(
                "{0} may share with certain domains only, and {1} is not among them (zimbraExternalShareWhitelistDomain): the calendar "
                    + "shows "
                    + "no events.",
                "{0} ne peut partager qu'avec certains domaines, et {1} n'en fait pas partie (zimbraExternalShareWhitelistDomain) : "
                    + "l'agenda "
                    + "n'affiche aucun événement.",
                "Have an administrator add the domain to the list.",
                "Demandez à un administrateur d'ajouter le domaine à la liste.",
                "the guest's domain may be shared with",
                "le domaine de l'invité est autorisé",
                needsAdmin: true
            ),
            BareAddress => Text(
                "The bare address {0} is no user name here.",
                "L'adresse seule {0} n'est pas un identifiant ici.",
                "Type the identifier {1} instead, with the password chosen when accepting the invitation.",
                "Saisissez à la place l'identifiant {1}, avec le mot de passe choisi en acceptant l'invitation."
            ),
            WrongIdentifierForm => Text(
                "'{0}' is not written as an identifier must be.",
                "« {0} » n'est pas écrit comme un identifiant doit l'être.",
                "Type {1}: the mail address with a dot in place of the @, then @ and the owner's domain.",
                "Saisissez {1} : l'adresse mail avec un point à la place du @, puis @ et le domaine du propriétaire."
            ),
            OtherDomain => Text(
                "'{0}' does not end with {1}, the primary domain of the owner{2}.",
                "« {0} » ne se termine pas par {1}, le domaine principal du propriétaire{3}.",
                "Type {4}",
                "Saisissez {4}"
            ),
            NoGuestAccount => Text(
                "There is no account {0}: the invitation was never accepted, or the account was deleted.",
                "Il n'y a pas de compte {0} : l'invitation n'a jamais été acceptée, ou le compte a été supprimé.",
                "Have the guest open the personal link of the share mail and choose a password, or send the invitation again.",
                "Demandez à l'invité d'ouvrir le lien personnel du mail de partage et de choisir un mot de passe, ou renvoyez "
                    + "l'invitation.",
                "the guest has an account",
                "l'invité a un compte",
                needsAdmin: true
            ),
            GuestAccountClosed => Text(
                "The guest's account {0} is closed, as the server does with accounts that nothing is shared with or that have no "
                    + "mountpoint.",
                "Le compte de l'invité {0} est fermé, comme le serveur le fait pour les comptes avec qui rien n'est partagé ou sans point "
                    + "de "
                    + "montage.",
                "Share the same calendar again and wait for the daily task, or have an administrator set the status to active and add the "
                    + "mountpoint.",
                "Partagez de nouveau le même agenda et attendez la tâche quotidienne, ou demandez à un administrateur de remettre l'état à "
                    + "active et d'ajouter le point de montage.",
                "the guest's account is closed",
                "le compte de l'invité est fermé",
                needsAdmin: true
            ),
            GuestAccountLocked => Text(
                "The guest's account {0} was locked by an administrator.",
                "Le compte de l'invité {0} a été verrouillé par un administrateur.",
                "Have an administrator set its status to active.",
                "Demandez à un administrateur de remettre son état à active.",
                "the guest's account is locked",
                "le compte de l'invité est verrouillé",
                needsAdmin: true
            ),
            GuestLockedOut => Text(
                "The guest's account {0} is locked out after too many wrong passwords; even the right one is refused now.",
                "Le compte de l'invité {0} est bloqué après trop de mauvais mots de passe ; même le bon est refusé maintenant.",
                "Correct the password in every program of the guest, then wait for the end of the lock-out (an hour by default) or have an "
                    + "administrator end it.",
                "Corrigez le mot de passe dans tous les logiciels de l'invité, puis attendez la fin du blocage (une heure par défaut) ou "
                    + "demandez à un administrateur d'y mettre fin.",
                "the guest's account is locked out",
                "le compte de l'invité est bloqué après des mots de passe erronés",
                needsAdmin: true
            ),
            GuestAccountNotActive => Text(
                "The guest's account {0} is not active but {1}.",
                "Le compte de l'invité {0} n'est pas actif mais {1}.",
                "Have an administrator set its status to active.",
                "Demandez à un administrateur de remettre son état à active."
            ),
            GuestWithoutPassword => Text(
                "The guest's account {0} has no password yet.",
                "Le compte de l'invité {0} n'a pas encore de mot de passe.",
                "Set one as administrator, or have the guest accept the invitation.",
                "Définissez-en un en tant qu'administrateur, ou demandez à l'invité d'accepter l'invitation.",
                "the guest's account has a password",
                "le compte de l'invité a un mot de passe",
                needsAdmin: true
            ),
            GuestMustChangePassword => Text(
                "The guest's account {0} must change its password before it is let in anywhere (zimbraPasswordMustChange).",
                "Le compte de l'invité {0} doit changer son mot de passe avant d'être admis où que ce soit (zimbraPasswordMustChange).",
                "Have the guest sign in to the web client and change it, or have an administrator drop the demand.",
                "Demandez à l'invité de se connecter au client web et de le changer, ou à un administrateur de lever l'obligation.",
                "the guest must change the password first",
                "l'invité doit d'abord changer son mot de passe",
                needsAdmin: true
            ),
            IdentifierTaken => Text(
                "The identifier {0} is the name of an ordinary account of this server, so that this guest cannot have one.",
                "L'identifiant {0} est le nom d'un compte ordinaire de ce serveur : cet invité ne peut pas en avoir un.",
                "Share with another address of the guest, or with a grant that has a password of its own.",
                "Partagez avec une autre adresse de l'invité, ou par un partage ayant son propre mot de passe.",
                "an ordinary account has the guest's identifier",
                "un compte ordinaire porte l'identifiant de l'invité",
                needsAdmin: true
            ),
            IdentifierCollision => Text(
                "The account {0} belongs to another guest, whose address maps to the same identifier.",
                "Le compte {0} appartient à un autre invité, dont l'adresse donne le même identifiant.",
                "Share with another address of this guest, or with a grant that has a password of its own. Do not reset the password: it "
                    + "is "
                    + "somebody else's account.",
                "Partagez avec une autre adresse de cet invité, ou par un partage ayant son propre mot de passe. Ne réinitialisez pas le "
                    + "mot "
                    + "de passe : c'est le compte de quelqu'un d'autre.",
                "the guest's account belongs to another guest",
                "le compte de l'invité appartient à un autre invité",
                needsAdmin: true
            ),
            WrongPassword => Text(
                "The password of {0} is wrong.",
                "Le mot de passe de {0} est faux.",
                "Correct it in every program of the guest: each wrong one counts towards a lock-out. If it is forgotten, have an "
                    + "administrator set a new one.",
                "Corrigez-le dans tous les logiciels de l'invité : chaque erreur rapproche d'un blocage. S'il est oublié, demandez à un "
                    + "administrateur d'en définir un nouveau.",
                "the password is right, since the calendar is public and lets every password in",
                "le mot de passe est bon, car l'agenda est public et accepte n'importe quel mot de passe"
            ),
            SignInRefused => Text(
                "{0} was refused with this password, and the server does not tell why: the password, the share or the account may be the "
                    + "reason.",
                "{0} a été refusé avec ce mot de passe, et le serveur ne dit pas pourquoi : le mot de passe, le partage ou le compte peut "
                    + "en "
                    + "être la cause.",
                "Ask again with the owner's or an administrator's credentials before trying another password.",
                "Posez de nouveau la question avec les identifiants du propriétaire ou d'un administrateur avant d'essayer un autre mot de "
                    + "passe."
            ),
            PasswordAccepted => Text(
                "The server accepts {0} with this password.",
                "Le serveur accepte {0} avec ce mot de passe.",
                "If a calendar program still fails, have the guest type exactly this user name and this password there, and the address "
                    + "{1}",
                "Si un logiciel d'agenda échoue encore, demandez à l'invité d'y saisir exactement cet identifiant et ce mot de passe, et "
                    + "l'adresse {1}"
            ),
            EmptyCalendar => Text(
                "The calendar comes without events.",
                "L'agenda arrive sans aucun événement.",
                "If it has some, look at the owner's sharing switches: the server sends an empty calendar when they were switched off "
                    + "after "
                    + "sharing.",
                "S'il en contient, vérifiez les réglages de partage du propriétaire : le serveur envoie un agenda vide quand ils ont été "
                    + "désactivés après le partage."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "There are no words for this finding."),
        };

    private static FindingText Text(
        string english,
        string french,
        string englishRemedy,
        string frenchRemedy,
        string? question = null,
        string? frenchQuestion = null,
        bool needsAdmin = false
    ) => new(new(english, french), new(englishRemedy, frenchRemedy), question is null ? null : new(question, frenchQuestion!), needsAdmin);
}

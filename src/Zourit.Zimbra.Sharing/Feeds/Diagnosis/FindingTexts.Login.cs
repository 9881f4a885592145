using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

internal static partial class FindingTexts
{
    private static FindingText? OfLogin(FeedFindingCode code) =>
        code switch
        {
            BareAddress => Text(
                "The guest may be signing in with the bare address {0}, which is not a user name here.",
                "L'invité se connecte peut-être avec son adresse seule, {0}, qui n'est pas un identifiant ici.",
                "Type the identifier {1} instead, with the password chosen when accepting the invitation.",
                "Saisissez à la place l'identifiant {1}, avec le mot de passe choisi en acceptant l'invitation."
            ),
            WrongIdentifierForm => Text(
                "'{0}' is not written as an identifier must be.",
                "« {0} » n'est pas écrit comme un identifiant doit l'être.",
                "Type {1}: the mail address with a dot in place of the @, then @ and the owner's domain.",
                "Saisissez {1} : l'adresse de courriel avec un point à la place du @, puis @ et le domaine du propriétaire."
            ),
            NameWithoutDomain => Text(
                "'{0}' has no domain: the server adds the domain to which the host name in the address belongs, if there is one.",
                "« {0} » n'a pas de domaine : le serveur ajoute celui auquel appartient le nom d'hôte de l'adresse, s'il y en a un.",
                "Type {1} in full, which is right with every address.",
                "Saisissez {1} en entier, ce qui est juste avec toutes les adresses."
            ),
            OtherDomain => Text(
                "'{0}' does not end with {1}, the primary domain of the owner, but with {2}, {3}.",
                "« {0} » ne se termine pas par {1}, le domaine principal du propriétaire, mais par {2}, {3}.",
                "Type {4}",
                "Saisissez {4}"
            ),
            WrongPassword => Text(
                "The password of {0} is wrong.",
                "Le mot de passe de {0} est faux.",
                "Correct it in every program of the guest: each wrong one counts towards a lock-out. If it is forgotten, have an "
                    + "administrator set a new one.",
                "Corrigez-le dans tous les logiciels de l'invité : chaque erreur rapproche d'un blocage. S'il est oublié, demandez à un "
                    + "administrateur d'en définir un nouveau."
            ) with
            {
                AdminRemedy = new(
                    "Correct it in every program of the guest: each wrong one counts towards a lock-out. If it is forgotten, set a "
                        + "new one.",
                    "Corrigez-le dans tous les logiciels de l'invité : chaque erreur rapproche d'un blocage. S'il est oublié, "
                        + "définissez-en "
                        + "un nouveau."
                ),
                Question = new(
                    "the password is right, since the calendar is public and lets every password in",
                    "le mot de passe est bon, car l'agenda est public et accepte n'importe quel mot de passe"
                ),
            },
            SignInRefused => Text(
                "{0} was refused with this password, and the server does not say why: the password, the share or the account may be the "
                    + "reason.",
                "{0} a été refusé avec ce mot de passe, et le serveur ne dit pas pourquoi : le mot de passe, le partage ou le compte peut "
                    + "en être la cause.",
                "Ask again with the owner's or an administrator's credentials before trying another password.",
                "Posez de nouveau la question avec les identifiants du propriétaire ou d'un administrateur avant d'essayer un autre mot de "
                    + "passe."
            ) with
            {
                AdminRemedy = new(
                    "Ask again with the owner's credentials, or with those of a global administrator, before trying another password.",
                    "Posez de nouveau la question avec les identifiants du propriétaire ou d'un administrateur global avant d'essayer un "
                        + "autre mot de passe."
                ),
            },
            PasswordAccepted => Text(
                "The server accepts {0} with this password.",
                "Le serveur accepte {0} avec ce mot de passe.",
                "If a calendar program still fails, have the guest type exactly this user name and this password there, and the address "
                    + "{1}",
                "Si un logiciel d'agenda échoue encore, demandez à l'invité d'y saisir exactement cet identifiant et ce mot de passe, et "
                    + "l'adresse {1}"
            ) with
            {
                KeepsOut = false,
            },
            NothingGiven => Text(
                "User name and password are right, but {1} gets no calendar at {0}: no calendar has that name, it is not shared with this "
                    + "account, the share expired or does not include reading, or the owner's account is not active. The server does not "
                    + "say which.",
                "L'identifiant et le mot de passe sont bons, mais {1} n'obtient aucun agenda à {0} : aucun ne porte ce nom, il n'est pas "
                    + "partagé avec ce compte, le partage a expiré ou n'inclut pas la lecture, ou le compte du propriétaire n'est pas "
                    + "actif. Le serveur ne dit pas lequel de ces cas est le bon.",
                "Look at the owner's calendar and its shares, or ask again with the owner's or an administrator's credentials.",
                "Vérifiez l'agenda du propriétaire et ses partages, ou posez de nouveau la question avec les identifiants du propriétaire "
                    + "ou d'un administrateur."
            ) with
            {
                AdminRemedy = new(
                    "Look at the owner's calendar and its shares, or ask again with the owner's credentials.",
                    "Vérifiez l'agenda du propriétaire et ses partages, ou posez de nouveau la question avec les identifiants du "
                        + "propriétaire."
                ),
            },
            _ => null,
        };
}

using static Zourit.Zimbra.Sharing.Feeds.FeedFindingCode;

namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

internal static partial class FindingTexts
{
    private static FindingText? OfServer(FeedFindingCode code) =>
        code switch
        {
            NothingFound => Text(
                "Nothing is wrong in what these credentials can see.",
                "Rien d'anormal dans ce que ce compte peut voir.",
                "If the guest still does not get in, give the guest's password to have it tried once.",
                "Si l'invité n'entre toujours pas, donnez son mot de passe pour qu'il soit essayé une fois."
            ) with
            {
                KeepsOut = false,
            },
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
                "The address {0} redirects elsewhere; many calendar programs lose the password on the way.",
                "L'adresse {0} redirige ailleurs ; beaucoup de logiciels d'agenda perdent le mot de passe en chemin.",
                "Give the guest the final https address.",
                "Donnez à l'invité l'adresse https finale."
            ),
            RequestsRejected => Text(
                "The server rejects requests: too many requests, or this network address is blocked for a quarter of an hour or more "
                    + "after failed logins.",
                "Le serveur rejette les requêtes : elles sont trop nombreuses, ou cette adresse réseau est bloquée un quart "
                    + "d'heure ou plus "
                    + "après des connexions échouées.",
                "Stop all programs that keep trying with a wrong password, and wait. If it happens again, ask the administrator to allow "
                    + "the network address.",
                "Arrêtez tous les programmes qui réessaient avec un mauvais mot de passe, et attendez. Si cela se reproduit, demandez à "
                    + "l'administrateur d'autoriser l'adresse réseau."
            ) with
            {
                AdminRemedy = new(
                    "Stop all programs that keep trying with a wrong password, and wait. If it happens again, allow the network address "
                        + "(zimbraHttpThrottleSafeIPs).",
                    "Arrêtez tous les programmes qui réessaient avec un mauvais mot de passe, et attendez. Si cela se reproduit, autorisez "
                        + "l'adresse réseau (zimbraHttpThrottleSafeIPs)."
                ),
            },
            NotZimbra => Text(
                "What answers at {0} is not a Zimbra server.",
                "Ce qui répond à {0} n'est pas un serveur Zimbra.",
                "Check the host and the port.",
                "Vérifiez l'hôte et le port."
            ),
            AddressNotUnderstood => Text(
                "The server does not understand the address {0} (HTTP 400).",
                "Le serveur ne comprend pas l'adresse {0} (HTTP 400).",
                "Take the calendar's address from the share or from the web client, without changing it.",
                "Reprenez l'adresse de l'agenda dans le partage ou dans le client web, sans la modifier."
            ),
            ServerFailing => Text(
                "The server at {0} fails or does not answer in time.",
                "Le serveur {0} échoue ou ne répond pas à temps.",
                "Try again later; if it lasts, report it to the server's administrator.",
                "Réessayez plus tard ; si cela dure, prévenez l'administrateur du serveur."
            ) with
            {
                AdminRemedy = new(
                    "Try again later; if it lasts, look into the server's log (mailbox.log).",
                    "Réessayez plus tard ; si cela dure, consultez le journal du serveur (mailbox.log)."
                ),
            },
            OtherAddress => Text(
                "The server serves this calendar at {1}, not at {0}.",
                "Le serveur publie cet agenda à l'adresse {1}, pas à {0}.",
                "Give the guest {1}",
                "Donnez à l'invité {1}"
            ) with
            {
                KeepsOut = false,
            },
            NotEncrypted => Text(
                "The server announces the address {0}, which is not encrypted: a password would travel in clear.",
                "Le serveur annonce l'adresse {0}, qui n'est pas chiffrée : un mot de passe y circulerait en clair.",
                "Have an administrator set zimbraPublicServiceProtocol to https, and give the guest the https address.",
                "Demandez à un administrateur de mettre zimbraPublicServiceProtocol à https, et donnez à l'invité l'adresse https."
            ) with
            {
                KeepsOut = false,
                AdminRemedy = new(
                    "Set zimbraPublicServiceProtocol to https, and give the guest the https address.",
                    "Mettez zimbraPublicServiceProtocol à https, et donnez à l'invité l'adresse https."
                ),
            },
            _ => null,
        };
}

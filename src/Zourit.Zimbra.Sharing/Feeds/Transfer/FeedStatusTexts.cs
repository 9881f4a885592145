using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds.Transfer;

/// <summary>What a status other than 200 means for somebody who reads a feed, in English and French.</summary>
internal static class FeedStatusTexts
{
    public static LocalizedText NoSignIn =>
        new(
            "Nobody was let in (HTTP 401), and the server offers no sign-in: something between here and the server adds a cookie or a "
                + "token that it does not accept.",
            "Personne n'a été admis (HTTP 401), et le serveur ne propose pas de connexion : ce qui se trouve entre lui et ce poste ajoute "
                + "un cookie ou un jeton qu'il n'accepte pas."
        );

    public static LocalizedText NotPublic =>
        new(
            "The calendar is not public, or none exists at this address (HTTP 401). The server does not tell these apart. Sign in, or "
                + "share it publicly.",
            "L'agenda n'est pas public, ou aucun n'existe à cette adresse (HTTP 401). Le serveur ne fait pas la différence. "
                + "Connectez-vous, ou partagez-le publiquement."
        );

    public static LocalizedText NotLetIn(FeedCredentials credentials) =>
        LocalizedText.Format(
            $"'{credentials}' was not let in (HTTP 401): the password or the user name is wrong, there is no such calendar, it is not "
                + $"shared with this guest, or the guest's account is closed or locked. The server does not tell these apart. A "
                + $"guest signs "
                + $"in with the identifier, e.g. adresse.orange.fr@monasso.org, unless the grant has a password of its own. Every wrong "
                + $"password counts towards a lock-out: find out with {nameof(FeedClient)}.{nameof(FeedClient.DiagnoseAsync)} instead of "
                + $"just trying again.",
            $"« {credentials} » n'a pas été admis (HTTP 401) : le mot de passe ou l'identifiant est faux, cet agenda n'existe pas, "
                + $"il n'est "
                + $"pas partagé avec cet invité, ou le compte de l'invité est fermé ou verrouillé. Le serveur ne fait pas la "
                + $"différence. Un "
                + $"invité se connecte avec son identifiant, par exemple adresse.orange.fr@monasso.org, sauf si le partage a son "
                + $"propre mot "
                + $"de passe. Chaque mot de passe faux rapproche d'un blocage : cherchez la cause avec "
                + $"{nameof(FeedClient)}.{nameof(FeedClient.DiagnoseAsync)} au lieu de réessayer."
        );

    public static LocalizedText NoFreeBusy(Uri address, int status, FeedCredentials? credentials)
    {
        string place = address.GetLeftPart(UriPartial.Path);
        return LocalizedText.Format(
            $"No free/busy times are reported at {place} (HTTP {status}): there is no such account, or its owner does not tell them to "
                + $"{credentials?.UserName ?? "anybody"}.",
            $"Aucune disponibilité n'est donnée à {place} (HTTP {status}) : ce compte n'existe pas, ou son propriétaire ne les communique "
                + $"pas à {credentials?.UserName ?? "tout le monde"}."
        );
    }

    public static LocalizedText NoCalendar(Uri address, int status, FeedCredentials? credentials) =>
        status switch
        {
            404 when credentials is null => LocalizedText.Format(
                $"No Zimbra calendar is at {address} (HTTP 404). Check the host and the port.",
                $"Aucun agenda Zimbra n'est à {address} (HTTP 404). Vérifiez l'hôte et le port."
            ),
            404 => LocalizedText.Format(
                $"'{credentials}' signed in, but is given no calendar at {address} (HTTP 404): no calendar has that name, it is not shared "
                    + $"with this account, or its owner's account is not active. The server does not tell these apart.",
                $"« {credentials} » s'est connecté, mais ne reçoit aucun agenda à {address} (HTTP 404) : aucun agenda ne porte ce nom, il "
                    + $"n'est pas partagé avec ce compte, ou le compte de son propriétaire n'est pas actif. Le serveur ne fait pas la "
                    + $"différence."
            ),
            501 => LocalizedText.Format(
                $"What is at {address} is no calendar, so it cannot be read as one (HTTP 501).",
                $"Ce qui se trouve à {address} n'est pas un agenda et ne peut être lu comme tel (HTTP 501)."
            ),
            _ => LocalizedText.Format(
                $"The server does not understand the address {address} (HTTP 400).",
                $"Le serveur ne comprend pas l'adresse {address} (HTTP 400)."
            ),
        };

    public static LocalizedText Redirects(Uri address, int status, LocalizedText target) =>
        LocalizedText.Format(
            $"The address {address} redirects (HTTP {status}){target}. It was not followed, since a password could travel with it. Use the "
                + $"final https address.",
            $"L'adresse {address} redirige (HTTP {status}){target}. La redirection n'a pas été suivie, car un mot de passe pourrait partir "
                + $"avec. Utilisez l'adresse https finale."
        );

    public static LocalizedText Forbidden(Uri address) =>
        LocalizedText.Format(
            $"Reading {address} was forbidden (HTTP 403) by a filter before the Zimbra server. Ask who runs it to let this "
                + $"program through.",
            $"Un filtre devant le serveur Zimbra a interdit la lecture de {address} (HTTP 403). Demandez à qui le gère de laisser "
                + $"passer ce "
                + $"programme."
        );

    public static LocalizedText NoServer(Uri address, int status) =>
        LocalizedText.Format(
            $"What answers at {address} is no Zimbra server (HTTP {status}). Check the host, the port and the proxy.",
            $"Ce qui répond à {address} n'est pas un serveur Zimbra (HTTP {status}). Vérifiez l'hôte, le port et le mandataire (proxy)."
        );

    public static LocalizedText TurnedAway(int status, bool saysHowLong) =>
        LocalizedText
            .Format(
                $"The server is turning requests away (HTTP {status}): too many requests, too many failed logins from this network "
                    + $"address, or maintenance.",
                $"Le serveur rejette les demandes pour le moment (HTTP {status}) : trop de demandes, trop de connexions refusées depuis "
                    + $"cette adresse du réseau, ou une maintenance."
            )
            .Then(
                saysHowLong
                    ? new("It says how long to wait.", "Il dit combien de temps attendre.")
                    : new("Wait before trying again.", "Attendez avant de réessayer.")
            );

    public static LocalizedText Failed(Uri address, int status) =>
        LocalizedText.Format(
            $"The server failed to answer for {address} (HTTP {status}).",
            $"Le serveur n'a pas su répondre pour {address} (HTTP {status})."
        );

    public static LocalizedText Unknown(Uri address, int status) =>
        LocalizedText.Format(
            $"{address} answered HTTP {status}, which Zimbra does not use.",
            $"{address} a répondu HTTP {status}, que Zimbra n'utilise pas."
        );
}

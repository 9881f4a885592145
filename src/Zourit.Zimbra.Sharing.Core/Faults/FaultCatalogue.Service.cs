using static Zourit.Zimbra.Sharing.ZimbraFaultCodes;

namespace Zourit.Zimbra.Sharing;

internal static partial class FaultCatalogue
{
    // service.*: the request, the login, the server.
    private static FaultAdvice? OfService(string code) =>
        code switch
        {
            Failure => Advice(
                FaultDisposition.LookFirst,
                "The server met an unexpected error; look at its log for the trace id, and check the state before repeating.",
                "Le serveur a rencontré une erreur inattendue ; cherchez l'identifiant de trace dans son journal, et vérifiez l'état "
                    + "avant de répéter."
            ),
            InvalidRequest => Advice(
                FaultDisposition.No,
                "Correct the value that the server's text names.",
                "Corrigez la valeur que nomme le texte du serveur."
            ),
            UnknownDocument => Advice(
                FaultDisposition.No,
                "The address does not know this request: admin requests need the admin address (AdminUri, port 7071 by default), the "
                    + "others the user address (ServerUri).",
                "L'adresse ne connaît pas cette requête : les requêtes d'administration ont besoin de l'adresse d'administration "
                    + "(AdminUri, port 7071 par défaut), les autres de l'adresse des utilisateurs (ServerUri)."
            ),
            ParseError => Advice(
                FaultDisposition.No,
                "Something between here and the server cuts or alters requests; look at proxies and handlers on the way.",
                "Quelque chose entre ici et le serveur coupe ou modifie les requêtes ; examinez les mandataires et les filtres en chemin."
            ),
            PermissionDenied => Advice(
                FaultDisposition.No,
                "The account in use has no right to do this, or a sharing policy of the server forbids it; CheckPolicyAsync says which.",
                "Le compte utilisé n'a pas le droit de faire cela, ou une règle de partage du serveur l'interdit ; CheckPolicyAsync dit "
                    + "laquelle."
            ),
            AuthRequired => Advice(
                FaultDisposition.SignIn,
                "The server wants a valid token; sign in again.",
                "Le serveur demande un jeton valable ; reconnectez-vous."
            ),
            AuthExpired => Advice(
                FaultDisposition.SignIn,
                "The token is no longer valid: it expired, was logged out, or the account's password or status changed; sign in again.",
                "Le jeton n'est plus valable : il a expiré, a été déconnecté, ou le mot de passe ou l'état du compte a changé ; "
                    + "reconnectez-vous."
            ),
            TemporarilyUnavailable => Advice(
                FaultDisposition.Later,
                "The server is not serving users just now; try again later.",
                "Le serveur ne sert pas d'utilisateurs en ce moment ; réessayez plus tard."
            ),
            ResourceUnreachable => Advice(
                FaultDisposition.LookThenLater,
                "Another mail host of the installation cannot be reached; look at the state, and try again later.",
                "Un autre hôte de messagerie de l'installation est injoignable ; vérifiez l'état, et réessayez plus tard."
            ),
            ProxyError => Advice(
                FaultDisposition.LookThenLater,
                "Another mail host of the installation answered with an error; look at the state, and try again later.",
                "Un autre hôte de messagerie de l'installation a répondu par une erreur ; vérifiez l'état, et réessayez plus tard."
            ),
            Interrupted => Advice(
                FaultDisposition.LookThenLater,
                "The server was interrupted; look at the state, and try again.",
                "Le serveur a été interrompu ; vérifiez l'état, et réessayez."
            ),
            WrongHost => Advice(
                FaultDisposition.No,
                "The account lives on another mail host; use that one as ServerUri.",
                "Le compte se trouve sur un autre hôte de messagerie ; indiquez celui-là comme ServerUri."
            ),
            TooManyHops => Advice(
                FaultDisposition.No,
                "Mountpoints or proxies form a loop; delete the mountpoint that leads back.",
                "Des points de montage ou des mandataires forment une boucle ; supprimez le point de montage qui ramène au départ."
            ),
            AlreadyInProgress => Advice(
                FaultDisposition.LaterByCaller,
                "The same work is under way; wait for its end.",
                "Le même travail est en cours ; attendez sa fin."
            ),
            NotInProgress => Advice(FaultDisposition.Done, "Nothing of the kind is under way.", "Rien de tel n'est en cours."),
            Unsupported => Advice(FaultDisposition.No, "This server does not have the feature.", "Ce serveur n'a pas cette fonction."),
            Forbidden => Advice(
                FaultDisposition.No,
                "Ask the server's administrator why it is forbidden.",
                "Demandez à l'administrateur du serveur pourquoi c'est interdit."
            ),
            NotFound => Advice(
                FaultDisposition.No,
                "Check the name or id that was asked for.",
                "Vérifiez le nom ou l'identifiant demandé."
            ),
            LicenseError => Advice(
                FaultDisposition.No,
                "The server's licence does not allow it.",
                "La licence du serveur ne le permet pas."
            ),
            _ => null,
        };
}

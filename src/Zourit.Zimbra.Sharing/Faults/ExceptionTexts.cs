using System.Net;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing;

/// <summary>
/// What each kind of exception means, in French: the details of its English message are for whoever runs the program, these sentences for
/// whoever uses it.
/// </summary>
internal static class ExceptionTexts
{
    public static LocalizedText Of(string message, string french) =>
        new LocalizedText(message.Length > 0 ? message : "?").With(Language.French, FrenchTypography.Set(french));

    public static string Fault(ZimbraFault fault, string? operation)
    {
        string refused = $"Le serveur a refusé la demande{(operation is null ? "" : $" {operation}")} ({fault.Code}).";
        return ZimbraFaultCodes.RemedyFor(fault.Code) is { } remedy ? $"{refused} {remedy.InLanguage(Language.French)}" : refused;
    }

    public static string Login(AuthenticationFailure failure) =>
        failure switch
        {
            AuthenticationFailure.Rejected =>
                "Le serveur n'a pas laissé entrer ce compte : le nom ou le mot de passe est faux, ou le compte "
                    + "est verrouillé, fermé ou bloqué. Vérifiez-les avant de réessayer : chaque connexion refusée rapproche d'un blocage.",
            AuthenticationFailure.PasswordMustChange => "Le mot de passe de ce compte doit d'abord être changé, dans le client web.",
            AuthenticationFailure.TwoFactorRequired => "Ce compte se connecte à deux facteurs : son mot de passe seul ne suffit pas.",
            AuthenticationFailure.Maintenance => "Ce compte ou son domaine est en maintenance. Réessayez plus tard.",
            AuthenticationFailure.TokenRejected => "Le serveur n'accepte plus la connexion en cours. Reconnectez-vous.",
            AuthenticationFailure.AdministratorRequired => "Cette demande exige les identifiants d'un administrateur.",
            AuthenticationFailure.CredentialsRequired => "Cette demande exige les identifiants d'un compte.",
            _ => "Le serveur n'a laissé entrer personne.",
        };

    public static string Connection(bool isTransient) =>
        isTransient
            ? "Le serveur n'a pas répondu, ou a rejeté la demande pour le moment ; rien n'a été changé. Réessayez plus tard."
            : "Le serveur n'a pas pu être joint à cette adresse ; rien n'a été changé. Vérifiez l'adresse, le certificat et le mandataire.";

    public static string ShareNotFound =>
        "Ce partage n'existe pas sur cet agenda : il n'a pas été fait, a été révoqué, a expiré, ou vient d'un dossier parent. Rien n'a été "
        + "changé.";

    public static string Conflict =>
        "Quelqu'un d'autre a changé les partages de cet agenda au même moment, ou un autre partage s'y oppose ; cet appel n'a rien changé. "
        + "Refaites la demande.";

    public static string OutcomeUnknown =>
        "La réponse du serveur s'est perdue : on ne sait pas si la demande a été exécutée. Vérifiez l'état sur le serveur, ou refaites la "
        + "même demande, qui ne fait rien deux fois.";

    public static string Protocol =>
        "La réponse n'est pas celle d'un serveur Zimbra, ou elle est abîmée ou trop longue ; rien n'a été changé. Vérifiez l'adresse.";

    public static string Feed(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.NotFound =>
                "Aucun agenda n'est donné à cette adresse : aucun ne porte ce nom, il n'est pas partagé avec ce compte, "
                    + "ou le compte du propriétaire n'est pas actif.",
            HttpStatusCode.NotImplemented => "Ce qui se trouve à cette adresse n'est pas un agenda.",
            _ => "Le serveur ne comprend pas cette adresse d'agenda.",
        };

    public static string Invitation(InvitationFailure failure) =>
        failure switch
        {
            InvitationFailure.LinkExpired =>
                "Le lien personnel a expiré. Demandez au propriétaire de l'agenda d'envoyer une nouvelle invitation.",
            InvitationFailure.LinkRejected =>
                "Le serveur ne reconnaît pas ce lien personnel. Reprenez-le en entier dans le mail d'invitation.",
            InvitationFailure.NothingShared =>
                "Rien n'est partagé avec cette adresse, ou pas encore. Réessayez dans un moment, ou demandez au "
                    + "propriétaire de partager de nouveau son agenda.",
            InvitationFailure.PasswordRefused => "Le serveur n'accepte pas ce mot de passe : il ne respecte pas ses règles.",
            _ => "La page d'inscription n'a pas accepté l'invitation.",
        };

    public static string Collision =>
        "Un autre compte occupe la place de celui de cet invité ; rien n'y a été changé. Partagez avec une autre adresse de l'invité, ou "
        + "donnez au partage son propre mot de passe.";
}

namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>The words of share mails in one language.</summary>
internal sealed record ShareWords(
    string Created,
    string Modified,
    string Revoked,
    string Expired,
    string SubjectBy,
    string SharedHeadline,
    string ModifiedHeadline,
    string RevokedHeadline,
    string ExpiredHeadline,
    string Item,
    string Owner,
    string Grantee,
    string Role,
    string Actions,
    string ModifiedMark,
    string AcceptText,
    string LoginText,
    string AcceptHtml,
    string LoginHtml,
    IReadOnlyDictionary<string, string> Kinds,
    IReadOnlyDictionary<string, string> Names
)
{
    public static readonly ShareWords English = new(
        "Share Created",
        "Share Modified",
        "Share Revoked",
        "Share Expired",
        "shared by",
        "{0} has shared \"{1}\" with {2}",
        "The following share has been modified: {0}",
        "The following share has been revoked: {0}",
        "The following share has expired: {0}",
        "Shared item:",
        "Owner:",
        "Grantee:",
        "Role:",
        "Allowed actions:",
        "[MODIFIED]",
        "Click here to accept share: {0}. You will be sent to a sign in page where you create your display name and password to access "
            + "this shared item.",
        "If you have already accepted the share, click here to login into your account: {0}",
        "Click <a href=\"{0}\">here</a> to accept share. You will be sent to a sign in page where you create your display name and "
            + "password to access this shared item.",
        "If you have already accepted the share, click <a href=\"{0}\">here</a> to login into your account.",
        new Dictionary<string, string>
        {
            ["appointment"] = "Calendar Folder",
            ["task"] = "Task Folder",
            ["contact"] = "Contact Folder",
            ["document"] = "Briefcase Folder",
            ["message"] = "Mail Folder",
        },
        new Dictionary<string, string>
        {
            ["viewer"] = "Viewer",
            ["manager"] = "Manager",
            ["admin"] = "Admin",
            ["none"] = "None",
            ["custom"] = "Custom",
            ["r"] = "View",
            ["w"] = "Edit",
            ["i"] = "Add",
            ["d"] = "Remove",
            ["a"] = "Administer",
            ["Calendar"] = "Calendar",
        }
    );

    public static readonly ShareWords French = new(
        "Partage créé",
        "Partage modifié",
        "Partage retiré",
        "Partage expiré",
        "partagé par",
        "{0} a partagé « {1} » avec {2}",
        "Le partage suivant a été modifié : {0}",
        "Le partage suivant a été retiré : {0}",
        "Le partage suivant a expiré : {0}",
        "Élément partagé :",
        "Propriétaire :",
        "Bénéficiaire :",
        "Rôle :",
        "Actions autorisées :",
        "[MODIFIÉ]",
        "Cliquez ici pour accepter le partage : {0}. Vous serez dirigé vers une page où vous choisirez votre nom d'affichage et votre mot "
            + "de passe.",
        "Si vous avez déjà accepté le partage, cliquez ici pour vous connecter à votre compte : {0}",
        "Cliquez <a href=\"{0}\">ici</a> pour accepter le partage. Vous serez dirigé vers une page où vous choisirez votre nom "
            + "d'affichage et votre mot de passe.",
        "Si vous avez déjà accepté le partage, cliquez <a href=\"{0}\">ici</a> pour vous connecter à votre compte.",
        new Dictionary<string, string>
        {
            ["appointment"] = "Dossier de calendrier",
            ["task"] = "Dossier de tâches",
            ["contact"] = "Dossier de contacts",
            ["document"] = "Dossier de porte-documents",
            ["message"] = "Dossier de courrier",
        },
        new Dictionary<string, string>
        {
            ["viewer"] = "Lecteur",
            ["manager"] = "Gestionnaire",
            ["admin"] = "Administrateur",
            ["none"] = "Aucun",
            ["custom"] = "Personnalisé",
            ["r"] = "Voir",
            ["w"] = "Modifier",
            ["i"] = "Ajouter",
            ["d"] = "Supprimer",
            ["a"] = "Administrer",
            ["Calendar"] = "Calendrier",
        }
    );
}

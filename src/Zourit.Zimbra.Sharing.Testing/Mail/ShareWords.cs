namespace Zourit.Zimbra.Sharing.Testing.Mail;

/// <summary>The words of share mails in one language.</summary>
internal sealed record ShareWords
{
    public static readonly ShareWords English = new()
    {
        Created = "Share Created",
        Modified = "Share Modified",
        Revoked = "Share Revoked",
        Expired = "Share Expired",
        SubjectBy = "shared by",
        SharedHeadline = "{0} has shared \"{1}\" with {2}",
        ModifiedHeadline = "The following share has been modified: {0}",
        RevokedHeadline = "The following share has been revoked: {0}",
        ExpiredHeadline = "The following share has expired: {0}",
        Item = "Shared item:",
        Owner = "Owner:",
        Grantee = "Grantee:",
        Role = "Role:",
        Actions = "Allowed actions:",
        ModifiedMark = "[MODIFIED]",
        AcceptText =
            "Click here to accept share: {0}. You will be sent to a sign in page where you create your display name and password to "
            + "access this shared item.",
        LoginText = "If you have already accepted the share, click here to login into your account: {0}",
        AcceptHtml =
            "Click <a href=\"{0}\">here</a> to accept share. You will be sent to a sign in page where you create your display name and "
            + "password to access this shared item.",
        LoginHtml = "If you have already accepted the share, click <a href=\"{0}\">here</a> to login into your account.",
        Kinds = new Dictionary<string, string>
        {
            ["appointment"] = "Calendar Folder",
            ["task"] = "Task Folder",
            ["contact"] = "Contact Folder",
            ["document"] = "Briefcase Folder",
            ["message"] = "Mail Folder",
        },
        Names = new Dictionary<string, string>
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
        },
    };

    public static readonly ShareWords French = new()
    {
        Created = "Partage créé",
        Modified = "Partage modifié",
        Revoked = "Partage retiré",
        Expired = "Partage expiré",
        SubjectBy = "partagé par",
        SharedHeadline = "{0} a partagé « {1} » avec {2}",
        ModifiedHeadline = "Le partage suivant a été modifié : {0}",
        RevokedHeadline = "Le partage suivant a été retiré : {0}",
        ExpiredHeadline = "Le partage suivant a expiré : {0}",
        Item = "Élément partagé :",
        Owner = "Propriétaire :",
        Grantee = "Bénéficiaire :",
        Role = "Rôle :",
        Actions = "Actions autorisées :",
        ModifiedMark = "[MODIFIÉ]",
        AcceptText =
            "Cliquez ici pour accepter le partage : {0}. Vous serez dirigé vers une page où vous choisirez votre nom d'affichage et votre "
            + "mot de passe.",
        LoginText = "Si vous avez déjà accepté le partage, cliquez ici pour vous connecter à votre compte : {0}",
        AcceptHtml =
            "Cliquez <a href=\"{0}\">ici</a> pour accepter le partage. Vous serez dirigé vers une page où vous choisirez votre nom "
            + "d'affichage et votre mot de passe.",
        LoginHtml = "Si vous avez déjà accepté le partage, cliquez <a href=\"{0}\">ici</a> pour vous connecter à votre compte.",
        Kinds = new Dictionary<string, string>
        {
            ["appointment"] = "Dossier de calendrier",
            ["task"] = "Dossier de tâches",
            ["contact"] = "Dossier de contacts",
            ["document"] = "Dossier de porte-documents",
            ["message"] = "Dossier de courrier",
        },
        Names = new Dictionary<string, string>
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
        },
    };

    public required string Created { get; init; }

    public required string Modified { get; init; }

    public required string Revoked { get; init; }

    public required string Expired { get; init; }

    public required string SubjectBy { get; init; }

    public required string SharedHeadline { get; init; }

    public required string ModifiedHeadline { get; init; }

    public required string RevokedHeadline { get; init; }

    public required string ExpiredHeadline { get; init; }

    public required string Item { get; init; }

    public required string Owner { get; init; }

    public required string Grantee { get; init; }

    public required string Role { get; init; }

    public required string Actions { get; init; }

    public required string ModifiedMark { get; init; }

    public required string AcceptText { get; init; }

    public required string LoginText { get; init; }

    public required string AcceptHtml { get; init; }

    public required string LoginHtml { get; init; }

    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    public required IReadOnlyDictionary<string, string> Names { get; init; }
}

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>The steps in French for who may also write, by CalDAV. Programs that are not here only read.</summary>
internal static class FrenchWriting
{
    public static IReadOnlyDictionary<string, Advice> All =>
        new Dictionary<string, Advice>
        {
            ["thunderbird"] = new()
            {
                Steps =
                [
                    "Ouvrez l’agenda et choisissez [Ajouter un agenda…] sous la liste des agendas (avant la version 152 : [Nouvel "
                        + "agenda…]).",
                    "Choisissez [Sur le réseau], puis [Suivant].",
                    "Dans [Nom d’utilisateur :], saisissez {user} ; dans [Adresse :], collez {server}",
                    "Choisissez [Rechercher des agendas], saisissez votre mot de passe et laissez Thunderbird le retenir.",
                    "Laissez [CalDAV] comme [Type d’agenda :], cochez cet agenda, décochez le vôtre et choisissez [S’abonner].",
                ],
                Notes =
                [
                    "Si un mot de passe faux a été retenu, supprimez-le dans [Paramètres], [Vie privée et sécurité], [Mots de passe "
                        + "enregistrés…].",
                ],
            },
            ["iphone"] = new()
            {
                Steps =
                [
                    "Ouvrez [Réglages], [Apps], [Calendrier], [Comptes] (avant iOS 18 : [Réglages], [Calendrier], [Comptes]).",
                    "Touchez [Ajouter un compte], [Autre], [Ajouter un compte CalDAV].",
                    "Dans [Serveur], collez {server} ; saisissez {user} dans [Nom d’utilisateur], puis votre mot de passe, et touchez "
                        + "[Suivant].",
                    "Désactivez [Rappels] et touchez [Enregistrer].",
                ],
                Notes =
                [
                    "Plus court avec le profil joint à ce guide : ouvrez-le sur l’appareil, puis touchez [Profil téléchargé] dans "
                        + "[Réglages] et installez-le. Il ne contient aucun mot de passe : saisissez-le quand l’appareil le demande.",
                ],
            },
            ["mac"] = new()
            {
                Steps =
                [
                    "Dans Calendrier, choisissez [Calendrier], [Ajouter un compte…], [Autre compte CalDAV…].",
                    "Comme [Type de compte], choisissez [Manuel] ; saisissez {user} et votre mot de passe ; dans [Adresse du serveur], "
                        + "collez {server}",
                ],
                Notes = ["Le profil pour iPhone et iPad fonctionne aussi sur un Mac."],
                OffersProfile = false,
            },
            ["evolution"] = new()
            {
                Steps =
                [
                    "Dans Evolution, choisissez [Fichier], [Nouveau], [Agenda] et, comme [Type], [CalDAV].",
                    "Dans [URL], collez {server} ; saisissez {user} dans [Utilisateur].",
                    "Choisissez [Rechercher les agendas], saisissez votre mot de passe, choisissez cet agenda et validez.",
                ],
                Notes = ["L’application Agenda de GNOME l’affiche alors aussi, car les deux utilisent la même liste."],
            },
            ["android"] = new()
            {
                Steps =
                [
                    "Installez DAVx⁵ (F-Droid ou Google Play), ouvrez-le et touchez [+].",
                    "Choisissez [Connexion avec une URL et un nom d’utilisateur] : dans [URL de base], collez {server} ; saisissez "
                        + "{user} dans [Nom d’utilisateur], puis votre mot de passe, et touchez [Se connecter].",
                    "Sous [Agendas] (ou [CalDAV]), cochez cet agenda et laissez le vôtre décoché.",
                ],
                Notes =
                [
                    "Les événements s’affichent dans l’application d’agenda du téléphone, Google Agenda compris. ICSx⁵, des mêmes "
                        + "auteurs, ne sait que lire.",
                ],
            },
            ["nextcloud"] = new()
            {
                Impossible = true,
                Intro =
                [
                    "L’application Agenda de Nextcloud n’affiche pas les agendas CalDAV d’autres serveurs, et n’a pas de champ pour un "
                        + "mot de passe. Utilisez un des logiciels ci-dessus.",
                ],
            },
            ["google"] = new()
            {
                Impossible = true,
                Intro =
                [
                    "Google Agenda ne sait pas se connecter. Sur un téléphone Android, utilisez DAVx⁵ (ci-dessus) : les "
                        + "événements s’affichent "
                        + "alors aussi dans son application Google Agenda. Sur ordinateur, utilisez Thunderbird.",
                ],
            },
            ["outlook"] = new()
            {
                Impossible = true,
                Intro =
                [
                    "Outlook sur le web ne sait pas se connecter. Sur ordinateur, utilisez Thunderbird ; sur téléphone, DAVx⁵ ou "
                        + "Calendrier "
                        + "Apple.",
                ],
            },
        };
}

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>The steps for each program in French, in the words of its French menus.</summary>
internal static class FrenchPrograms
{
    private const string NoImport =
        "Importer une fois un fichier n’est pas une solution : c’est une copie, qui ne suit pas les changements.";

    private const string OwnerDecides =
        "Seul un agenda public pourrait y être lu. La décision revient à son propriétaire ({owner}), "
        + "car tout le monde pourrait alors le lire.";

    private const string AndroidNote =
        "Les événements s’affichent dans l’application d’agenda de votre téléphone, quelle qu’elle "
        + "soit. DAVx⁵, des mêmes auteurs, n’ouvre pas les adresses .ics.";

    public static IReadOnlyList<ProgramPhrases> All =>
        [
            new(
                "thunderbird",
                "Thunderbird (Windows, macOS, Linux)",
                new Advice
                {
                    Steps =
                    [
                        "Ouvrez l’agenda et choisissez [Ajouter un agenda…] sous la liste des agendas (avant la version 152 : "
                            + "[Nouvel agenda…]).",
                        "Choisissez [Sur le réseau], puis [Suivant].",
                        "Dans [Nom d’utilisateur], saisissez {user} ; dans [Adresse], collez {address}.",
                        "Choisissez [Rechercher des agendas], saisissez votre mot de passe et laissez Thunderbird le retenir.",
                        "Si un [Type d’agenda :] est demandé, choisissez [iCalendar (ICS)]. Ne cochez que cet agenda, puis [S’abonner].",
                    ],
                    Notes =
                    [
                        "Si un mot de passe faux a été retenu, supprimez-le dans [Paramètres], [Vie privée et sécurité], [Mots de passe "
                            + "enregistrés…].",
                    ],
                },
                new Advice
                {
                    Steps =
                    [
                        "Ouvrez l’agenda et choisissez [Ajouter un agenda…] sous la liste des agendas (avant la version 152 : "
                            + "[Nouvel agenda…]).",
                        "Choisissez [Sur le réseau], puis [Suivant].",
                        "Laissez [Nom d’utilisateur] vide, collez {address} dans [Adresse] et cochez [Cette adresse ne demande pas "
                            + "d’identifiants de connexion].",
                        "Choisissez [Rechercher des agendas], cochez l’agenda et choisissez [S’abonner].",
                    ],
                }
            ),
            new(
                "iphone",
                "Calendrier Apple sur iPhone et iPad",
                new Advice
                {
                    Steps =
                    [
                        "Ouvrez [Réglages], [Apps], [Calendrier], [Comptes] (avant iOS 18 : [Réglages], [Calendrier], [Comptes]).",
                        "Touchez [Ajouter un compte], [Autre], [Ajouter un cal. avec abonnement].",
                        "Dans [Serveur], collez {address} et touchez [Suivant].",
                        "Saisissez {user} dans [Nom d’utilisateur], puis votre mot de passe, et touchez [Enregistrer].",
                    ],
                    Notes =
                    [
                        "Plus court avec le profil joint à ce guide : ouvrez-le sur l’appareil, puis touchez [Profil téléchargé] dans "
                            + "[Réglages] et installez-le. L’appareil indique qu’il n’est "
                            + "« pas signé » ; il contient l’adresse et votre identifiant, aucun mot de passe. Saisissez le mot de passe "
                            + "quand l’appareil le demande.",
                    ],
                },
                new Advice
                {
                    Steps =
                    [
                        "Ouvrez [Réglages], [Apps], [Calendrier], [Comptes] (avant iOS 18 : [Réglages], [Calendrier], [Comptes]).",
                        "Touchez [Ajouter un compte], [Autre], [Ajouter un cal. avec abonnement].",
                        "Dans [Serveur], collez {address}, touchez [Suivant], puis [Enregistrer].",
                    ],
                    Notes =
                    [
                        "Plus court avec le profil joint à ce guide : ouvrez-le sur l’appareil, puis touchez [Profil téléchargé] dans "
                            + "[Réglages] et installez-le. L’appareil indique qu’il n’est "
                            + "« pas signé ».",
                    ],
                }
            )
            {
                OffersProfile = true,
            },
            new(
                "mac",
                "Calendrier Apple sur Mac",
                new Advice
                {
                    Steps =
                    [
                        "Dans Calendrier, choisissez [Fichier], [Nouvel abonnement à un calendrier…].",
                        "Collez {address} et cliquez sur [S’abonner].",
                        "Saisissez {user} et votre mot de passe, et laissez le Mac les retenir.",
                        "Choisissez la fréquence d’[Actualisation automatique] et cliquez sur [OK].",
                    ],
                    Notes = ["Le profil pour iPhone et iPad ne s’installe pas sur un Mac."],
                },
                new Advice
                {
                    Steps =
                    [
                        "Dans Calendrier, choisissez [Fichier], [Nouvel abonnement à un calendrier…].",
                        "Collez {address} et cliquez sur [S’abonner].",
                        "Choisissez la fréquence d’[Actualisation automatique] et cliquez sur [OK].",
                    ],
                }
            ),
            new(
                "evolution",
                "GNOME : Evolution et Agenda (Linux)",
                new Advice
                {
                    Steps =
                    [
                        "Dans Evolution, choisissez [Fichier], [Nouveau], [Agenda].",
                        "Comme [Type], choisissez [Sur le Web] ; dans [URL], collez {address}, puis saisissez {user} dans [Utilisateur].",
                        "Validez et saisissez votre mot de passe.",
                    ],
                    Notes = ["L’application Agenda de GNOME l’affiche alors aussi, car les deux utilisent la même liste."],
                },
                new Advice
                {
                    Steps =
                    [
                        "Dans Evolution, choisissez [Fichier], [Nouveau], [Agenda].",
                        "Comme [Type], choisissez [Sur le Web] ; dans [URL], collez {address}, puis laissez [Utilisateur] vide et validez.",
                    ],
                    Notes = ["L’application Agenda de GNOME l’affiche alors aussi, car les deux utilisent la même liste."],
                }
            ),
            new(
                "android",
                "Android : ICSx⁵ et DAVx⁵",
                new Advice
                {
                    Steps =
                    [
                        "Installez ICSx⁵ (F-Droid ou Google Play), ouvrez-le et touchez [+].",
                        "Collez {address}, activez l’authentification, saisissez {user} et votre mot de passe.",
                        "Continuez, choisissez un titre et une couleur, puis enregistrez.",
                    ],
                    Notes = [AndroidNote],
                },
                new Advice
                {
                    Steps =
                    [
                        "Installez ICSx⁵ (F-Droid ou Google Play), ouvrez-le et touchez [+].",
                        "Collez {address}, continuez sans authentification, choisissez un titre et une couleur, puis enregistrez.",
                    ],
                    Notes = [AndroidNote],
                }
            )
            {
                Also = new Dictionary<SubscriberKind, string>
                {
                    [SubscriberKind.Guest] =
                        "DAVx⁵ convient aussi, une fois votre lien personnel ouvert : connectez-vous à l’adresse {server} avec le même "
                        + "identifiant et le même mot de passe.",
                    [SubscriberKind.GuestWithGrantPassword] =
                        "DAVx⁵ ne peut pas vous connecter non plus : le CalDAV du serveur refuse les "
                        + "mots de passe propres à un seul agenda.",
                    [SubscriberKind.User] = "DAVx⁵ convient aussi, une fois le partage accepté : connectez-vous à l’adresse {server}.",
                },
            },
            new(
                "nextcloud",
                "Nextcloud",
                new Advice
                {
                    Impossible = true,
                    Intro =
                    [
                        "L’application Agenda de Nextcloud n’a pas de champ pour un identifiant et un mot de passe : elle ne peut pas "
                            + "lire cet agenda. Utilisez un des logiciels ci-dessus.",
                    ],
                    Notes = ["N’écrivez pas le mot de passe dans l’adresse : Nextcloud le conserverait en clair. " + OwnerDecides],
                },
                new Advice
                {
                    Steps =
                    [
                        "Dans l’application Agenda, choisissez [Nouvel agenda], puis le nouvel abonnement par lien (lecture seule).",
                        "Collez {address} et validez.",
                    ],
                    Notes = ["Sauf réglage contraire de l’administrateur, Nextcloud ne relit les abonnements qu’une fois par semaine."],
                }
            ),
            new(
                "google",
                "Google Agenda",
                new Advice
                {
                    Impossible = true,
                    Intro =
                    [
                        "Google Agenda ne sait pas se connecter : [À partir de l’URL] n’accepte ni identifiant ni mot de passe. Sur un "
                            + "téléphone Android, utilisez ICSx⁵ (ci-dessus) : les événements "
                            + "s’affichent alors aussi dans l’application Google Agenda de ce téléphone. Sur ordinateur, utilisez "
                            + "Thunderbird.",
                    ],
                    Notes = [NoImport, OwnerDecides],
                },
                new Advice
                {
                    Steps =
                    [
                        "Sur un ordinateur, ouvrez calendar.google.com ; à côté de [Autres agendas], cliquez sur [+], puis sur [À partir "
                            + "de "
                            + "l’URL].",
                        "Collez {address} et cliquez sur [Ajouter un agenda].",
                    ],
                    Notes = ["Google relit l’adresse quand il le veut : un changement peut mettre une journée à arriver."],
                }
            ),
            new(
                "outlook",
                "Outlook sur le web (outlook.com, Microsoft 365)",
                new Advice
                {
                    Impossible = true,
                    Intro =
                    [
                        "Outlook sur le web ne sait pas se connecter : [S’abonner à partir du web] n’accepte ni identifiant ni mot de "
                            + "passe. "
                            + "Sur ordinateur, utilisez Thunderbird ; "
                            + "sur téléphone, ICSx⁵ ou Calendrier Apple.",
                    ],
                    Notes = [NoImport, OwnerDecides],
                },
                new Advice
                {
                    Steps =
                    [
                        "Dans Calendrier, choisissez [Ajouter un calendrier], puis [S’abonner à partir du web].",
                        "Collez {address}, donnez un nom à l’agenda et choisissez [Importer].",
                    ],
                    Notes = ["Outlook relit l’adresse quand il le veut : un changement peut mettre une journée à arriver."],
                }
            ),
        ];
}

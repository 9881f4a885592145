using System.Globalization;

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>
/// The guide in French, in the polite form. Programs that say <c>agenda</c> in French are quoted so; elsewhere it is <c>calendrier</c>,
/// Zimbra's word.
/// </summary>
internal static class French
{
    private static readonly string[] Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    public static Phrases Phrases =>
        new()
        {
            Language = "fr",
            Title = "Le calendrier « {calendar} » dans votre logiciel",
            FactsHeading = "Ce qu’il vous faut",
            AddressLabel = "Adresse du calendrier",
            UserLabel = "Identifiant",
            OwnAccount = "le nom de votre compte",
            PasswordLabel = "Mot de passe",
            EndsLabel = "Fin du partage",
            ContactLabel = "Aide",
            WarningLabel = "À savoir avant de commencer",
            PasswordInClear =
                "L’adresse n’est pas chiffrée (http au lieu de https). Votre mot de passe circulerait en clair : d’autres "
                + "pourraient le lire en chemin. Demandez une adresse "
                + "en https avant de le saisir où que ce soit. Contact : {contact}.",
            ReadingInClear =
                "L’adresse n’est pas chiffrée (http au lieu de https). Ce que vous lisez circule en clair : d’autres pourraient "
                + "le voir ou le modifier en chemin.",
            UseEncrypted =
                "Le serveur annonce {announced}. Utilisez plutôt l’adresse en https de ce guide : en http, tout circulerait en "
                + "clair, mots de passe compris.",
            Public =
                "Ce calendrier est public. Toute personne qui trouve l’adresse peut le lire, y compris les noms et adresses mail des "
                + "personnes invitées aux événements.",
            AnyPassword =
                "Si un logiciel demande un identifiant et un mot de passe, laissez les deux vides. Pour un calendrier public, le "
                + "serveur accepte n’importe quel mot de passe : "
                + "être admis ne prouve rien.",
            Subscribers = FrenchSubscribers.All,
            OpenLink = "Ouvrez votre lien personnel : {link}",
            OpenMail =
                "Ouvrez le lien personnel qui se trouve dans le mail que le serveur vous a envoyé pour ce partage (son objet commence "
                + "par « Partage créé » ou « Share Created »).",
            LinkEnds = "Votre lien personnel est valable jusqu’au {linkends}.",
            ProgramsHeading = "Choisissez votre logiciel",
            ProgramsIntro = "Un seul suffit.",
            Programs = FrenchPrograms.All,
            CannotMark = "connexion impossible",
            KnowHeading = "Bon à savoir",
            Know =
            [
                "Un abonnement sert à lire : ce que vous modifiez dans votre logiciel ne revient pas dans le calendrier.",
                "Les nouveautés arrivent à la prochaine mise à jour de votre logiciel : de quelques minutes à une journée.",
                "Les événements privés apparaissent comme des plages occupées, sans titre ni lieu, sauf si vous avez le droit de les voir.",
            ],
            KnowEnds = "Le partage prend fin le {ends}. Ensuite, votre logiciel signalera une erreur : supprimez-y le calendrier.",
            TroubleHeading = "Si cela ne marche pas",
            Trouble =
            [
                "Le serveur donne la même réponse (« 401 », reconnectez-vous) pour un identifiant faux, un mot de passe faux, un partage "
                    + "terminé ou un calendrier disparu. "
                    + "Vérifiez l’adresse jusqu’à la fin, .ics, puis l’identifiant lettre par lettre, puis le mot de passe.",
                "N’insistez pas : après plusieurs mots de passe faux, le serveur peut refuser même le bon pendant une heure. Effacez aussi "
                    + "les mots de passe faux que votre logiciel a retenus.",
                "Si vous êtes admis et que le calendrier reste vide, le partage a peut-être été désactivé sur le serveur.",
                "Demandez de l’aide en précisant votre logiciel et ce qu’il affiche. Contact : {contact}.",
            ],
            PublicTrouble =
            [
                "Vérifiez l’adresse jusqu’à la fin, .ics. Si le serveur vous demande de vous connecter, le calendrier n’est plus public "
                    + "ou a "
                    + "changé de nom.",
                "Demandez de l’aide en précisant votre logiciel et ce qu’il affiche. Contact : {contact}.",
            ],
            QrCaption = "Scannez ce code avec votre téléphone pour y avoir l’adresse.",
            QrAlternative = "Code QR de l’adresse du calendrier",
            ProfileLabel = "Profil pour iPhone et iPad (.mobileconfig)",
            ProfileDescription = "Abonnement au calendrier « {calendar} » ({owner}). Ne contient aucun mot de passe.",
            Day = day =>
                string.Create(CultureInfo.InvariantCulture, $"{(day.Day == 1 ? "1er" : day.Day)} {Months[day.Month - 1]} {day.Year}"),
            Typography = Blanks,
        };

    // The blank before high punctuation and inside guillemets must not break a line.
    private static string Blanks(string text) =>
        text.Replace(" :", "\u00A0:", StringComparison.Ordinal)
            .Replace(" ;", "\u00A0;", StringComparison.Ordinal)
            .Replace(" ?", "\u00A0?", StringComparison.Ordinal)
            .Replace(" !", "\u00A0!", StringComparison.Ordinal)
            .Replace("« ", "«\u00A0", StringComparison.Ordinal)
            .Replace(" »", "\u00A0»", StringComparison.Ordinal);
}

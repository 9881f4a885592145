using System.Globalization;

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>
/// The guide in French, in the polite form. It says <c>agenda</c> and <c>courriel</c>, as the library's other texts do; <c>calendrier</c>
/// only where a program's screen says so.
/// </summary>
internal static class French
{
    private const string OneLogin =
        "Un logiciel retient un seul identifiant par serveur : un agenda du même serveur sous un autre identifiant reste vide.";

    private const string NotAccepted =
        "« Les identifiants de connexion saisis n’ont pas été acceptés » (ou le mot de passe est redemandé) : l’identifiant ou le mot de "
        + "passe est faux ; votre propre adresse de courriel à la place de l’identifiant est fausse aussi.";

    private const string Stop =
        "Arrêtez-vous après le deuxième mot de passe faux : Thunderbird envoie chacun quatre fois, et après une dizaine le serveur refuse "
        + "même le bon pendant une heure. Effacez les mots de passe faux que votre logiciel a retenus.";

    private const string Empty = "Si vous êtes admis et que l’agenda reste vide, le partage a peut-être été désactivé sur le serveur.";

    private const string Ask = "Demandez de l’aide en précisant votre logiciel et ce qu’il affiche. Contact : {contact}.";

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
            Title = "L’agenda « {calendar} » dans votre logiciel",
            FactsHeading = "Ce qu’il vous faut",
            AddressLabel = "Adresse de l’agenda",
            ServerLabel = "Serveur pour les logiciels d’agenda (CalDAV)",
            ReadingLabel = "Adresse pour la lecture seule",
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
                "Cet agenda est public. Toute personne qui trouve l’adresse peut le lire, y compris les noms et adresses de courriel des "
                + "personnes invitées aux événements.",
            AnyPassword =
                "Si un logiciel demande un identifiant et un mot de passe, laissez les deux vides. Pour un agenda public, le "
                + "serveur accepte n’importe quel mot de passe : "
                + "être admis ne prouve rien.",
            CanDelete =
                "Ne choisissez jamais « Supprimer » pour cet agenda dans votre logiciel, et ne le renommez pas : avec vos droits, c’est "
                + "l’agenda de {owner} lui-même qui serait supprimé ou renommé, pour tout le monde et définitivement. Pour ne plus le "
                + "voir, choisissez [Se désabonner] ou retirez le compte.",
            CanRename =
                "Ne renommez pas cet agenda dans votre logiciel : avec vos droits, c’est l’agenda de {owner} lui-même qui "
                + "serait renommé, et plus personne ne le trouverait.",
            Subscribers = FrenchSubscribers.All,
            OpenLink = "Ouvrez votre lien personnel : {link}",
            OpenMail =
                "Ouvrez le lien personnel qui se trouve dans le courriel que le serveur vous a envoyé pour ce partage (son objet commence "
                + "par « Partage créé » ou « Share Created »).",
            LinkEnds = "Votre lien personnel est valable jusqu’au {linkends}.",
            ProgramsHeading = "Choisissez votre logiciel",
            ProgramsIntro = "Un seul suffit.",
            Programs = FrenchPrograms.All,
            Writing = FrenchWriting.All,
            CannotMark = "connexion impossible",
            KnowHeading = "Bon à savoir",
            Know =
            [
                "Un abonnement sert à lire : ce que vous modifiez dans votre logiciel ne revient pas dans l’agenda.",
                "Les nouveautés arrivent à la prochaine mise à jour de votre logiciel : de quelques minutes à une journée.",
                "Les événements privés apparaissent comme des plages occupées, sans titre ni lieu, sauf si vous avez le droit de les voir.",
                "Les rappels de {owner} arrivent avec les événements. S’ils vous gênent, désactivez-les pour cet agenda dans votre "
                    + "logiciel.",
                OneLogin,
            ],
            KnowWriting =
            [
                "Ce que vous ajoutez ou modifiez change pour tous ceux qui ont cet agenda, {owner} compris.",
                "Votre logiciel trouve aussi un agenda vide à vous, nommé « Calendar » : décochez-le, rien ne peut y être enregistré.",
                "Les événements privés apparaissent comme des plages occupées, et vous ne pouvez pas en enregistrer ici, sauf si vous en "
                    + "avez le droit.",
                OneLogin,
            ],
            CannotDelete = "Vous ne pouvez pas supprimer d’événement : votre logiciel le remet, ou signale une erreur.",
            KnowEnds =
                "Le partage prend fin le {ends}. Ensuite, votre logiciel peut continuer d’afficher les anciens événements sans le "
                + "signaler : supprimez-y l’agenda.",
            TroubleHeading = "Si cela ne marche pas",
            Trouble =
            [
                NotAccepted + " Il en va de même quand le partage est terminé.",
                "« Aucun agenda à cette adresse » : l’adresse est fausse. Vérifiez-la jusqu’à la fin, .ics.",
                Stop,
                Empty,
                Ask,
            ],
            WritingTrouble =
            [
                NotAccepted,
                "« Aucun agenda à cette adresse » : l’adresse est fausse, ou vous n’avez pas encore ouvert votre lien personnel.",
                Stop,
                "Si un événement ne s’enregistre pas, vous avez peut-être choisi votre propre agenda, ou vos droits ne suffisent pas.",
                Ask,
            ],
            PublicTrouble =
            [
                "Vérifiez l’adresse jusqu’à la fin, .ics. Si le serveur vous demande de vous connecter, l’agenda n’est plus public "
                    + "ou a "
                    + "changé de nom.",
                Ask,
            ],
            QrCaption = "Scannez ce code avec votre téléphone pour y avoir l’adresse.",
            QrAlternative = "Code QR de l’adresse de l’agenda",
            ProfileLabel = "Profil pour iPhone et iPad (.mobileconfig)",
            AccountProfileLabel = "Profil pour iPhone, iPad et Mac (.mobileconfig)",
            ProfileDescription = "Abonnement à l’agenda « {calendar} » ({owner}). Ne contient aucun mot de passe.",
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

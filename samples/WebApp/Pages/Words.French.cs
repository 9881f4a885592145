using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Values;

namespace WebApp.Pages;

public sealed partial record Words
{
    public static Words French { get; } =
        new()
        {
            Code = "fr",
            Title = "Mes agendas partagés",
            OtherLanguage = "English",
            Menu = "Menu",
            SkipToContent = "Aller au contenu",
            DefaultCalendar = "Calendrier",
            NoCalendars = "Ce compte n'a pas d'agenda.",
            NotShared = "Cet agenda n'est partagé avec personne.",
            SharedWith = "Partagé avec",
            Identifier = "Identifiant",
            Address = "Adresse ICS",
            Until = "Jusqu'au",
            Ended = "terminé",
            From = "hérité de",
            Leaflet = "Mode d'emploi",
            Revoke = "Révoquer le partage",
            RevokeFrom = "Révoquer le partage avec",
            Everybody = "Tout le monde",
            ShareWithGuest = "Partager avec un invité",
            Mail = "Adresse de courriel de l'invité",
            Rights = "Droits",
            Viewer = "Lecture",
            Manager = "Lecture et écriture",
            End = "Fin du partage (facultatif)",
            Note = "Mot à l'invité (facultatif)",
            Share = "Partager",
            SharePublicly = "Ouvrir à tout le monde",
            PublicCaution = "Sans mot de passe : quiconque trouve l'adresse peut lire l'agenda.",
            Back = "Retour aux agendas",
            FailureTitle = "Cela n'a pas fonctionné",
            DemoBanner = "Serveur d'essai : rien ne quitte cet ordinateur.",
            DemoMails = "Courriels envoyés",
            NoMails = "Aucun courriel n'a encore été envoyé.",
            OpenLink = "Ouvrir le lien personnel de l'invité",
            To = "À",
            Login = "Nom d'utilisateur",
            Subscriber = "Pour la personne invitée",
            Warnings = "À savoir",
            ShowAll = "Tous les partages : filtrer, en choisir plusieurs",
            Filter = "Filtrer par nom ou adresse",
            ApplyFilter = "Filtrer",
            NothingFound = "Aucun partage ne correspond.",
            Choose = "Choisir",
            RevokeChosen = "Révoquer les partages choisis…",
            RevokeFound = "Révoquer tous les partages trouvés…",
            NothingChosen = "Choisissez d'abord au moins un partage.",
            PreviousPage = "Page précédente",
            NextPage = "Page suivante",
            PageNumber = "Page {0} sur {1}",
            ConfirmRevoke = "Révoquer {0} ?",
            RevokeEffect = "L'accès est coupé aussitôt, sans courriel. Vous pourrez l'annuler à la page suivante.",
            GrantPasswordLost = "Le mot de passe propre à un partage ne pourra pas être rétabli.",
            ConfirmPublic = "Ouvrir cet agenda à tout le monde ?",
            PublicEffect = "Quiconque trouve l'adresse peut lire l'agenda, sans mot de passe. Vous pourrez l'annuler à la page suivante.",
            ConfirmYes = "Oui, révoquer",
            ConfirmOpen = "Oui, ouvrir",
            Cancel = "Annuler",
            Undo = "Annuler : rétablir {0}",
            UndoPublic = "Annuler : refermer l'agenda",
            NothingRestored = "Rien n'a été rétabli.",
            Restored = "Comme avant : {0} en place.",
            Revoked = "Révocation faite : {0}.",
            NotRevoked = "Non révoqués :",
            NotRestored = "Non rétablis :",
            BackToCalendar = "Retour à l'agenda",
            Error = "Erreur",
            NoDay = "« {0} » n'est pas une date. Écrivez-la comme 2027-06-30.",
            PastDay = "La date du {0} est passée : donnez un jour à venir.",
            EndHint = "Le jour entier est compris, dans votre fuseau horaire.",
            NotFound = "Cette page n'existe pas.",
            Refused = "La demande n'a pas pu aboutir ({0}).",
            StaleForm = "Ce formulaire n'est plus valable. Rechargez la page et recommencez à partir de là.",
            ProgramFailed = "Ce programme a rencontré une erreur ; son journal en dit plus.",
            NoSuchShare = "L'agenda « {0} » n'est pas partagé avec {1}.",
            ThePublic = "tout le monde",
            LetsNobodyIn =
                "Ce partage ne laisse entrer personne : il est terminé, son compte a été supprimé, ou son "
                + "adresse n'est pas une simple adresse de courriel. Révoquez-le et partagez avec la simple adresse.",
            BadRequest = "La demande n'est pas valable.",
            OneShare = "1 partage",
            ManyShares = "{0} partages",
            Found = "{0} sur {1}",
            Outcomes = new()
            {
                [ShareOutcome.Created] = "L'agenda est partagé.",
                [ShareOutcome.Changed] = "Le partage a été modifié.",
                [ShareOutcome.Unchanged] = "Le partage existait déjà : rien n'a changé.",
            },
            Revocations = new()
            {
                [RevocationOutcome.Removed] = "Le partage est révoqué.",
                [RevocationOutcome.NotThere] = "Il n'y avait pas de tel partage : rien n'a changé.",
            },
            Notifications = new()
            {
                [NotificationStatus.Sent] = "Un courriel avec un lien personnel est parti : l'invité y choisit son mot de passe.",
                [NotificationStatus.NotRequested] = "Aucun courriel n'était à envoyer.",
                [NotificationStatus.Failed] = "Le courriel n'est pas parti :",
                [NotificationStatus.Unknown] = "On ne sait pas si le courriel est parti :",
            },
            MailWithoutLink = "Un courriel annonçant le partage est parti. On s'y connecte avec son propre compte.",
            Grantees = new()
            {
                [GranteeType.Guest] = "invité",
                [GranteeType.User] = "compte du serveur",
                [GranteeType.Group] = "groupe",
                [GranteeType.Public] = "public",
            },
            Roles = new()
            {
                [PermissionRole.Viewer] = "lecture",
                [PermissionRole.Manager] = "lecture et écriture",
                [PermissionRole.Admin] = "administration",
                [PermissionRole.None] = "aucun droit",
                [PermissionRole.Custom] = "droits particuliers",
            },
        };
}

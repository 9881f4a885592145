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
            Revoke = "Retirer le partage",
            RevokeFrom = "Retirer le partage avec",
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
            Outcomes = new()
            {
                [ShareOutcome.Created] = "L'agenda est partagé.",
                [ShareOutcome.Changed] = "Le partage a été modifié.",
                [ShareOutcome.Unchanged] = "Le partage existait déjà : rien n'a changé.",
            },
            Revocations = new()
            {
                [RevocationOutcome.Removed] = "Le partage est retiré.",
                [RevocationOutcome.NotThere] = "Il n'y avait pas de tel partage : rien n'a changé.",
            },
            Notifications = new()
            {
                [NotificationStatus.Sent] = "Un courriel avec un lien personnel est parti : l'invité y choisit son mot de passe.",
                [NotificationStatus.NotRequested] = "Aucun courriel n'était à envoyer.",
                [NotificationStatus.Failed] = "Le courriel n'est pas parti :",
                [NotificationStatus.Unknown] = "On ne sait pas si le courriel est parti :",
            },
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
            },
        };
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>What each warning about a feed says, in English and French.</summary>
internal static class FeedWarningTexts
{
    public static LocalizedText NoEventsInWindow =>
        new(
            "The server sent no event for this window. If the calendar is known to have some: its owner's public or external sharing may "
                + "have been switched off after it was shared, or a white list shuts the guest's domain out; the server then sends an "
                + "empty "
                + "calendar.",
            "Le serveur n'a donné aucun événement pour cette période. Si l'agenda en a : le partage public ou externe de son "
                + "propriétaire a "
                + "peut-être été désactivé après coup, ou une liste blanche exclut le domaine de l'invité ; le serveur envoie alors un "
                + "agenda "
                + "vide."
        );

    public static LocalizedText NoEvents =>
        new(
            "The calendar came without any event. It may be empty; but the server sends the same when its owner's public or external "
                + "sharing "
                + "was switched off after it was shared, when a white list shuts the guest's domain out, when an unknown user name reads a "
                + "public calendar, and for a folder that is no calendar.",
            "L'agenda est arrivé sans aucun événement. Il est peut-être vide ; mais le serveur envoie la même chose si le partage public "
                + "ou "
                + "externe de son propriétaire a été désactivé après coup, si une liste blanche exclut le domaine de l'invité, si un nom "
                + "d'utilisateur inconnu lit un agenda public, et pour un dossier qui n'est pas un agenda."
        );

    public static LocalizedText Tasks(string count) =>
        LocalizedText.Format(
            $"The feed holds {count} tasks, which are not given as events.",
            $"Le flux contient {count} tâches, qui ne sont pas données comme événements."
        );
}

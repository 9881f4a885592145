using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Notifications;

/// <summary>What is said of a mail that did not leave, or may not have, in English and French.</summary>
internal static class NotificationTexts
{
    public static LocalizedText NoMailLeft => new("The mail did not leave.", "Le courriel n'est pas parti.");

    public static LocalizedText Outage =>
        new(
            "The server's mail transport was away a moment ago, and it does not try again for a minute: no mail left.",
            "Le transport de courriel du serveur était indisponible il y a un instant, et le serveur n'essaie plus pendant une minute : "
                + "aucun courriel n'est parti."
        );

    public static LocalizedText MayHaveLeft =>
        new(
            "The mail may have left all the same; it was not sent a second time.",
            "Le courriel est peut-être parti malgré tout ; il n'a pas été envoyé une seconde fois."
        );

    public static LocalizedText Unclear =>
        new(
            "a mail was found that may or may not be about this calendar",
            "un courriel a été trouvé dont on ne sait pas s'il concerne cet agenda"
        );

    public static LocalizedText ToGroup =>
        new(
            "a mail to a group goes to its members, and is not found by the group's name",
            "un courriel à un groupe part vers ses membres, et ne se retrouve pas par le nom du groupe"
        );

    public static LocalizedText NoCopySoFar =>
        new LocalizedText(
            "The server's reply did not come in time; the owner's Sent folder holds no copy so far.",
            "La réponse du serveur n'est pas venue à temps ; le dossier des messages envoyés du propriétaire n'en garde pas encore de "
                + "copie."
        ).Then(NotAgain);

    public static LocalizedText DidNotLeave =>
        new LocalizedText(
            "The server's reply was lost, and the owner's Sent folder, which keeps copies, holds none: the mail did not leave.",
            "La réponse du serveur s'est perdue, et le dossier des messages envoyés du propriétaire, qui garde des copies, n'en a aucune : "
                + "le courriel n'est pas parti."
        ).Then(HowToGoOn);

    private static LocalizedText NotAgain =>
        new LocalizedText("It was not sent a second time.", "Le courriel n'a pas été envoyé une seconde fois.").Then(HowToGoOn);

    private static LocalizedText HowToGoOn =>
        new(
            "To have it sent, share again with EnsureNotified, which looks again first, or call NotifyAgainAsync, which mails in any case.",
            "Pour le faire envoyer, partagez de nouveau avec EnsureNotified, qui cherche d'abord encore, ou appelez NotifyAgainAsync, qui "
                + "l'envoie dans tous les cas."
        );

    public static LocalizedText Refused(string code, string reason) =>
        LocalizedText.Format($"{code}: {reason.TrimEnd('.')}.", $"Le serveur a répondu {code}.");

    public static LocalizedText Wait(string seconds) => LocalizedText.Format($"Wait {seconds} s.", $"Attendez {seconds} s.");

    public static LocalizedText LookFailed(LocalizedText why) =>
        new LocalizedText(
            "The server's reply was lost, and the Sent folder cannot be searched.",
            "La réponse du serveur s'est perdue, et le dossier des messages envoyés ne peut pas être consulté."
        )
            .Then(why)
            .Then(NotAgain);

    public static LocalizedText MadeMeanwhile(LocalizedText doubt) =>
        LocalizedText
            .Format($"The share was made meanwhile, and {doubt}.", $"Le partage a été fait entre-temps, et {doubt}.")
            .Then(NotAgain);

    public static LocalizedText MadeMeanwhileUnseen(LocalizedText why) =>
        new LocalizedText(
            "The share was made meanwhile, and the Sent folder cannot be searched.",
            "Le partage a été fait entre-temps, et le dossier des messages envoyés ne peut pas être consulté."
        )
            .Then(why)
            .Then(NotAgain);

    public static LocalizedText NoneFound(LocalizedText doubt) =>
        LocalizedText.Format(
            $"No mail about the share was found in the owner's Sent folder, but {doubt}; none was sent. If the guest knows nothing of the "
                + $"share, call NotifyAgainAsync.",
            $"Aucun courriel sur ce partage n'a été trouvé dans le dossier des messages envoyés du propriétaire, mais {doubt} ; aucun "
                + $"n'a été "
                + $"envoyé. Si l'invité ne sait rien du partage, appelez NotifyAgainAsync."
        );

    public static LocalizedText GuestUnseen(LocalizedText why) =>
        NoneFound(
                new(
                    "whether the guest has the calendar already cannot be seen",
                    "on ne peut pas voir si l'invité a déjà l'agenda dans son compte"
                )
            )
            .Then(why);

    public static LocalizedText NotKnownBefore(LocalizedText why) =>
        new LocalizedText(
            "Whether a mail was sent before is not known, since the owner's Sent folder cannot be searched; no mail was sent.",
            "On ne sait pas si un courriel a déjà été envoyé, car le dossier des messages envoyés du propriétaire ne peut pas être "
                + "consulté ; "
                + "aucun n'a été envoyé."
        ).Then(why);

    public static LocalizedText LostWithDoubt(LocalizedText doubt) =>
        LocalizedText
            .Format(
                $"The server's reply was lost, and no copy was found, but {doubt}.",
                $"La réponse du serveur s'est perdue, et aucune copie n'a été trouvée, mais {doubt}."
            )
            .Then(NotAgain);
}

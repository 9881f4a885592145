using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Why changes were not made.</summary>
internal static class ApplyTexts
{
    public static LocalizedText Ended =>
        Sentence.Of(
            $"the run ended before this: the time was up, or too many owners failed in a row.",
            $"l'exécution s'est arrêtée avant : le temps était écoulé, ou trop de propriétaires ont échoué à la suite."
        );

    public static LocalizedText MailIsDown =>
        Sentence.Of(
            $"mails do not leave the server; what wants one is done by the next run.",
            $"les courriels ne partent pas du serveur ; ce qui en demande un sera fait à la prochaine exécution."
        );

    public static LocalizedText NeedsApproval =>
        Sentence.Of($"the policy wants this approved first.", $"la règle veut que ceci soit d'abord approuvé.");

    public static LocalizedText Stale =>
        Sentence.Of(
            $"the share has been changed since the plan was made: make the plan again.",
            $"le partage a changé depuis que le plan a été fait : refaites le plan."
        );

    public static LocalizedText Refused(string reason) => Sentence.Of($"{Excerpt.OneLine(reason)}", $"refusé ({Excerpt.OneLine(reason)})");
}

using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>Why the accounts of guests end, or remain.</summary>
internal static class LeaverTexts
{
    public static LocalizedText LastShareGoes(PlannedChange removal) =>
        Sentence.Of(
            $"the last share is removed: {PlanTexts.Reason(removal.Reason)}",
            $"le dernier partage est révoqué : {PlanTexts.Reason(removal.Reason)}"
        );

    public static LocalizedText LastShareIsGone =>
        Sentence.Of($"an earlier run removed the last share", $"une exécution précédente a révoqué le dernier partage");

    public static LocalizedText SuspendedSince(DateTimeOffset since) =>
        Sentence.Of($"suspended since {Day(since)}", $"suspendu depuis le {Day(since)}");

    public static LocalizedText NotAllRead(LocalizedText failure) =>
        Sentence.Of(
            $"not all owners of the domain could be read, so that something may be shared with the guest: {failure}",
            $"tous les propriétaires du domaine n'ont pas pu être lus, quelque chose peut donc être partagé avec l'invité : {failure}"
        );

    public static LocalizedText StillShared(string owner) =>
        Sentence.Of($"{Excerpt.Of(owner)} shares a calendar with the guest.", $"{Excerpt.Of(owner)} partage un agenda avec l'invité.");

    public static LocalizedText AnotherAccount =>
        Sentence.Of($"the account is not the one that was made by these runs.", $"le compte n'est pas celui que ces exécutions ont créé.");

    public static LocalizedText ResumedByOthers =>
        Sentence.Of(
            $"the account was suspended by these runs, and somebody has changed that since.",
            $"le compte avait été suspendu par ces exécutions, et quelqu'un l'a changé depuis."
        );

    public static LocalizedText Enough(int most) =>
        Sentence.Of(
            $"a run sees to at most {most} accounts; the next goes on.",
            $"une exécution traite au plus {most} comptes ; la prochaine continuera."
        );

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Planning;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>Why plans are not applied, and changes not made.</summary>
internal static class ApplyTexts
{
    public static LocalizedText Stopped => Sentence.Of($"the run was stopped before this.", $"l'exécution a été arrêtée avant ceci.");

    public static LocalizedText TimeIsUp => Sentence.Of($"the run's time was up before this.", $"le temps était écoulé avant ceci.");

    public static LocalizedText TooManyFailures =>
        Sentence.Of(
            $"the run ended before this: too many owners failed in a row.",
            $"l'exécution s'est arrêtée avant ceci : trop de propriétaires ont échoué à la suite."
        );

    public static LocalizedText OtherVersion =>
        Sentence.Of(
            $"the run ended before this: the server's version changed, so that it is being updated.",
            $"l'exécution s'est arrêtée avant ceci : la version du serveur a changé, il est en cours de mise à jour."
        );

    public static LocalizedText MailIsDown =>
        Sentence.Of(
            $"mails do not leave the server; what wants one is done by the next run.",
            $"les courriels ne partent pas du serveur ; ce qui en demande un sera fait à la prochaine exécution."
        );

    public static LocalizedText MailboxIsFull =>
        Sentence.Of(
            $"the owner's mailbox is full, so that no mail leaves it: make room there; the next run does the rest.",
            $"la boîte aux lettres du propriétaire est pleine, aucun courriel n'en part : libérez de la place ; la prochaine exécution "
                + $"fera le reste."
        );

    public static LocalizedText NeedsApproval =>
        Sentence.Of($"the policy wants this approved first.", $"la règle veut que ceci soit d'abord approuvé.");

    public static LocalizedText Stale =>
        Sentence.Of(
            $"the share has been changed since the plan was made: make the plan again.",
            $"le partage a changé depuis que le plan a été fait : refaites le plan."
        );

    public static LocalizedText NoShare =>
        Sentence.Of(
            $"the calendar is not shared with the guest, so that no account was made.",
            $"l'agenda n'est pas partagé avec l'invité, aucun compte n'a donc été créé."
        );

    public static LocalizedText NoPasswordFile =>
        Sentence.Of(
            $"the plan makes accounts, whose passwords need a file: give one that does not exist yet.",
            $"le plan crée des comptes, dont les mots de passe demandent un fichier : donnez-en un qui n'existe pas encore."
        );

    public static LocalizedText EndHasPassed =>
        Sentence.Of(
            $"the share's end has passed since the plan was made: make the plan again.",
            $"la fin du partage est passée depuis que le plan a été fait : refaites le plan."
        );

    public static LocalizedText DirectoryOnly =>
        Sentence.Of(
            $"the plan was made from the directory alone, and nothing in it was verified: make it from the mailboxes.",
            $"le plan a été fait depuis l'annuaire seul, rien n'y est vérifié : refaites-le en lisant les boîtes aux lettres."
        );

    public static LocalizedText OtherServer(Uri made, Uri used) =>
        Sentence.Of(
            $"the plan was made from {Excerpt.Of(Shown(made))}, not from {Shown(used)}: make it again.",
            $"le plan a été fait depuis {Excerpt.Of(Shown(made))}, pas depuis {Shown(used)} : refaites-le."
        );

    public static LocalizedText OtherJournal(string server) =>
        Sentence.Of($"the journal is that of {server}: use another.", $"le journal est celui de {server} : prenez-en un autre.");

    public static LocalizedText TooOld(DateTimeOffset made) =>
        Sentence.Of(
            $"the plan was made at {Moment(made)}, too long ago: make it again.",
            $"le plan date du {Moment(made)}, il est trop ancien : refaites-le."
        );

    public static LocalizedText Future(DateTimeOffset made) =>
        Sentence.Of(
            $"the plan was made at {Moment(made)}, which is still to come: correct this machine's clock, or make the plan again.",
            $"le plan date du {Moment(made)}, un moment à venir : corrigez l'heure de cette machine, ou refaites le plan."
        );

    public static LocalizedText RefusedByPolicy(LocalizedText what, PlannedChange change) =>
        Sentence.Of(
            $"the policy does not allow the share of {Excerpt.Of(change.Calendar.Value)} of {change.Owner} with {change.Grantee}: {what}.",
            $"la règle ne permet pas le partage de {Excerpt.Of(change.Calendar.Value)} de {change.Owner} avec {change.Grantee} : {what}."
        );

    public static LocalizedText RefusedByPolicy(LocalizedText what) =>
        Sentence.Of($"the policy does not allow this: {what}.", $"la règle ne le permet pas : {what}.");

    // Two servers of one machine differ by their ports.
    private static string Shown(Uri server) => server.GetLeftPart(UriPartial.Authority);

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);
}

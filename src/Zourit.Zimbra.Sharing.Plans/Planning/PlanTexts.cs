using System.Globalization;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>What is said in plans.</summary>
internal static class PlanTexts
{
    public static LocalizedText NotPruned =>
        Sentence.Of(
            $"nothing is pruned here: a line could not be carried out, or an owner of the domain was not found.",
            $"rien n'est élagué ici : une ligne n'a pas pu être exécutée, ou un propriétaire du domaine est introuvable."
        );

    public static LocalizedText NoSuchCalendar(FolderPath path, string? nearest) =>
        nearest is null
            ? Sentence.Of($"there is no calendar '{Excerpt.Of(path.Value)}'.", $"il n'y a pas d'agenda « {Excerpt.Of(path.Value)} ».")
            : Sentence.Of(
                $"there is no calendar '{Excerpt.Of(path.Value)}'; did you mean '{Excerpt.Of(nearest)}'?",
                $"il n'y a pas d'agenda « {Excerpt.Of(path.Value)} » ; pensiez-vous à « {Excerpt.Of(nearest)} » ?"
            );

    public static LocalizedText Kept(FolderPath path, PlanGrantee grantee, bool isOwn, SourceLocation at) =>
        isOwn
            ? Sentence.Of(
                $"{at}: the share of {Excerpt.Of(path.Value)} with {grantee} is the one of the owner or of the account in "
                    + $"use, and is never removed.",
                $"{at} : le partage de {Excerpt.Of(path.Value)} avec {grantee} est celui du propriétaire ou du compte "
                    + $"utilisé, et n'est jamais révoqué."
            )
            : Sentence.Of(
                $"{at}: the share of {Excerpt.Of(path.Value)} with {grantee} is one of those under 'keep', and is never removed.",
                $"{at} : le partage de {Excerpt.Of(path.Value)} avec {grantee} fait partie de « keep », et n'est jamais révoqué."
            );

    public static LocalizedText Moved(FolderPath path, FolderPath other, PlanGrantee grantee, SourceLocation at) =>
        Sentence.Of(
            $"{at}: the record names {grantee} for {Excerpt.Of(path.Value)}, which is not there any more; {Excerpt.Of(other.Value)} is "
                + $"shared with them, and remains so. If that is the same calendar, say 'absent: true' of it.",
            $"{at} : le relevé nomme {grantee} pour {Excerpt.Of(path.Value)}, qui n'existe plus ; {Excerpt.Of(other.Value)} est partagé "
                + $"avec cette personne, et le reste. Si c'est le même agenda, écrivez « absent: true » pour lui."
        );

    public static LocalizedText LastGuest(FolderPath path, PlanGrantee grantee) =>
        Sentence.Of(
            $"{grantee} would be the last guest of {Excerpt.Of(path.Value)} to go, and remains: say 'absent: true' if that is meant.",
            $"{grantee} serait le dernier invité de {Excerpt.Of(path.Value)} à partir, et reste : écrivez « absent: true » si c'est voulu."
        );

    public static LocalizedText SameAccount(string owner, string other, SourceLocation at) =>
        Sentence.Of(
            $"'{Excerpt.Of(owner)}' and '{Excerpt.Of(other)}' are the same account, and this contradicts {at}.",
            $"« {Excerpt.Of(owner)} » et « {Excerpt.Of(other)} » sont le même compte, et ceci contredit {at}."
        );

    public static LocalizedText Breach(LimitBreach breach) =>
        breach.Limit == PlanLimit.EmptyManifest
            ? Sentence.Of(
                $"the manifest has no shares, and pruning would remove what it does not name: allow an empty manifest if that is meant.",
                $"le manifeste n'a aucun partage, et l'élagage révoquerait ce qu'il ne nomme pas : "
                    + $"autorisez un manifeste vide si c'est voulu."
            )
            : Sentence.Of(
                $"{Name(breach.Limit).ToString()}{Subject(breach)}: {breach.Count}, where {breach.Allowed} of {breach.Of} "
                    + $"are allowed. Raise the limit by a number if that is meant.",
                $"{Name(breach.Limit)}{Subject(breach)} : {breach.Count}, pour {breach.Allowed} sur {breach.Of} permis. "
                    + $"Relevez la limite par un nombre si c'est voulu."
            );

    public static LocalizedText Summary(PlanSummary summary) =>
        Sentence.Of(
            $"{summary.Created} to create ({summary.Mails} {(summary.Mails == 1 ? "mail" : "mails")}), "
                + $"{(summary.Accounts == 0 ? "" : summary.Accounts == 1 ? "1 account, " : Accounts(summary, "accounts"))}"
                + $"{(summary.EndedAccounts == 0 ? "" : Ended(summary, "1 account", "accounts", "to suspend or delete"))}"
                + $"{summary.Changed} to change, "
                + $"{summary.Removed} to remove (at most {summary.TakenAwayLimit}; there are {summary.Existing}), "
                + $"{summary.Unchanged} unchanged, "
                + $"{summary.UnknownOwners} {(summary.UnknownOwners == 1 ? "owner" : "owners")} unknown",
            $"{summary.Created} à créer ({summary.Mails} {(summary.Mails > 1 ? "courriels" : "courriel")}), "
                + $"{(summary.Accounts == 0 ? "" : summary.Accounts == 1 ? "1 compte, " : Accounts(summary, "comptes"))}"
                + $"{(summary.EndedAccounts == 0 ? "" : Ended(summary, "1 compte", "comptes", "à suspendre ou supprimer"))}"
                + $"{summary.Changed} à modifier, "
                + $"{summary.Removed} à révoquer (au plus {summary.TakenAwayLimit} ; il y en a {summary.Existing}), "
                + $"{summary.Unchanged} {(summary.Unchanged > 1 ? "inchangés" : "inchangé")}, "
                + $"{summary.UnknownOwners} {(summary.UnknownOwners > 1 ? "propriétaires inconnus" : "propriétaire inconnu")}"
        );

    public static LocalizedText Clock(TimeSpan ahead) =>
        Sentence.Of(
            $"the server's clock and this machine's differ by {(int)Math.Abs(ahead.TotalSeconds)} s, so that ends would be wrong: "
                + $"set the clocks.",
            $"l'horloge du serveur et celle de cette machine diffèrent de {(int)Math.Abs(ahead.TotalSeconds)} s, "
                + $"les fins seraient fausses : "
                + $"mettez-les à l'heure."
        );

    public static LocalizedText NotPublished(FolderPath path) =>
        Sentence.Of(
            $"the directory does not publish {Excerpt.Of(path.Value)}: whether there is such a calendar was not looked up.",
            $"l'annuaire ne publie pas {Excerpt.Of(path.Value)} : l'existence d'un tel agenda n'a pas été vérifiée."
        );

    public static LocalizedText NotSearched(string domain, LocalizedText failure) =>
        Sentence.Of(
            $"the directory could not be asked for {Excerpt.Of(domain)}, so that every owner is read there: {failure}",
            $"l'annuaire n'a pas pu être interrogé pour {Excerpt.Of(domain)}, chaque propriétaire y est donc lu : {failure}"
        );

    public static LocalizedText SearchIsBlind(string domain, string owner) =>
        Sentence.Of(
            $"the search in {Excerpt.Of(domain)} does not show {Excerpt.Of(owner)}, who publishes shares: every owner is read there. "
                + $"The right listAccount is missing, or was granted less than 50 seconds ago.",
            $"la recherche dans {Excerpt.Of(domain)} ne montre pas {Excerpt.Of(owner)}, qui publie des partages : "
                + $"chaque propriétaire y est "
                + $"lu. Le droit listAccount manque, ou a été accordé il y a moins de 50 secondes."
        );

    public static LocalizedText DirectoryIsBehind(string owner) =>
        Sentence.Of(
            $"the directory does not publish what {Excerpt.Of(owner)} shares, so that every owner is read. A share of a very deep path "
                + $"keeps those of all owners of its mail server from being published until it is revoked.",
            $"l'annuaire ne publie pas ce que {Excerpt.Of(owner)} partage, chaque propriétaire est donc lu. Un partage d'un chemin très "
                + $"profond empêche la publication de ceux de tous les propriétaires de son serveur tant qu'il n'est pas révoqué."
        );

    public static LocalizedText Ends(LeaverAction action) =>
        action switch
        {
            LeaverAction.Suspend => Sentence.Of($"suspend", $"suspendre"),
            LeaverAction.Delete => Sentence.Of($"delete", $"supprimer"),
            _ => Sentence.Of($"keep", $"garder"),
        };

    public static LocalizedText GuestAccounts => Sentence.Of($"accounts of guests", $"comptes d'invités");

    private static string Ended(PlanSummary summary, string one, string many, string what) =>
        summary.EndedAccounts == 1
            ? $"{one} {what}, "
            : string.Create(CultureInfo.InvariantCulture, $"{summary.EndedAccounts} {many} {what}, ");

    private static string Accounts(PlanSummary summary, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{summary.Accounts} {word}, ");

    public static LocalizedText NotRead(LocalizedText failure) => Sentence.Of($"not read: {failure}", $"non lu : {failure}");

    public static LocalizedText Until(string end) => Sentence.Of($"until {end}", $"jusqu'au {end}");

    public static LocalizedText NoEnd => Sentence.Of($"no end", $"sans fin");

    public static LocalizedText Mail(bool mail) => mail ? Sentence.Of($"mail", $"courriel") : Sentence.Of($"no mail", $"sans courriel");

    public static LocalizedText NoAccountsKnown =>
        Sentence.Of(
            $"which guests have accounts is known to administrators only: log in as one, or leave 'account' out.",
            $"seuls les administrateurs savent quels invités ont un compte : connectez-vous comme administrateur, ou enlevez « account »."
        );

    public static LocalizedText Account => Sentence.Of($"account", $"compte");

    public static LocalizedText Unverified => Sentence.Of($"not verified", $"non vérifié");

    public static LocalizedText Approval => Sentence.Of($"waits for approval", $"attend une approbation");

    public static LocalizedText Reason(ChangeReason reason) =>
        reason switch
        {
            ChangeReason.Absent => Sentence.Of($"absent", $"absent"),
            ChangeReason.Ended => Sentence.Of($"past its end", $"fin passée"),
            ChangeReason.NoLongerNamed => Sentence.Of($"no longer named", $"plus nommé"),
            ChangeReason.NotNamed => Sentence.Of($"not named", $"non nommé"),
            _ => Sentence.Of($"wanted", $"voulu"),
        };

    private static string Subject(LimitBreach breach) => breach.Subject is { } subject ? $" ({Excerpt.Of(subject)})" : "";

    private static LocalizedText Name(PlanLimit limit) =>
        limit switch
        {
            PlanLimit.Removals => Sentence.Of($"removals", $"révocations"),
            PlanLimit.RemovalsPerDomain => Sentence.Of($"removals per domain", $"révocations par domaine"),
            PlanLimit.RemovalsPerOwner => Sentence.Of($"removals per owner", $"révocations par propriétaire"),
            PlanLimit.Creations => Sentence.Of($"creations", $"créations"),
            PlanLimit.Widenings => Sentence.Of($"widenings", $"élargissements"),
            PlanLimit.Mails => Sentence.Of($"mails", $"courriels"),
            _ => Sentence.Of($"public shares", $"partages publics"),
        };
}

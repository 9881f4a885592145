namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>The words of enumerations for people who read French.</summary>
internal static class WordTexts
{
    private static readonly Dictionary<string, string> French = new()
    {
        ["unchanged"] = "inchangé",
        ["created"] = "créé",
        ["changed"] = "modifié",
        ["skipped"] = "non fait",
        ["removed"] = "révoqué",
        ["notThere"] = "absent",
        ["sent"] = "envoyé",
        ["failed"] = "échoué",
        ["notRequested"] = "non demandé",
        ["unknown"] = "inconnu",
        ["guest"] = "invité",
        ["user"] = "utilisateur",
        ["group"] = "liste",
        ["public"] = "public",
        ["allowed"] = "autorisé",
        ["refused"] = "refusé",
        ["active"] = "actif",
        ["locked"] = "verrouillé",
        ["closed"] = "fermé",
        ["open"] = "ouvert",
        ["lockedOut"] = "bloqué",
        ["pending"] = "en attente",
        ["maintenance"] = "en maintenance",
        ["certain"] = "certain",
        ["possible"] = "possible",
        ["notKnowable"] = "indéterminable",
        ["done"] = "fait",
        ["doneAlready"] = "déjà fait",
        ["stale"] = "périmé",
        ["uncertain"] = "incertain",
        ["postponed"] = "reporté",
        ["notStarted"] = "non commencé",
        ["create"] = "créer",
        ["change"] = "modifier",
        ["remove"] = "révoquer",
        ["notify"] = "prévenir",
        ["virtualAccount"] = "compte d'invité",
        ["grantPassword"] = "mot de passe du partage",
        ["internalAccount"] = "compte du serveur",
        ["confirmed"] = "confirmé",
        ["tentative"] = "provisoire",
        ["cancelled"] = "annulé",
        ["accountCreated"] = "compte créé",
        ["accountExists"] = "compte existant",
        ["accountCreatedIncomplete"] = "compte créé, incomplet",
        ["deleted"] = "supprimé",
        ["leftToServer"] = "laissé au serveur",
        ["keptForShares"] = "conservé",
        ["stillThere"] = "toujours là",
        ["heldByGroup"] = "par une liste",
        ["ok"] = "bon",
        ["warning"] = "attention",
        ["cos"] = "classe de service",
        ["domain"] = "domaine",
        ["allAuthenticated"] = "tous les comptes",
        ["key"] = "clé d’accès",
        ["groupMember"] = "membre d’une liste",
        ["createAccount"] = "créer le compte",
        ["suspended"] = "suspendu",
        ["retired"] = "mis hors service",
        ["kept"] = "gardé",
        ["certificate"] = "certificat",
        ["server"] = "serveur",
        ["login"] = "connexion",
        ["adminServer"] = "service d’administration",
        ["clock"] = "horloge",
        ["policy.guest"] = "règle\u00A0: invités",
        ["policy.user"] = "règle\u00A0: utilisateurs",
        ["policy.public"] = "règle\u00A0: public",
    };

    /// <summary>The words that there is a French one for.</summary>
    public static IReadOnlyCollection<string> Known => French.Keys;

    public static string Of(string word, string language) =>
        language == "fr" && French.TryGetValue(word, out string? french) ? french : Apart(word);

    // "notRequested" is for programs.
    private static string Apart(string word) =>
        string.Concat(word.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}

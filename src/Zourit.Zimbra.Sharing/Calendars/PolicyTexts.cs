using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>What each rule of the sharing policy says, in English and French.</summary>
internal static class PolicyTexts
{
    public static LocalizedText Guests => new("guests", "les invités");

    public static LocalizedText Public => new("the public", "le public");

    public static LocalizedText SwitchedOff(LocalizedText whom, string attribute, PolicyLevel level) =>
        LocalizedText.Format(
            $"Sharing with {whom} is switched off: {attribute} is FALSE{Where(level)}.",
            $"Le partage avec {whom} est désactivé : {attribute} vaut FALSE{Where(level)}."
        );

    public static LocalizedText SwitchedOn(LocalizedText whom, string attribute) =>
        LocalizedText.Format($"Sharing with {whom} is switched on ({attribute}).", $"Le partage avec {whom} est activé ({attribute}).");

    public static LocalizedText WhiteListUnknown(string attribute) =>
        LocalizedText.Format(
            $"Only an administrator can read whether a white list of guests' domains is in force ({attribute}).",
            $"Seul un administrateur peut lire si une liste blanche de domaines d'invités est en vigueur ({attribute})."
        );

    public static LocalizedText NoWhiteList(string attribute) =>
        LocalizedText.Format(
            $"No white list of guests' domains is in force ({attribute}).",
            $"Aucune liste blanche de domaines d'invités n'est en vigueur ({attribute})."
        );

    public static LocalizedText OnlyListed(LocalizedText domains, string attribute) =>
        LocalizedText.Format(
            $"Only guests of these domains are allowed: {domains} ({attribute}).",
            $"Seuls les invités de ces domaines sont autorisés : {domains} ({attribute})."
        );

    public static LocalizedText Listed(string domain, string attribute) =>
        LocalizedText.Format($"'{domain}' is on the white list ({attribute}).", $"« {domain} » est sur la liste blanche ({attribute}).");

    public static LocalizedText NotListed(string domain, string attribute, LocalizedText domains, PolicyLevel level) =>
        LocalizedText.Format(
            $"'{domain}' is not on the white list: {attribute} is {domains}{Where(level)}.",
            $"« {domain} » n'est pas sur la liste blanche : {attribute} vaut {domains}{Where(level)}."
        );

    public static LocalizedText Domains(IReadOnlyList<string> domains) =>
        domains.Count == 0 ? new("none", "aucun") : new LocalizedText(string.Join(", ", domains));

    public static LocalizedText NoLimit(string attribute) =>
        LocalizedText.Format($"Such shares may last without end ({attribute}).", $"De tels partages peuvent durer sans fin ({attribute}).");

    public static LocalizedText TooLate(ShareExpiry expiry, DateTimeOffset latest, string attribute, string? value, PolicyLevel level) =>
        LocalizedText.Format(
            $"The wanted end ({End(expiry)}) lies after the latest one, {latest:u}: {attribute} is {value}{Where(level)}.",
            $"La fin voulue ({End(expiry)}) dépasse la plus tardive, le {latest:u} : {attribute} vaut {value}{Where(level)}."
        );

    public static LocalizedText Latest(DateTimeOffset latest, string attribute, string? value, PolicyLevel level) =>
        LocalizedText.Format(
            $"Such a share ends at {latest:u} at the latest, or with the folder's earlier shares of its kind: {attribute} is "
                + $"{value}{Where(level)}.",
            $"Un tel partage prend fin le {latest:u} au plus tard, ou avec les partages antérieurs du même genre sur ce dossier : "
                + $"{attribute} "
                + $"vaut {value}{Where(level)}."
        );

    private static LocalizedText End(ShareExpiry expiry) =>
        expiry.IsNever ? new("never", "jamais")
        : expiry.Time is { } time ? LocalizedText.Format($"{time:u}", $"le {time:u}")
        : new("none of its own", "aucune");

    private static LocalizedText Where(PolicyLevel level) =>
        level switch
        {
            PolicyLevel.Account => new(" on the account", " sur le compte"),
            PolicyLevel.ClassOfService => new(" on the account's class of service", " sur la classe de service du compte"),
            PolicyLevel.Domain => new(" on the domain", " sur le domaine"),
            PolicyLevel.Global => new(" by the installation's default", " par défaut dans l'installation"),
            _ => new(" (on the account, its class of service or the domain)", " (sur le compte, sa classe de service ou le domaine)"),
        };
}

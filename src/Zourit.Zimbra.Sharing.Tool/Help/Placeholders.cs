namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>The names in capital letters that help has in place of values, in the reader's language.</summary>
internal static class Placeholders
{
    private static readonly Dictionary<string, string> French = new()
    {
        ["ADDRESS"] = "ADRESSE",
        ["CALENDAR"] = "AGENDA",
        ["CMD"] = "COMMANDE",
        ["DAY"] = "JOUR",
        ["DAYS"] = "JOURS",
        ["DOMAIN"] = "DOMAINE",
        ["FILE"] = "FICHIER",
        ["GUEST"] = "INVITÉ",
        ["HASH"] = "EMPREINTE",
        ["LINK"] = "LIEN",
        ["MANIFEST"] = "MANIFESTE",
        ["NAME"] = "NOM",
        ["NEW"] = "NOUVEAU",
        ["OLD"] = "ANCIEN",
        ["OWNER"] = "PROPRIÉTAIRE",
        ["RECORD"] = "RELEVÉ",
        ["RIGHTS"] = "DROITS",
        ["TEXT"] = "TEXTE",
        ["USER"] = "UTILISATEUR",
        ["WHAT"] = "QUOI",
        ["ZONE"] = "FUSEAU",
    };

    public static string In(string name, string language) =>
        language == "fr" && French.TryGetValue(name, out string? french) ? french : name;
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Granting;

/// <summary>Why the server refused a grant, in English and French.</summary>
internal static class SharingRefusalTexts
{
    public static LocalizedText ThePublic => new("the public", "le public");

    public static LocalizedText NothingChanged =>
        new("nothing was changed, nobody was mailed", "rien n'a été changé, personne n'a reçu de courriel");

    public static LocalizedText MayStillChange =>
        new(
            "the folder, read afterwards, shows no change, but the server may be at it even now",
            "le dossier, relu ensuite, ne montre aucun changement, mais le serveur y travaille peut-être encore"
        );

    public static LocalizedText FolderGone =>
        new("The folder was there a moment ago and is gone.", "Le dossier existait il y a un instant et a disparu.");

    public static LocalizedText OwnAddress =>
        new(
            "It is the owner's own address: the owner needs no share.",
            "C'est l'adresse du propriétaire lui-même, qui n'a besoin d'aucun partage."
        );

    public static LocalizedText NoRight =>
        new(
            "The account in use has no right to share this folder, or a sharing policy of the server forbids it.",
            "Le compte utilisé n'a pas le droit de partager ce dossier, ou une règle de partage du serveur l'interdit."
        );

    public static LocalizedText NotShared(string path, string owner, LocalizedText whom, LocalizedText extent) =>
        LocalizedText.Format(
            $"'{path}' of {owner} was not shared with {whom}; {extent}.",
            $"« {path} » de {owner} n'a pas été partagé avec {whom} ; {extent}."
        );

    public static LocalizedText Answer(string code, string reason) =>
        LocalizedText.Format($"{code}: {reason.TrimEnd('.')}.", $"Le serveur a répondu {code}.");

    public static LocalizedText Administer(string permissions) =>
        LocalizedText.Format(
            $"The right 'a' (administer) in '{permissions}' can only be given to internal users and groups, never to guests or the public.",
            $"Le droit « a » (administrer) de « {permissions} » ne peut être donné qu'à des utilisateurs et groupes internes, jamais à des "
                + $"invités ni au public."
        );

    public static LocalizedText LacksAdminister(string rights) =>
        LocalizedText.Format(
            $"The account in use has the rights '{rights}' on this folder and needs 'a' (administer) to share it.",
            $"Le compte utilisé a les droits « {rights} » sur ce dossier ; pour le partager, il lui faut « a » (administrer)."
        );

    public static LocalizedText SwitchedOff(string attribute) =>
        LocalizedText.Format(
            $"{attribute} is FALSE for the owner (from the account, its class of service or the domain): an administrator must set it to "
                + $"TRUE.",
            $"{attribute} vaut FALSE pour le propriétaire (par le compte, sa classe de service ou le domaine) : un administrateur doit le "
                + $"mettre à TRUE."
        );

    public static LocalizedText WhiteList(string domain) =>
        LocalizedText.Format(
            $"The likely reason is the white list: zimbraExternalShareDomainWhitelistEnabled is TRUE and '{domain}' is not in "
                + $"zimbraExternalShareWhitelistDomain, which only an administrator can read and change.",
            $"La raison probable est la liste blanche : zimbraExternalShareDomainWhitelistEnabled vaut TRUE et « {domain} » n'est pas dans "
                + $"zimbraExternalShareWhitelistDomain, que seul un administrateur peut lire et modifier."
        );

    public static LocalizedText AfterCeiling(string end, string ceiling, string name, string source) =>
        LocalizedText.Format(
            $"The wanted end, {end}, lies after the ceiling of the folder's ACL, {ceiling} ({name}, from {source}). Ask for an earlier "
                + $"end.",
            $"La fin voulue, {end}, dépasse le plafond des droits du dossier, {ceiling} ({name}, d'après {source}). Demandez une "
                + $"fin plus proche."
        );

    public static LocalizedText Limited(string attribute, string value) =>
        LocalizedText.Format(
            $"{attribute} = {value} limits how long such a share may last. Ask for an end within it, or leave the end to the server.",
            $"{attribute} = {value} limite la durée d'un tel partage. Demandez une fin qui tienne dans cette durée, ou laissez le "
                + $"serveur "
                + $"la fixer."
        );
}

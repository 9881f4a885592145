using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>What is said of a folder that is not there, in English and French.</summary>
internal static class MissingFolderTexts
{
    public static LocalizedText NoSuchPath(string path, LocalizedText mailbox, string code) =>
        LocalizedText.Format(
            $"There is no folder '{path}' in the mailbox of {mailbox} ({code}).",
            $"Il n'y a pas de dossier « {path} » dans la boîte aux lettres de {mailbox} ({code})."
        );

    public static LocalizedText NoSuchId(string id, LocalizedText mailbox, string code) =>
        LocalizedText.Format(
            $"There is no folder with id {id} in the mailbox of {mailbox} ({code}).",
            $"Il n'y a pas de dossier d'identifiant {id} dans la boîte aux lettres de {mailbox} ({code})."
        );

    public static LocalizedText AccountInUse => new("the account in use", "ce compte");

    public static LocalizedText AdministratorsOwn =>
        new(
            "That is the administrator's own mailbox: name the calendar's owner with Mailbox(\"owner@…\").",
            "C'est la boîte aux lettres de l'administrateur lui-même : nommez le propriétaire de l'agenda avec Mailbox(\"owner@…\")."
        );

    public static LocalizedText NoCalendar =>
        new("The mailbox has no calendar that may be meant.", "La boîte aux lettres n'a aucun agenda qui puisse être celui-là.");

    public static LocalizedText Translated(string real, string shown) =>
        LocalizedText.Format(
            $"Perhaps '{real}' is meant: the web client shows it as '{shown}', but its name is not translated.",
            $"Il s'agit peut-être de « {real} » : le client web l'affiche comme « {shown} », mais son nom n'est pas traduit."
        );

    public static LocalizedText SameLooking(string escaped) =>
        LocalizedText.Format(
            $"One has a name that looks the same, with its accents written otherwise (composed or decomposed): {escaped}.",
            $"Un autre porte un nom qui paraît identique, avec des accents écrits autrement (composés ou décomposés) : {escaped}."
        );

    public static LocalizedText Named(string path) => LocalizedText.Format($"'{path}'", $"« {path} »");

    public static LocalizedText Numbered(string path, string id) => LocalizedText.Format($"'{path}' ({id})", $"« {path} » ({id})");

    public static LocalizedText Nearest(LocalizedText names) => LocalizedText.Format($"Nearest: {names}.", $"Les plus proches : {names}.");

    public static LocalizedText Calendars(LocalizedText names) => LocalizedText.Format($"Calendars: {names}.", $"Agendas : {names}.");
}

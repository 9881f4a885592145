using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>What fields are called.</summary>
internal static class Labels
{
    public static LocalizedText Account { get; } = Sentence.Of($"account", $"compte");
    public static LocalizedText Action { get; } = Sentence.Of($"action", $"action");
    public static LocalizedText Address { get; } = Sentence.Of($"address", $"adresse");
    public static LocalizedText Allowed { get; } = Sentence.Of($"allowed", $"autorisé");
    public static LocalizedText Attribute { get; } = Sentence.Of($"attribute", $"attribut");
    public static LocalizedText Calendar { get; } = Sentence.Of($"calendar", $"agenda");
    public static LocalizedText Certainty { get; } = Sentence.Of($"certainty", $"certitude");
    public static LocalizedText Code { get; } = Sentence.Of($"code", $"code");
    public static LocalizedText Command { get; } = Sentence.Of($"command", $"commande");
    public static LocalizedText CurrentEnd { get; } = Sentence.Of($"end now", $"fin actuelle");
    public static LocalizedText CurrentRights { get; } = Sentence.Of($"rights now", $"droits actuels");
    public static LocalizedText DryRun { get; } = Sentence.Of($"only shown, not done", $"seulement montré");
    public static LocalizedText EncryptedAddress { get; } = Sentence.Of($"https address", $"adresse https");
    public static LocalizedText Ends { get; } = Sentence.Of($"ends", $"fin");
    public static LocalizedText Exit { get; } = Sentence.Of($"exit code", $"code de sortie");
    public static LocalizedText File { get; } = Sentence.Of($"file", $"fichier");
    public static LocalizedText Folder { get; } = Sentence.Of($"folder", $"dossier");
    public static LocalizedText Grantee { get; } = Sentence.Of($"shared with", $"partagé avec");
    public static LocalizedText GranteeType { get; } = Sentence.Of($"type", $"type");
    public static LocalizedText Guest { get; } = Sentence.Of($"guest", $"invité");
    public static LocalizedText Id { get; } = Sentence.Of($"id", $"identifiant interne");
    public static LocalizedText Identifier { get; } = Sentence.Of($"identifier", $"identifiant");
    public static LocalizedText InheritedFrom { get; } = Sentence.Of($"inherited from", $"hérité de");
    public static LocalizedText IsExpired { get; } = Sentence.Of($"expired", $"expiré");
    public static LocalizedText Link { get; } = Sentence.Of($"personal link", $"lien personnel");
    public static LocalizedText Login { get; } = Sentence.Of($"signs in by", $"se connecte par");
    public static LocalizedText Mail { get; } = Sentence.Of($"mail", $"courriel");
    public static LocalizedText MailTo { get; } = Sentence.Of($"mail to", $"courriel à");
    public static LocalizedText Message { get; } = Sentence.Of($"message", $"message");
    public static LocalizedText Name { get; } = Sentence.Of($"name", $"nom");
    public static LocalizedText Needed { get; } = Sentence.Of($"rights needed", $"droits requis");
    public static LocalizedText Missing { get; } = Sentence.Of($"rights missing", $"droits manquants");
    public static LocalizedText No { get; } = Sentence.Of($"no", $"non");
    public static LocalizedText Operation { get; } = Sentence.Of($"operation", $"opération");
    public static LocalizedText Outcome { get; } = Sentence.Of($"outcome", $"résultat");
    public static LocalizedText Owner { get; } = Sentence.Of($"owner", $"propriétaire");
    public static LocalizedText Password { get; } = Sentence.Of($"password", $"mot de passe");
    public static LocalizedText Place { get; } = Sentence.Of($"place", $"endroit");
    public static LocalizedText Problems { get; } = Sentence.Of($"problems", $"problèmes");
    public static LocalizedText Reason { get; } = Sentence.Of($"reason", $"raison");
    public static LocalizedText Remedy { get; } = Sentence.Of($"remedy", $"remède");
    public static LocalizedText RetryAfter { get; } = Sentence.Of($"seconds to wait", $"secondes à attendre");
    public static LocalizedText Rights { get; } = Sentence.Of($"rights", $"droits");
    public static LocalizedText Finding { get; } = Sentence.Of($"finding", $"constat");
    public static LocalizedText Server { get; } = Sentence.Of($"server", $"serveur");
    public static LocalizedText Shares { get; } = Sentence.Of($"shares", $"partages");
    public static LocalizedText Source { get; } = Sentence.Of($"source", $"origine");
    public static LocalizedText Starts { get; } = Sentence.Of($"starts", $"début");
    public static LocalizedText Status { get; } = Sentence.Of($"status", $"état");
    public static LocalizedText Summary { get; } = Sentence.Of($"summary", $"résumé");
    public static LocalizedText Transient { get; } = Sentence.Of($"may pass by itself", $"peut passer tout seul");
    public static LocalizedText Value { get; } = Sentence.Of($"value", $"valeur");
    public static LocalizedText Version { get; } = Sentence.Of($"version", $"version");
    public static LocalizedText Warnings { get; } = Sentence.Of($"warnings", $"avertissements");
    public static LocalizedText Yes { get; } = Sentence.Of($"yes", $"oui");
}

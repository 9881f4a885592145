using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What is said of shares that the policy refuses.</summary>
internal static class PolicyTexts
{
    public static LocalizedText Public => Sentence.Of($"nothing is shared with everybody", $"rien n'est partagé avec tout le monde");

    public static LocalizedText Users =>
        Sentence.Of($"nothing is shared with accounts of the server", $"rien n'est partagé avec des comptes du serveur");

    public static LocalizedText Accounts =>
        Sentence.Of($"accounts of guests are not made, suspended or deleted", $"aucun compte d'invité n'est créé, suspendu ni supprimé");

    public static LocalizedText Notes => Sentence.Of($"mails have no note", $"les courriels n'ont pas de note");

    public static LocalizedText Refused(LocalizedText what, SourceLocation at) =>
        Sentence.Of($"the policy at {at} does not allow this: {what}.", $"la règle en {at} ne le permet pas : {what}.");

    public static LocalizedText Owner(string owner) =>
        Sentence.Of($"'{Excerpt.Of(owner)}' is not one of its owners", $"« {Excerpt.Of(owner)} » n'est pas un de ses propriétaires");

    public static LocalizedText Guest(string guest) =>
        Sentence.Of($"'{Excerpt.Of(guest)}' is not one of its guests", $"« {Excerpt.Of(guest)} » n'est pas un de ses invités");

    public static LocalizedText Rights(Permissions rights, Permissions most) =>
        Sentence.Of($"the rights '{rights}' are more than '{most}'", $"les droits « {rights} » vont au-delà de « {most} »");
}

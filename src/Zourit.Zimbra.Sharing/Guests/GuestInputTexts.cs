using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>What is wrong with what somebody typed about a guest, in English and French.</summary>
internal static class GuestInputTexts
{
    public static LocalizedText NoPassword =>
        new("The password is empty: nobody could sign in.", "Le mot de passe est vide : personne ne pourrait se connecter.");

    public static LocalizedText NoIdentifier => new("The identifier is empty.", "L'identifiant est vide.");

    public static LocalizedText NoAccount(GuestIdentifier identifier, string code) =>
        LocalizedText.Format(
            $"{identifier} has no account ({code}): the guest has not signed up by the personal link yet, the account was deleted, or the "
                + $"identifier is mistyped. Mail the link again (NotifyAgainAsync), or make the account (Guests.CreateAsync).",
            $"{identifier} n'a pas de compte ({code}) : l'invité ne s'est pas encore inscrit par son lien personnel, le compte a été "
                + $"supprimé, ou l'identifiant est mal saisi. Renvoyez le lien (NotifyAgainAsync), ou créez le compte (Guests.CreateAsync)."
        );

    public static LocalizedText NoOwner =>
        new(
            "Owner is empty. Name the account whose calendar is shared.",
            "Le propriétaire (Owner) est vide. Nommez le compte dont l'agenda est partagé."
        );

    public static LocalizedText OtherDomain(string owner, string ownerDomain, string domain) =>
        LocalizedText.Format(
            $"{owner} belongs to the domain {ownerDomain}, not {domain}. A guest has one account for each domain: make that of "
                + $"{ownerDomain} by a call of its own.",
            $"{owner} est du domaine {ownerDomain}, pas de {domain}. Un invité a un compte pour chaque domaine : créez celui de "
                + $"{ownerDomain} par un appel à part."
        );

    public static LocalizedText NotOwn(SharedCalendar calendar) =>
        LocalizedText.Format(
            $"{calendar} is no folder of {calendar.Owner}'s own but a mountpoint or a saved search. Share it from the mailbox that it "
                + $"belongs to.",
            $"{calendar} n'est pas un dossier propre de {calendar.Owner} mais un point de montage ou une recherche enregistrée. "
                + $"Partagez-le "
                + $"depuis la boîte aux lettres à laquelle il appartient."
        );
}

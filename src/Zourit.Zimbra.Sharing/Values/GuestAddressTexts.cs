namespace Zourit.Zimbra.Sharing.Values;

/// <summary>What is said of a guest's address that is almost certainly mistyped, in English and French.</summary>
internal static class GuestAddressTexts
{
    private static LocalizedText Anyway =>
        new("If the address is right, set CheckAddress = false.", "Si l'adresse est juste, indiquez CheckAddress = false.");

    public static LocalizedText MistypedColleague(string guest) =>
        LocalizedText
            .Format(
                $"'{guest}' is in the owner's own domain, and no account there: it is most likely a mistyped colleague. Nothing was sent. "
                    + $"Correct the address; for a group, share with it as with a user (ShareWithUserAsync).",
                $"« {guest} » est dans le domaine du propriétaire, mais n'y est pas un compte : c'est sans doute l'adresse mal saisie d'un "
                    + $"collègue. Rien n'a été envoyé. Corrigez l'adresse ; pour un groupe, partagez comme avec un utilisateur "
                    + $"(ShareWithUserAsync)."
            )
            .Then(Anyway);

    public static LocalizedText Misspelled(string guest, string meant) =>
        LocalizedText
            .Format(
                $"'{guest}' looks mistyped: is it '{meant}'? Nothing was sent.",
                $"« {guest} » semble mal saisie : s'agit-il de « {meant} » ? Rien n'a été envoyé."
            )
            .Then(Anyway);

    public static LocalizedText Identifier(string guest, string mail) =>
        LocalizedText
            .Format(
                $"'{guest}' is what a guest types as user name, not their mail: is it '{mail}'? A mail to it would reach nobody. Nothing "
                    + $"was "
                    + $"sent.",
                $"« {guest} » est l'identifiant qu'un invité saisit pour se connecter, pas son adresse : s'agit-il de « {mail} » ? Un "
                    + $"courriel envoyé là n'arriverait à personne. Rien n'a été envoyé."
            )
            .Then(Anyway);

    public static LocalizedText IdentifierOfUser(string user, string mail) =>
        LocalizedText
            .Format(
                $"'{user}' is what a guest types as user name, not a user's address. A mail to it would reach nobody. Nothing was sent. "
                    + $"Share with the guest's mail address by ShareWithGuestAsync: is it '{mail}'?",
                $"« {user} » est l'identifiant qu'un invité saisit pour se connecter, pas l'adresse d'un utilisateur. Un courriel envoyé "
                    + $"là n'arriverait à personne. Rien n'a été envoyé. Partagez avec l'adresse de l'invité par ShareWithGuestAsync : "
                    + $"s'agit-il de « {mail} » ?"
            )
            .Then(Anyway);
}

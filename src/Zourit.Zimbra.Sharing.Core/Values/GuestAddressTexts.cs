namespace Zourit.Zimbra.Sharing.Values;

/// <summary>What is said of a guest's address that is almost certainly mistyped, in English and French.</summary>
internal static class GuestAddressTexts
{
    public static LocalizedText Anyway =>
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
        LocalizedText.Format(
            $"'{guest}' is what a guest types as user name, not their mail: is it '{mail}'? A mail to it would reach nobody. Nothing was "
                + $"sent.",
            $"« {guest} » est l'identifiant qu'un invité saisit pour se connecter, pas son adresse : s'agit-il de « {mail} » ? Un courriel "
                + $"envoyé là n'arriverait à personne. Rien n'a été envoyé."
        );

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

    public static LocalizedText HasName(string text, string bare) =>
        LocalizedText.Format(
            $"'{text}' has a display name. Give the bare address: '{bare}'.",
            $"« {text} » contient un nom affiché. Donnez l'adresse seule : « {bare} »."
        );

    public static LocalizedText NoAddress(string text) =>
        LocalizedText.Format(
            $"'{text}' is no mail address: it must have a name, an '@' and a domain, e.g. 'adresse@orange.fr'.",
            $"« {text} » n'est pas une adresse de courriel : il faut un nom, un « @ » et un domaine, par exemple « adresse@orange.fr »."
        );

    public static LocalizedText SeveralAts(string text) =>
        LocalizedText.Format(
            $"'{text}' has more than one '@'. Give one address, without quotes.",
            $"« {text} » contient plusieurs « @ ». Donnez une seule adresse, sans guillemets."
        );

    public static LocalizedText NoGuestName(string text) =>
        LocalizedText.Format(
            $"'{text}' cannot be a guest's address: before the '@' only ASCII letters, digits and . _ - + ' and the like may stand, since "
                + $"the guest's account is named after it.",
            $"« {text} » ne peut être l'adresse d'un invité : avant le « @ » ne peuvent figurer que des lettres sans accent, des chiffres, "
                + $"et . _ - + ' et leurs semblables, car le compte de l'invité en porte le nom."
        );

    public static LocalizedText NoDomain(string text, string domain) =>
        LocalizedText.Format(
            $"'{text}' is no mail address: '{domain}' is no domain, or has letters that are not encoded the same way everywhere: write its "
                + $"xn-- form.",
            $"« {text} » n'est pas une adresse de courriel : « {domain} » n'est pas un domaine, ou contient des lettres qui ne "
                + $"sont pas codées "
                + $"partout de la même façon : écrivez sa forme xn--."
        );

    public static LocalizedText TooLong(int longest) =>
        LocalizedText.Format(
            $"The address is longer than {longest} characters, more than the server keeps for a guest.",
            $"L'adresse dépasse {longest} caractères, plus que ce que le serveur garde pour un invité."
        );

    public static LocalizedText NoName(string text) =>
        LocalizedText.Format(
            $"'{text}' is no address. Give a bare mail address, e.g. 'paul@asso.org'.",
            $"« {text} » n'est pas une adresse. Donnez une adresse de courriel seule, par exemple « paul@asso.org »."
        );
}

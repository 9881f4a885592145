using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Reading;

/// <summary>What is said of owners who cannot be read.</summary>
internal static class ReadingTexts
{
    public static LocalizedText NotTheOwner =>
        Sentence.Of(
            $"only the owner and administrators see with whom calendars are shared: log in as one of them.",
            $"seuls le propriétaire et les administrateurs voient avec qui les agendas sont partagés : connectez-vous comme l'un d'eux."
        );

    public static LocalizedText Hidden =>
        Sentence.Of(
            $"the administrator may not read what the owner publishes: the right get.account.zimbraSharedItem is missing.",
            $"l'administrateur ne peut pas lire ce que le propriétaire publie : le droit get.account.zimbraSharedItem manque."
        );

    public static LocalizedText Unreadable =>
        Sentence.Of(
            $"somebody wrote values into zimbraSharedItem that are no shares.",
            $"quelqu'un a écrit dans zimbraSharedItem des valeurs qui ne sont pas des partages."
        );

    public static LocalizedText Refused(LocalizedText rule) =>
        Sentence.Of($"the server will refuse this: {rule}", $"le serveur le refusera : {rule}");

    public static LocalizedText Capped(LocalizedText rule) =>
        Sentence.Of($"the server will end this share earlier: {rule}", $"le serveur mettra fin à ce partage plus tôt : {rule}");

    public static LocalizedText RefusedAs(LocalizedText reason) =>
        Sentence.Of($"this will be refused: {reason}", $"ceci sera refusé : {reason}");

    public static LocalizedText IsAnAccount(string address) =>
        Sentence.Of(
            $"'{Excerpt.Of(address)}' is an account of the server: write 'user' in place of 'guest'.",
            $"« {Excerpt.Of(address)} » est un compte du serveur : écrivez « user » à la place de « guest »."
        );

    public static LocalizedText IsAList(string address) =>
        Sentence.Of(
            $"'{Excerpt.Of(address)}' is a distribution list of the server: write 'user' in place of 'guest'.",
            $"« {Excerpt.Of(address)} » est une liste de diffusion du serveur : écrivez « user » à la place de « guest »."
        );

    public static LocalizedText IsTheOwner(string address) =>
        Sentence.Of(
            $"'{Excerpt.Of(address)}' is the owner, with whom nothing can be shared.",
            $"« {Excerpt.Of(address)} » est le propriétaire, avec qui rien ne peut être partagé."
        );

    public static LocalizedText IsNobody(string address) =>
        Sentence.Of(
            $"the server knows neither an account nor a distribution list '{Excerpt.Of(address)}', and would make a guest of it: "
                + $"check the spelling, or write 'guest' in place of 'user'.",
            $"le serveur ne connaît ni compte ni liste de diffusion « {Excerpt.Of(address)} », et en ferait un invité : "
                + $"vérifiez l'orthographe, ou écrivez « guest » à la place de « user »."
        );

    public static LocalizedText NoAccount(string address) =>
        Sentence.Of(
            $"the server knows no account '{Excerpt.Of(address)}'. It may be a distribution list; "
                + $"otherwise the server makes a guest of it.",
            $"le serveur ne connaît pas de compte « {Excerpt.Of(address)} ». C'est peut-être une liste de diffusion ; "
                + $"sinon, le serveur en fait un invité."
        );

    public static LocalizedText NotPredicted(LocalizedText failure) =>
        Sentence.Of(
            $"what the server will make of this could not be found out: {failure}",
            $"ce que le serveur en fera n'a pas pu être déterminé : {failure}"
        );
}

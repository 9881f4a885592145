using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>What is wrong with what somebody typed to read a calendar, in English and French.</summary>
internal static class FeedInputTexts
{
    public static LocalizedText NoPassword =>
        new(
            "The password is empty. To read a public calendar anonymously pass no credentials at all.",
            "Le mot de passe est vide. Pour lire un agenda public sans connexion, ne donnez pas d'identifiants du tout."
        );

    public static LocalizedText Colon(string userName) =>
        LocalizedText.Format(
            $"The user name '{Quoted.Of(userName)}:***' holds a colon, at which HTTP Basic would cut it. Give the bare name or address.",
            $"L'identifiant « {Quoted.Of(userName)}:*** » contient un deux-points, auquel HTTP Basic le couperait. Donnez le nom "
                + $"ou l'adresse "
                + $"seule."
        );

    public static LocalizedText NoOwner(string owner) =>
        LocalizedText.Format(
            $"'{Quoted.Of(owner)}' is no account with its domain, e.g. 'owner@monasso.org'.",
            $"« {Quoted.Of(owner)} » n'est pas un compte avec son domaine, par exemple « owner@monasso.org »."
        );

    public static LocalizedText OwnerWithoutDomain(IcsAddress address) =>
        LocalizedText.Format(
            $"'{Quoted.Of(address.ToString())}' names its owner without a domain. Use the full address, e.g. "
                + $"https://mail1.example.net/home/owner@monasso.org/my-events.ics.",
            $"« {Quoted.Of(address.ToString())} » nomme son propriétaire sans domaine. Utilisez l'adresse complète, par exemple "
                + $"https://mail1.example.net/home/owner@monasso.org/my-events.ics."
        );

    public static LocalizedText NotRead(IcsAddress address, LocalizedText why) =>
        LocalizedText.Format(
            $"'{Quoted.Of(address.ToString())}' cannot be read: {why}",
            $"« {Quoted.Of(address.ToString())} » ne peut être lu : {why}"
        );
}

namespace Zourit.Zimbra.Sharing.Guides.Wording;

/// <summary>What the French guide says to each kind of subscriber.</summary>
internal static class FrenchSubscribers
{
    private const string Shared =
        "{owner} partage avec vous l’agenda « {calendar} ». Voici comment l’afficher à côté de vos propres "
        + "événements et le garder à jour.";

    public static IReadOnlyDictionary<SubscriberKind, SubscriberPhrases> All =>
        new Dictionary<SubscriberKind, SubscriberPhrases>
        {
            [SubscriberKind.Everybody] = new(
                "{owner} a rendu public l’agenda « {calendar} ». Voici comment l’afficher à côté de vos propres événements et le "
                    + "garder "
                    + "à jour.",
                "Aucun : laissez l’identifiant et le mot de passe vides"
            ),
            [SubscriberKind.Guest] = new(Shared, "Celui que vous choisissez vous-même grâce à votre lien personnel")
            {
                Heading = "D’abord : choisissez votre mot de passe",
                Steps =
                [
                    "Indiquez votre nom tel que les autres peuvent le voir, choisissez un mot de passe (sans accents : certains "
                        + "logiciels ne savent pas les envoyer) et confirmez-le. Personne d’autre "
                        + "ne "
                        + "le connaît : conservez-le bien.",
                    "Votre identifiant est désormais {user} : il ressemble à une adresse de courriel mais n’en est pas une, et votre "
                        + "propre adresse ne fonctionne pas à sa place.",
                ],
                Notes =
                [
                    "Le lien personnel n’est destiné qu’à vous : ne le transmettez à personne.",
                    "Si vous avez déjà un mot de passe pour un autre agenda de {domain}, le même identifiant et le même mot de passe "
                        + "sont "
                        + "valables ici.",
                    "Mot de passe oublié ? Le serveur ne peut pas vous en envoyer un nouveau. Contact : {contact}.",
                ],
            },
            [SubscriberKind.GuestWithGrantPassword] = new(
                Shared,
                "Celui qui vous est remis pour cet agenda ; le serveur ne l’envoie jamais par courriel"
            )
            {
                Heading = "D’abord : obtenez votre mot de passe",
                Steps =
                [
                    "Demandez le mot de passe de cet agenda, par téléphone ou de vive voix. Contact : {contact}.",
                    "Votre identifiant est votre adresse de courriel {user} sans rien d’autre autour.",
                ],
                Notes =
                [
                    "Ce mot de passe ne vaut que pour cet agenda. Ce n’est pas celui de votre messagerie : ne saisissez jamais "
                        + "celui-là ici.",
                ],
            },
            [SubscriberKind.User] = new(Shared, "Le mot de passe habituel de votre compte")
            {
                Heading = "D’abord : il ne vous faut peut-être rien de plus",
                Steps =
                [
                    "Dans le webmail Zimbra, ouvrez le courriel qui annonce ce partage et choisissez [Accepter le partage] : l’agenda "
                        + "s’affiche parmi les vôtres, sans aucune adresse.",
                ],
                Notes =
                [
                    "Pour un autre logiciel, lisez la suite. Si votre compte demande un second facteur à la connexion, l’adresse "
                        + "n’accepte pas son mot de passe : restez sur le webmail.",
                ],
            },
        };
}

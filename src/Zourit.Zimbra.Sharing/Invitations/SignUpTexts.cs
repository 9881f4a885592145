using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Invitations;

/// <summary>What is said of a sign-up that was refused, or is not known, in English and French.</summary>
internal static class SignUpTexts
{
    /// <summary>Why it is not known; parts of a sentence.</summary>
    public static LocalizedText FormAsBefore =>
        new(
            "the link, opened again, still shows the form, but the server may be at it even now",
            "le lien, rouvert, montre encore le formulaire, mais le serveur y travaille peut-être encore"
        );

    public static LocalizedText FurtherFailed => new("a further one failed", "une nouvelle tentative a échoué");

    public static LocalizedText FurtherRefused => new("a further one was refused", "une nouvelle tentative a été refusée");

    public static LocalizedText NotOpened =>
        new("the link could not be opened again to find out", "le lien n'a pas pu être rouvert pour le savoir");

    public static LocalizedText NeitherPage =>
        new(
            "the link, opened again, shows neither the sign-up form nor the login page",
            "le lien, rouvert, ne montre ni le formulaire d'inscription ni la page de connexion"
        );

    public static LocalizedText NotAsked =>
        new("whether it is this guest's, and whole, could not be asked", "on n'a pas pu demander s'il est celui de cet invité, et complet");

    public static LocalizedText MayBeMade(string mail, bool isLost, LocalizedText why)
    {
        LocalizedText reply = isLost ? new("lost", "s'est perdue") : new("not plain", "n'est pas claire");
        return LocalizedText.Format(
            $"The sign-up of {mail} may have made the account: its reply was {reply}, and {why}. Accept again to learn it.",
            $"L'inscription de {mail} a peut-être créé le compte : sa réponse {reply}, et {why}. Acceptez de nouveau pour le savoir."
        );
    }

    public static LocalizedText NotMade(Uri address, int times)
    {
        LocalizedText sent = times == 1 ? new("once", "une fois") : LocalizedText.Format($"{times} times", $"{times} fois");
        return LocalizedText.Format(
            $"The sign-up at {address.Authority} was sent {sent} and got no usable answer, but the link, opened again, still shows the "
                + $"form. No account was made.",
            $"L'inscription sur {address.Authority} a été envoyée {sent} sans réponse utilisable, mais le lien, rouvert, montre encore le "
                + $"formulaire. Aucun compte n'a été créé."
        );
    }

    public static LocalizedText NoSession(int status) =>
        LocalizedText.Format(
            $"the sign-up was answered HTTP {status} without a session.",
            $"l'inscription a reçu la réponse HTTP {status} sans session."
        );

    public static LocalizedText TooLarge(int bytes) =>
        LocalizedText.Format(
            $"the page is larger than {bytes} bytes, more than any sign-up page: it is not Zimbra's.",
            $"la page dépasse {bytes} octets, plus que toute page d'inscription : ce n'est pas celle de Zimbra."
        );

    public static LocalizedText NotAccepted(string mail, LocalizedText why) =>
        LocalizedText.Format(
            $"The invitation of {mail} cannot be accepted: {why}",
            $"L'invitation de {mail} ne peut être acceptée : {why}"
        );

    public static LocalizedText Expired(DateTimeOffset? end) =>
        LocalizedText.Format(
            $"it ended on {end:u}. Ask the owner to send the share mail again.",
            $"elle a expiré le {end:u}. Demandez au propriétaire d'envoyer de nouveau le courriel de partage."
        );

    public static LocalizedText LinkRejected =>
        new(
            "the server does not take the link for its own (HTTP 500): it was altered or cut, or the server's provisioning key was changed "
                + "since. Ask the owner to send the share mail again.",
            "le serveur ne reconnaît pas ce lien (HTTP 500) : il a été modifié ou coupé, ou la clé du serveur a changé depuis. Demandez au "
                + "propriétaire d'envoyer de nouveau le courriel de partage."
        );

    public static LocalizedText PasswordRefused =>
        new(
            "the server's password policy refuses the password. Choose a longer one with upper and lower case letters, digits and signs.",
            "les règles du serveur refusent ce mot de passe. Choisissez-en un plus long, avec majuscules, minuscules, chiffres et signes."
        );

    public static LocalizedText NothingShared =>
        new(
            "nothing is shared with this address (any more). Ask the owner to share again.",
            "rien n'est partagé (ou ne l'est plus) avec cette adresse. Demandez au propriétaire de partager de nouveau."
        );

    public static LocalizedText Refused(string code) =>
        LocalizedText.Format(
            $"the server refused with {code}. Ask the owner whether the calendar is still shared.",
            $"le serveur a refusé avec {code}. Demandez au propriétaire si l'agenda est encore partagé."
        );

    public static LocalizedText NoReason =>
        new(
            "the server refused and its page does not say why: nothing is shared with this address (any more), or its password policy "
                + "refuses the password.",
            "le serveur a refusé et sa page ne dit pas pourquoi : rien n'est partagé (ou ne l'est plus) avec cette adresse, ou ses règles "
                + "refusent le mot de passe."
        );

    public static LocalizedText NotZimbras(Uri address) =>
        LocalizedText.Format(
            $"What answers at {address.Authority} is not Zimbra's sign-up page. Check that the link's host is the Zimbra server.",
            $"Ce qui répond à {address.Authority} n'est pas la page d'inscription de Zimbra. Vérifiez que l'hôte du lien est le "
                + $"serveur Zimbra."
        );

    public static LocalizedText NotShared(FolderPath calendar, string owner, GuestAddress guest) =>
        LocalizedText.Format(
            $"{calendar} of {owner} is not shared with {guest}, so a link would open nothing. Share first.",
            $"{calendar} de {owner} n'est pas partagé avec {guest}, un lien n'ouvrirait donc rien. Partagez d'abord."
        );

    public static LocalizedText StrangeKey(string attribute) =>
        LocalizedText.Format(
            $"The server's {attribute} has another form than version:created:key.",
            $"La valeur {attribute} du serveur n'a pas la forme version:création:clé."
        );
}

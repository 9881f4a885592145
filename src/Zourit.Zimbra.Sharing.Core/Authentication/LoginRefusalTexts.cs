using System.Globalization;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Authentication;

/// <summary>Why nobody was let in, and what to do, in English and French.</summary>
internal static class LoginRefusalTexts
{
    private static readonly TimeSpan PreauthLifetime = TimeSpan.FromMinutes(5);

    public static LocalizedText UserService =>
        LocalizedText.Format(
            $"The address of the admin service answers as the user service. Set "
                + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.AdminUri)} to the admin port (7071 by default).",
            $"L'adresse du service d'administration répond comme le service des utilisateurs. Donnez à "
                + $"{nameof(ZimbraClientOptions)}.{nameof(ZimbraClientOptions.AdminUri)} le port d'administration (7071 par défaut)."
        );

    public static LocalizedText Rejected(string account) =>
        LocalizedText.Format(
            $"The server does not let {account} in: the name or password is wrong, or the account is locked, closed, pending or "
                + $"locked out. "
                + $"It does not tell which. Try them once in the web client: every failed login counts towards a lock-out.",
            $"Le serveur refuse la connexion de {account} : le nom ou le mot de passe est faux, ou le compte est verrouillé, fermé, en "
                + $"attente ou bloqué. Il ne précise pas la cause. Essayez une fois ce nom et ce mot de passe dans le client web : "
                + $"chaque connexion refusée rapproche d'un blocage."
        );

    public static LocalizedText Preauth(string account, TimeSpan? clockDifference) =>
        LocalizedText
            .Format(
                $"The server does not let {account} in by preauth: the key is not the one of the account's domain (zimbraPreAuthKey), the "
                    + $"clocks differ by more than five minutes, or the account is unknown, locked or closed. The server does not "
                    + $"say which.",
                $"Le serveur refuse la connexion de {account} par préauthentification : la clé n'est pas celle du domaine du compte "
                    + $"(zimbraPreAuthKey), les horloges diffèrent de plus de cinq minutes, ou le compte est inconnu, verrouillé ou fermé. "
                    + $"Le serveur ne précise pas la cause."
            )
            .Then(Clocks(clockDifference));

    public static LocalizedText NoAdministrator(string account) =>
        LocalizedText.Format(
            $"The server does not let {account} in as an administrator: there is no such account, or it is no administrator.",
            $"Le serveur refuse la connexion de {account} comme administrateur : ce compte n'existe pas, ou n'est pas administrateur."
        );

    public static LocalizedText MustChange(string account) =>
        LocalizedText.Format(
            $"{account} must change the password first, in the web client.",
            $"{account} doit d'abord changer de mot de passe, dans le client web."
        );

    public static LocalizedText Maintenance(string account) =>
        LocalizedText.Format(
            $"{account} or its domain is in maintenance. Try again later.",
            $"{account} ou son domaine est en maintenance. Réessayez plus tard."
        );

    public static LocalizedText InMaintenance(string account) =>
        LocalizedText.Format(
            $"{account} or its domain is in maintenance, so that nobody can act for it. Try again afterwards.",
            $"{account} ou son domaine est en maintenance, si bien que personne ne peut agir pour lui. Réessayez ensuite."
        );

    public static LocalizedText TwoFactor(string account, bool isAdmin) =>
        LocalizedText
            .Format(
                $"{account} has two-factor sign-in: a password alone opens nothing.",
                $"{account} se connecte à deux facteurs : un mot de passe seul ne suffit pas."
            )
            .Then(
                isAdmin
                    ? LocalizedText.Format(
                        $"Use an administrator without it, or a token that was issued elsewhere "
                            + $"({nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.AdminToken)}).",
                        $"Prenez un administrateur sans cela, ou un jeton obtenu ailleurs "
                            + $"({nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.AdminToken)})."
                    )
                    : LocalizedText.Format(
                        $"Use {nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Preauth)}, or an administrator acting on behalf of the "
                            + $"account.",
                        $"Utilisez {nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Preauth)}, ou un administrateur qui agit pour le "
                            + $"compte."
                    )
            );

    public static LocalizedText NotByProbe => new("not tried again by a probe", "pas réessayé par une simple vérification");

    public static LocalizedText NotFor(TimeSpan pause) =>
        LocalizedText.Format(
            $"not tried again for {pause.TotalMinutes:0.#} minutes",
            $"pas réessayé pendant {pause.TotalMinutes:0.#} minutes"
        );

    public static LocalizedText Repeated(LocalizedText refusal, LocalizedText why) =>
        LocalizedText.Format(
            $"{refusal} (Refused before, and {why}, since failed logins lead to lock-out.)",
            $"{refusal} (Déjà refusé, et {why}, car des connexions refusées mènent à un blocage.)"
        );

    public static LocalizedText NotInTime(TimeSpan limit) =>
        LocalizedText.Format(
            $"The login was not done within {limit.TotalSeconds:0.#} s, which leaves of {nameof(ZimbraClientOptions.AttemptTimeout)} some "
                + $"time for the request.",
            $"La connexion n'a pas abouti en {limit.TotalSeconds:0.#} s, ce qui laisse de {nameof(ZimbraClientOptions.AttemptTimeout)} un "
                + $"peu de temps pour la demande."
        );

    public static LocalizedText NeedsAdministrator(string operation) =>
        LocalizedText.Format(
            $"{operation} is an administrator's request. Make the client with "
                + $"{nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Admin)}.",
            $"{operation} est une demande d'administrateur. Créez le client avec "
                + $"{nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Admin)}."
        );

    public static LocalizedText NeedsAccount(string operation) =>
        LocalizedText.Format(
            $"{operation} needs an account, and the client is anonymous. Make it with "
                + $"{nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Password)} or another way to sign in.",
            $"{operation} exige un compte, et le client est anonyme. Créez-le avec "
                + $"{nameof(ZimbraCredentials)}.{nameof(ZimbraCredentials.Password)} ou une autre façon de se connecter."
        );

    public static LocalizedText TokenRejected(string operation, bool isNew, string code) =>
        isNew
            ? LocalizedText.Format(
                $"{operation}: the server does not accept even a token that it has just issued ({code}): the account's password or status "
                    + $"changed meanwhile, or the servers behind the address disagree about tokens.",
                $"{operation} : le serveur n'accepte pas même un jeton qu'il vient de délivrer ({code}) : le mot de passe ou l'état du "
                    + $"compte a changé entre-temps, ou les serveurs derrière l'adresse ne s'accordent pas sur les jetons."
            )
            : LocalizedText.Format(
                $"{operation}: the server does not accept the token ({code}): it ended, was logged out, or the account's password "
                    + $"or status "
                    + $"changed. A given token cannot be renewed: make the client with a new one.",
                $"{operation} : le serveur n'accepte pas le jeton ({code}) : il a expiré, sa session a été fermée, ou le mot de passe ou "
                    + $"l'état du compte a changé. Un jeton donné ne peut être renouvelé : créez le client avec un nouveau."
            );

    /// <param name="difference">How far the server's clock is ahead.</param>
    private static LocalizedText Clocks(TimeSpan? difference)
    {
        if (difference is not { } ahead)
        {
            return new(
                "Its answer did not give its time: compare its clock with this machine's.",
                "Sa réponse ne donnait pas son heure : comparez son horloge avec celle de ce poste."
            );
        }

        string seconds = Math.Abs(ahead.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        bool isBehind = ahead < TimeSpan.Zero;
        string english = isBehind ? "behind" : "ahead of",
            french = isBehind ? "retarde" : "avance";
        LocalizedText clocks = LocalizedText.Format(
            $"Its clock is {seconds} s {english} this machine's",
            $"Son horloge {french} de {seconds} s sur celle de ce poste"
        );
        return ahead.Duration() > PreauthLifetime
            ? LocalizedText.Format($"{clocks}: set the one that is wrong.", $"{clocks} : réglez celle qui est fausse.")
            : LocalizedText.Format(
                $"{clocks}, which is near enough: check the key and the account.",
                $"{clocks}, ce qui suffit : vérifiez la clé et le compte."
            );
    }
}

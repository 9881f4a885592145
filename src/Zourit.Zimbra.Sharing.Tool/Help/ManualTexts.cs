using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Help;

/// <summary>What the manual says besides the commands.</summary>
internal static class ManualTexts
{
    public static LocalizedText Secrets { get; } =
        Sentence.Of(
            $"Never an argument. --password-file (- for standard input), --password-command, --preauth-key-file and --token-file; then the "
                + $"profile's; then the files zimbra-password, zimbra-token, zimbra-preauth-key and zimbra-guest-password in "
                + $"$CREDENTIALS_DIRECTORY; the environment last, which other processes may read: ZIMBRA_PASSWORD, ZIMBRA_TOKEN, "
                + $"ZIMBRA_GUEST_PASSWORD. Where nothing is set, a terminal is asked.",
            $"Jamais en argument. --password-file (- : entrée standard), --password-command, --preauth-key-file et --token-file ; puis "
                + $"ceux du profil ; puis les fichiers zimbra-password, zimbra-token, zimbra-preauth-key et zimbra-guest-password dans "
                + $"$CREDENTIALS_DIRECTORY ; l'environnement en dernier, que d'autres processus peuvent lire : ZIMBRA_PASSWORD, "
                + $"ZIMBRA_TOKEN, ZIMBRA_GUEST_PASSWORD. Si rien n'est défini, le terminal pose la question."
        );

    public static IReadOnlyList<(int Code, LocalizedText Text)> ExitCodes { get; } =
    [
        (0, Sentence.Of($"Done, nothing to do, or the plan is made.", $"Fait, rien à faire, ou plan établi.")),
        (1, Sentence.Of($"A bug.", $"Un bogue.")),
        (2, Sentence.Of($"Changes are pending (--detailed-exitcode).", $"Des changements attendent (--detailed-exitcode).")),
        (3, Sentence.Of($"Some items failed or are unknown; repeat.", $"Des éléments ont échoué ou sont inconnus ; répétez.")),
        (4, Sentence.Of($"The login was refused.", $"Connexion refusée.")),
        (5, Sentence.Of($"The server was not reached; repeat later.", $"Serveur injoignable ; répétez plus tard.")),
        (
            6,
            Sentence.Of($"Refused by a limit, a policy or a missing right.", $"Refusé par une limite, une politique ou un droit manquant.")
        ),
        (7, Sentence.Of($"What was asked for needs an edit.", $"Ce qui est demandé doit être corrigé.")),
        (8, Sentence.Of($"The saved plan is stale; plan again.", $"Le plan enregistré est périmé ; refaites-le.")),
        (9, Sentence.Of($"Another run holds the lock.", $"Un autre passage tient le verrou.")),
        (64, Sentence.Of($"The command line is wrong.", $"La ligne de commande est fausse.")),
        (65, Sentence.Of($"A file is invalid.", $"Un fichier n'est pas valide.")),
        (130, Sentence.Of($"Interrupted, with an account of it.", $"Interrompu, avec un compte rendu.")),
    ];
}

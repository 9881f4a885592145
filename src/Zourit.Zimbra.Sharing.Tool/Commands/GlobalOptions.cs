using System.CommandLine;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Help;

namespace Zourit.Zimbra.Sharing.Tool.Commands;

/// <summary>The options of every command.</summary>
internal sealed class GlobalOptions
{
    public TextOption Profile { get; } =
        new("--profile", "NAME", Sentence.Of($"a profile of the configuration file", $"un profil du fichier de configuration"));

    public TextOption Server { get; } =
        new("--server", "URL", Sentence.Of($"the server, e.g. https://mail1.example.net", $"le serveur, p. ex. https://mail1.example.net"));

    public TextOption AdminServer { get; } =
        new(
            "--admin-server",
            "URL",
            Sentence.Of($"the admin service, where it is not on port 7071", $"le service d'administration, s'il n'est pas sur le port 7071")
        )
        {
            IsRare = true,
        };

    public TextOption Account { get; } =
        new("--account", "ADDRESS", Sentence.Of($"the account that logs in", $"le compte qui se connecte"));

    public Flag Admin { get; } =
        new("--admin", Sentence.Of($"the account is an administrator's", $"le compte est celui d'un administrateur"));

    public TextOption OnBehalfOf { get; } =
        new("--on-behalf-of", "OWNER", Sentence.Of($"the owner whose calendars are meant", $"le propriétaire des agendas"));

    public TextOption PasswordFile { get; } =
        new(
            "--password-file",
            "FILE",
            Sentence.Of($"the password is this file's first line; - for standard input", $"mot de passe : 1re ligne du fichier, ou -")
        );

    public TextOption PasswordCommand { get; } =
        new("--password-command", "CMD", Sentence.Of($"the password is what this prints", $"commande dont la sortie est le mot de passe"));

    public TextOption GuestPasswordFile { get; } =
        new("--guest-password-file", "FILE", Sentence.Of($"a guest's password, likewise", $"le mot de passe d'un invité, de même"))
        {
            IsRare = true,
        };

    public TextOption PreauthKeyFile { get; } =
        new(
            "--preauth-key-file",
            "FILE",
            Sentence.Of($"the domain's preauth key in place of a password", $"la clé de préauthentification du domaine")
        )
        {
            IsRare = true,
        };

    public TextOption TokenFile { get; } =
        new("--token-file", "FILE", Sentence.Of($"a token in place of a password", $"un jeton à la place d'un mot de passe"))
        {
            IsRare = true,
        };

    public TextOption TrustedRoots { get; } =
        new("--trusted-roots", "FILE", Sentence.Of($"certificate authorities to trust (PEM)", $"autorités de certification (PEM)"))
        {
            IsRare = true,
        };

    public TextOption Rate { get; } =
        new("--rate", "N", Sentence.Of($"at most N requests a second", $"au plus N requêtes par seconde")) { IsRare = true };

    public Flag Json { get; } = new("--json", Sentence.Of($"write lines of JSON", $"écrire des lignes JSON"));

    public TextOption Lang { get; } =
        new("--lang", "en|fr", Sentence.Of($"the language; else the locale's", $"la langue ; sinon celle du système"), "en", "fr");

    public Flag NoColor { get; } = new("--no-color", Sentence.Of($"no colours", $"sans couleurs")) { IsRare = true };

    public Flag Quiet { get; } = new("--quiet", Sentence.Of($"only results and errors", $"résultats et erreurs seulement"), "-q");

    public Flag Verbose { get; } = new("--verbose", Sentence.Of($"say what is asked of the server", $"dire ce qui est demandé"), "-v");

    public Flag NoInput { get; } = new("--no-input", Sentence.Of($"never ask", $"ne rien demander")) { IsRare = true };

    public Flag DryRun { get; } = new("--dry-run", Sentence.Of($"show what would be done", $"montrer ce qui serait fait"));

    public Flag Yes { get; } = new("--yes", Sentence.Of($"do it without asking", $"faire sans demander"), "-y");

    public Flag ShowLinks { get; } =
        new("--show-links", Sentence.Of($"show personal links: who has one gets in", $"montrer les liens personnels")) { IsRare = true };

    public TextOption Actor { get; } =
        new("--actor", "NAME", Sentence.Of($"who asked for it, for the journal", $"qui l'a demandé")) { IsRare = true };

    public TextOption Ref { get; } =
        new("--ref", "TEXT", Sentence.Of($"what it belongs to, e.g. a commit", $"à quoi cela se rapporte, p. ex. un commit"))
        {
            IsRare = true,
        };

    public Flag Help { get; } =
        new("--help", Sentence.Of($"this page; all of it with --verbose", $"cette page ; en entier avec --verbose"), "-h", "-?");

    public Flag Version { get; } = new("--version", Sentence.Of($"the version", $"la version"));

    public IEnumerable<Option> All =>
        [
            Profile,
            Server,
            AdminServer,
            Account,
            Admin,
            OnBehalfOf,
            PasswordFile,
            PasswordCommand,
            GuestPasswordFile,
            PreauthKeyFile,
            TokenFile,
            TrustedRoots,
            Rate,
            Json,
            Lang,
            NoColor,
            Quiet,
            Verbose,
            NoInput,
            DryRun,
            Yes,
            ShowLinks,
            Actor,
            Ref,
            Help,
            Version,
        ];
}

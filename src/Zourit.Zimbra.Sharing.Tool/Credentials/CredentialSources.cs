using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Profiles;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Credentials;

/// <summary>
/// Where secrets come from: a file or standard input, a command, the profile's file or command, <c>$CREDENTIALS_DIRECTORY</c> (systemd),
/// and the environment last, which other processes can read. Where nothing of this is set, a terminal is asked.
/// </summary>
internal sealed class CredentialSources(Invocation run, Profile profile)
{
    public async Task<Credential> LoginAsync(string? account, CancellationToken cancellationToken)
    {
        GlobalOptions options = run.Options;
        (string? File, CredentialKind Kind)[] files =
        [
            (run[options.TokenFile], CredentialKind.Token),
            (run[options.PreauthKeyFile], CredentialKind.PreauthKey),
            (run[options.PasswordFile], CredentialKind.Password),
        ];
        string? command = run[options.PasswordCommand];
        if (files.Count(each => each.File is not null) + (command is null ? 0 : 1) > 1)
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"Name one of --password-file, --password-command, --preauth-key-file and --token-file.",
                    $"Indiquez un seul de --password-file, --password-command, --preauth-key-file et --token-file."
                )
            );
        }

        (string? named, CredentialKind kind) = files.FirstOrDefault(each => each.File is not null);
        return named is not null ? new(kind, await SecretFile.ReadAsync(named, run.Terminal, cancellationToken))
            : command is not null ? new(CredentialKind.Password, await SecretCommand.RunAsync(command, cancellationToken))
            : await FromProfileAsync(cancellationToken)
                ?? await FromDirectoryAsync(cancellationToken)
                ?? FromEnvironment()
                ?? new(CredentialKind.Password, Ask(account));
    }

    /// <summary>A guest's password; null where none is given.</summary>
    public async Task<Secret?> GuestPasswordAsync(CancellationToken cancellationToken) =>
        run[run.Options.GuestPasswordFile] is { } file ? await SecretFile.ReadAsync(file, run.Terminal, cancellationToken)
        : CredentialFile("zimbra-guest-password") is { } path ? await SecretFile.ReadAsync(path, run.Terminal, cancellationToken)
        : Secret.FromNullable(run.Terminal.Variable("ZIMBRA_GUEST_PASSWORD"));

    private async Task<Credential?> FromProfileAsync(CancellationToken cancellationToken) =>
        profile.TokenFile is { } token ? new(CredentialKind.Token, await SecretFile.ReadAsync(token, run.Terminal, cancellationToken))
        : profile.PreauthKeyFile is { } key
            ? new(CredentialKind.PreauthKey, await SecretFile.ReadAsync(key, run.Terminal, cancellationToken))
        : profile.PasswordFile is { } file ? new(CredentialKind.Password, await SecretFile.ReadAsync(file, run.Terminal, cancellationToken))
        : profile.PasswordCommand is { } command ? new(CredentialKind.Password, await SecretCommand.RunAsync(command, cancellationToken))
        : null;

    private async Task<Credential?> FromDirectoryAsync(CancellationToken cancellationToken) =>
        CredentialFile("zimbra-password") is { } password
            ? new(CredentialKind.Password, await SecretFile.ReadAsync(password, run.Terminal, cancellationToken))
        : CredentialFile("zimbra-token") is { } token
            ? new(CredentialKind.Token, await SecretFile.ReadAsync(token, run.Terminal, cancellationToken))
        : CredentialFile("zimbra-preauth-key") is { } key
            ? new(CredentialKind.PreauthKey, await SecretFile.ReadAsync(key, run.Terminal, cancellationToken))
        : null;

    private Credential? FromEnvironment() =>
        run.Terminal.Variable("ZIMBRA_PASSWORD") is { } password ? new(CredentialKind.Password, new Secret(password))
        : run.Terminal.Variable("ZIMBRA_TOKEN") is { } token ? new(CredentialKind.Token, new Secret(token))
        : null;

    private string? CredentialFile(string name) =>
        run.Terminal.Variable("CREDENTIALS_DIRECTORY") is { } folder && Path.Combine(folder, name) is var path && File.Exists(path)
            ? path
            : null;

    private Secret Ask(string? account)
    {
        if (!run.CanAsk)
        {
            throw ToolException.Usage(
                Sentence.Of(
                    $"No password: name a --password-file (- for standard input) or a --password-command; last, ZIMBRA_PASSWORD is read.",
                    $"Pas de mot de passe : indiquez --password-file (- pour l'entrée standard) ou --password-command ; en dernier, "
                        + $"ZIMBRA_PASSWORD est lue."
                )
            );
        }

        string name = Excerpt.Of(account ?? "");
        run.Notes.WriteLine(run.Say(Sentence.Of($"Password of {name}:", $"Mot de passe de {name} :")));
        return run.Terminal.ReadHidden() is { Length: > 0 } typed
            ? new Secret(typed)
            : throw ToolException.Usage(Sentence.Of($"No password was typed.", $"Aucun mot de passe n'a été saisi."));
    }
}

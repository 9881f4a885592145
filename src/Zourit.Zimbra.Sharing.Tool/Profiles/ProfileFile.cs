using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Profiles;

/// <summary>
/// The configuration file, <c>$XDG_CONFIG_HOME/zimbra-share/config.json</c>, or the one that <c>ZIMBRA_SHARE_CONFIG</c> names. Where it is
/// missing there are no profiles.
/// </summary>
internal sealed class ProfileFile
{
    private const long MaxBytes = 1024 * 1024;

    public required string Path { get; init; }

    public bool Exists { get; init; }

    /// <summary>The profile that is meant where none is named; null for none.</summary>
    public string? Default { get; init; }

    public IReadOnlyDictionary<string, Profile> Profiles { get; init; } = new Dictionary<string, Profile>();

    /// <summary>Reads it.</summary>
    /// <exception cref="ToolException">It is no such file.</exception>
    public static ProfileFile Read(Terminal terminal)
    {
        string path = PathOf(terminal);
        if (Directory.Exists(path))
        {
            throw new ToolException(
                ExitCode.InvalidFile,
                Sentence.Of($"{path} is a folder: name a file in it.", $"{path} est un dossier : indiquez un fichier.")
            );
        }

        if (!File.Exists(path))
        {
            return new() { Path = path };
        }

        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new ToolException(ExitCode.InvalidFile, Sentence.Of($"{path} has more than 1 MiB.", $"{path} fait plus de 1 Mio."));
        }

        return ProfileReader.Read(File.ReadAllBytes(path), path);
    }

    /// <summary>A profile by its name; the default one, or an empty one, where none is named.</summary>
    /// <exception cref="ToolException">There is no such profile.</exception>
    public Profile Find(string? name)
    {
        if ((name ?? Default) is not { } wanted)
        {
            return new();
        }

        if (Profiles.TryGetValue(wanted, out Profile? profile))
        {
            return profile;
        }

        if (!Exists)
        {
            throw ToolException.Usage(Missing(wanted));
        }

        string? nearest = NearestName.Of(wanted, Profiles.Keys);
        string known = string.Join(", ", Profiles.Keys.Order(StringComparer.Ordinal));
        throw ToolException.Usage(
            known.Length == 0 ? Sentence.Of($"There is no profile in {Path}.", $"Il n'y a aucun profil dans {Path}.")
            : nearest is null
                ? Sentence.Of(
                    $"There is no profile '{Excerpt.Of(wanted)}' in {Path}; there are: {known}.",
                    $"Il n'y a pas de profil « {Excerpt.Of(wanted)} » dans {Path} ; il y a : {known}."
                )
            : Sentence.Of(
                $"There is no profile '{Excerpt.Of(wanted)}' in {Path}; did you mean '{nearest}'?",
                $"Il n'y a pas de profil « {Excerpt.Of(wanted)} » dans {Path} ; vouliez-vous dire « {nearest} » ?"
            )
        );
    }

    private LocalizedText Missing(string wanted)
    {
        string name = Excerpt.Of(wanted);
        string example = $$"""{ "profiles": { "{{name}}": { "server": "https://mail1.example.net", "account": "owner@monasso.org" } } }""";
        return Sentence.Of(
            $"There is no profile '{name}', since there is no file {Path}. Write it, e.g. {example}, or name --server and --account.",
            $"Il n'y a pas de profil « {name} », car le fichier {Path} n'existe pas. Écrivez-le, p. ex. {example}, ou indiquez --server et "
                + $"--account."
        );
    }

    private static string PathOf(Terminal terminal) =>
        terminal.Variable("ZIMBRA_SHARE_CONFIG")
        ?? System.IO.Path.Combine(
            terminal.Variable("XDG_CONFIG_HOME")
                ?? System.IO.Path.Combine(terminal.Variable("HOME") ?? terminal.Variable("USERPROFILE") ?? ".", ".config"),
            "zimbra-share",
            "config.json"
        );
}

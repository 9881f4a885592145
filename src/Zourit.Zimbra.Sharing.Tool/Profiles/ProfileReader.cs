using System.Text.Json;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tool.Profiles;

/// <summary>Reads the JSON of a configuration file. Comments and trailing commas are allowed: people write it.</summary>
internal static class ProfileReader
{
    private static readonly string[] Keys =
    [
        "server",
        "adminServer",
        "account",
        "admin",
        "onBehalfOf",
        "trustedRoots",
        "language",
        "rate",
        "passwordFile",
        "passwordCommand",
        "preauthKeyFile",
        "tokenFile",
    ];

    private static readonly string[] Secrets = ["password", "token", "preauthKey", "guestPassword"];

    /// <exception cref="ToolException">It is no such file.</exception>
    public static ProfileFile Read(byte[] json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json.AsMemory(),
                new JsonDocumentOptions
                {
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                    MaxDepth = 8,
                }
            );
            Dictionary<string, Profile> profiles = [];
            string? named = null;
            foreach (JsonProperty property in Entries(document.RootElement, path, ""))
            {
                switch (property.Name)
                {
                    case "default":
                        named = Text(property, path, "");
                        break;
                    case "profiles":
                        foreach (JsonProperty profile in Entries(property.Value, path, "profiles"))
                        {
                            profiles[profile.Name] = ProfileOf(profile.Value, path, profile.Name);
                        }

                        break;
                    default:
                        throw Unknown(property.Name, ["default", "profiles"], path);
                }
            }

            return new()
            {
                Path = path,
                Exists = true,
                Default = named,
                Profiles = profiles,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            long line = ((e as JsonException)?.LineNumber ?? 0) + 1;
            throw Invalid(path, Sentence.Of($"line {line} is no JSON.", $"la ligne {line} n'est pas du JSON."));
        }
    }

    private static Profile ProfileOf(JsonElement element, string path, string name)
    {
        Dictionary<string, string> values = [];
        foreach (JsonProperty property in Entries(element, path, name))
        {
            if (Secrets.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw Invalid(
                    path,
                    Sentence.Of(
                        $"'{property.Name}' does not belong in this file: name a passwordFile or a passwordCommand.",
                        $"« {property.Name} » n'a pas sa place dans ce fichier : indiquez passwordFile ou passwordCommand."
                    )
                );
            }

            if (!Keys.Contains(property.Name))
            {
                throw Unknown(property.Name, Keys, path);
            }

            values[property.Name] = Text(property, path, name);
        }

        return new()
        {
            Server = values.GetValueOrDefault("server"),
            AdminServer = values.GetValueOrDefault("adminServer"),
            Account = values.GetValueOrDefault("account"),
            Admin = values.GetValueOrDefault("admin") == "true",
            OnBehalfOf = values.GetValueOrDefault("onBehalfOf"),
            TrustedRoots = values.GetValueOrDefault("trustedRoots"),
            Language = LanguageOf(values.GetValueOrDefault("language"), path),
            Rate = values.GetValueOrDefault("rate"),
            PasswordFile = values.GetValueOrDefault("passwordFile"),
            PasswordCommand = values.GetValueOrDefault("passwordCommand"),
            PreauthKeyFile = values.GetValueOrDefault("preauthKeyFile"),
            TokenFile = values.GetValueOrDefault("tokenFile"),
        };
    }

    private static string? LanguageOf(string? language, string path) =>
        language is null || SpokenLanguage.All.Contains(language)
            ? language
            : throw Invalid(path, Sentence.Of($"'language' is en or fr.", $"« language » est en ou fr."));

    private static JsonElement.ObjectEnumerator Entries(JsonElement element, string path, string place) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject()
            : throw Invalid(path, Sentence.Of($"'{place}' must be an object.", $"« {place} » doit être un objet."));

    private static string Text(JsonProperty property, string path, string place) =>
        property.Value.ValueKind switch
        {
            JsonValueKind.String => property.Value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => property.Value.GetRawText(),
            _ => throw Invalid(
                path,
                Sentence.Of(
                    $"'{Excerpt.Of(property.Name)}' of '{Excerpt.Of(place)}' must be a text.",
                    $"« {Excerpt.Of(property.Name)} » de « {Excerpt.Of(place)} » doit être un texte."
                )
            ),
        };

    private static ToolException Unknown(string name, IEnumerable<string> known, string path)
    {
        string? nearest = NearestName.Of(name, known);
        return Invalid(
            path,
            nearest is null
                ? Sentence.Of($"there is no key '{Excerpt.Of(name)}'.", $"il n'y a pas de clé « {Excerpt.Of(name)} ».")
                : Sentence.Of(
                    $"there is no key '{Excerpt.Of(name)}'; did you mean '{nearest}'?",
                    $"il n'y a pas de clé « {Excerpt.Of(name)} » ; vouliez-vous dire « {nearest} » ?"
                )
        );
    }

    private static ToolException Invalid(string path, LocalizedText text) =>
        new(ExitCode.InvalidFile, Sentence.Of($"{path}: {text}", $"{path} : {text}"));
}

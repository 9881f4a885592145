using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>
/// The state a fake server starts with, as a JSON file gives it: camel-case members, comments and trailing commas allowed, unknown members
/// refused. Every part is optional. Names refer to each other by Zimbra's own names (mail addresses, folder paths), never by ids: those are
/// the server's to give.
/// </summary>
public sealed class SeedFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new AttributeValuesConverter() },
    };

    /// <summary>The time the server's clock shows at the start, after which it goes on by itself; the real time when absent.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>
    /// <c>zimbraExternalAccountProvisioningKey</c>, the key that signs personal links: <c>version:milliseconds:hex digits</c>; a random one
    /// when absent.
    /// </summary>
    public string? ProvisioningKey { get; init; }

    /// <summary>
    /// How long a change of an ACL waits before it is published in the directory (<c>zimbraSharedItem</c>); at once when absent.
    /// <c>hh:mm:ss</c>.
    /// </summary>
    public TimeSpan? PublicationLag { get; init; }

    /// <summary>Attributes of the global configuration.</summary>
    public Dictionary<string, AttributeValues> Config { get; init; } = [];

    /// <summary>
    /// Classes of service. <c>default</c> and <c>defaultExternal</c> are always there; naming them here sets their attributes.
    /// </summary>
    public IReadOnlyList<SeededCos> Cos { get; init; } = [];

    /// <summary>Mail domains.</summary>
    public IReadOnlyList<SeededDomain> Domains { get; init; } = [];

    /// <summary>
    /// Accounts with their mailboxes; the first one with <c>"admin": true</c> is the administrator whose name is given to clients.
    /// </summary>
    public IReadOnlyList<SeededAccount> Accounts { get; init; } = [];

    /// <summary>Distribution lists.</summary>
    public IReadOnlyList<SeededGroup> Groups { get; init; } = [];

    /// <summary>Mails that left before the server started.</summary>
    public IReadOnlyList<SeededMail> Outbox { get; init; } = [];

    /// <summary>Reads a seed.</summary>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="FormatException">It is no JSON, or says something the format does not know; the message names line and
    /// member.</exception>
    public static SeedFile Parse(string json)
    {
        try
        {
            SeedFile seed = JsonSerializer.Deserialize<SeedFile>(json, Options)
                ?? throw new FormatException("The seed is null; an empty one is {}.");
            using var text = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return NullItem(text.RootElement, "$") is { } path
                ? throw new FormatException($"The seed cannot be read: {path} is null. Leave out what is not there.")
                : seed;
        }
        catch (JsonException e)
        {
            throw new FormatException($"The seed cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a seed from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is no JSON, or says something the format does not know; the message names line and
    /// member.</exception>
    public static SeedFile Load(string path) => Parse(File.ReadAllText(path));

    // The serializer looks at members only, not at what lists hold.
    private static string? NullItem(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value
                .EnumerateArray()
                .Select((each, i) => each.ValueKind is JsonValueKind.Null ? $"{path}[{i}]" : NullItem(each, $"{path}[{i}]"))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Object => value
                .EnumerateObject()
                .Select(member => NullItem(member.Value, $"{path}.{member.Name}"))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
}

using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What a replay must know that the recordings do not hold: setup.json beside this file.</summary>
internal sealed record ReplaySetup(
    Dictionary<string, ReplaySetup.Account> Accounts,
    Dictionary<string, ReplaySetup.Server> OnFreshServers,
    IReadOnlyList<ReplaySetup.Step> Unrecorded
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ReplaySetup Load() =>
        JsonSerializer.Deserialize<ReplaySetup>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replay", "setup.json")), Options)!;

    /// <summary>
    /// The same accounts with the ids that they had on the server of a later section; those without did not occur there.
    /// </summary>
    public ReplaySetup Of(string section) =>
        this with
        {
            Accounts = OnFreshServers[section]
                .Ids.ToDictionary(
                    id => id.Key,
                    id => new Account(id.Value, OnFreshServers[section].Passwords?.GetValueOrDefault(id.Key) ?? Accounts[id.Key].Password)
                ),
        };

    /// <summary>The accounts of a fresh server; passwords are given where they are others, or those of guests.</summary>
    internal sealed record Server(Dictionary<string, string> Ids, Dictionary<string, string>? Passwords);

    /// <summary>An account that was there before the first recording.</summary>
    internal sealed record Account(string Id, string Password);

    /// <summary>
    /// Something that was done between two recordings: attributes set, an administrator's request, grants on the folder Rest.
    /// </summary>
    internal sealed record Step(
        string Before,
        string Why,
        string? Account,
        Dictionary<string, string>? Set,
        string? Admin,
        string? Owner,
        string[]? Grants
    );
}

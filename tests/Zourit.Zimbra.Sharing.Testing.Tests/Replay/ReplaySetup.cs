using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What a replay must know that the recordings do not hold: setup.json beside this file.</summary>
internal sealed record ReplaySetup(
    Dictionary<string, ReplaySetup.Account> Accounts,
    Dictionary<string, string> FreshIds,
    IReadOnlyList<ReplaySetup.Step> Unrecorded
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ReplaySetup Load() =>
        JsonSerializer.Deserialize<ReplaySetup>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replay", "setup.json")), Options)!;

    /// <summary>
    /// The same accounts with the ids that they had on the second server, that of section 12; those without did not occur there.
    /// </summary>
    public ReplaySetup OnFreshServer() =>
        this with
        {
            Accounts = FreshIds.ToDictionary(id => id.Key, id => Accounts[id.Key] with { Id = id.Value }),
        };

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

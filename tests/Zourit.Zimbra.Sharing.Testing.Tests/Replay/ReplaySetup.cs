using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What a replay must know that the recordings do not hold: setup.json beside this file.</summary>
internal sealed record ReplaySetup(Dictionary<string, ReplaySetup.Account> Accounts, IReadOnlyList<ReplaySetup.Step> Unrecorded)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ReplaySetup Load() => JsonSerializer.Deserialize<ReplaySetup>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replay", "setup.json")), Options)!;

    /// <summary>An account that was there before the first recording.</summary>
    internal sealed record Account(string Id, string Password);

    /// <summary>Something that was done between two recordings: attributes set, an administrator's request, grants on the folder Rest.</summary>
    internal sealed record Step(
        string Before, string Why, string? Account, Dictionary<string, string>? Set, string? Admin, string? AdminDeleteList, string? Owner, string[]? Grants);
}

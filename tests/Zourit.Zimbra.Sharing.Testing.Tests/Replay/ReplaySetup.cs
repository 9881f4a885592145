using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>What a replay must know that the recordings do not hold: setup.json beside this file.</summary>
internal sealed record ReplaySetup(
    Dictionary<string, ReplaySetup.Account> Accounts,
    Dictionary<string, ReplaySetup.Server> OnFreshServers,
    IReadOnlyList<ReplaySetup.Step> Unrecorded,
    IReadOnlyList<ReplaySetup.Pair> SentAtOnce
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ReplaySetup Load() =>
        JsonSerializer.Deserialize<ReplaySetup>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Replay", "setup.json")), Options)!;

    /// <summary>The name of the mail server; null for the one that the fake has by itself.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// The same accounts with the ids that they had on the server of a later section; those without did not occur there.
    /// </summary>
    public ReplaySetup Of(string section) =>
        this with
        {
            ServerName = OnFreshServers[section].Name,
            Accounts = OnFreshServers[section]
                .Ids.ToDictionary(
                    id => id.Key,
                    id => new Account(id.Value, OnFreshServers[section].Passwords?.GetValueOrDefault(id.Key) ?? Accounts[id.Key].Password)
                ),
        };

    /// <summary>The accounts of a fresh server; passwords are given where they are others, or those of guests.</summary>
    internal sealed record Server(Dictionary<string, string> Ids, Dictionary<string, string>? Passwords, string? Name = null);

    /// <summary>
    /// The recordings in the order in which the server came to them, which differs from their numbers where two were sent at once.
    /// </summary>
    public IReadOnlyList<Recording> InOrder(IEnumerable<Recording> recordings)
    {
        List<Recording> ordered = [.. recordings];
        foreach (var pair in SentAtOnce)
            if (ordered.Find(recording => recording.Name == pair.Played) is { } early && ordered.Remove(early))
                ordered.Insert(ordered.FindIndex(recording => recording.Name == pair.After) + 1, early);
        return ordered;
    }

    /// <summary>Two requests sent at once, of which the server answered the one with the greater number first.</summary>
    internal sealed record Pair(string Played, string After);

    /// <summary>An account that was there before the first recording.</summary>
    internal sealed record Account(string Id, string Password);

    /// <summary>
    /// Something that was done between two recordings: attributes set, an administrator's request, grants on a folder (<c>/Rest</c> when
    /// none is named), a password that the account has by then.
    /// </summary>
    internal sealed record Step(
        string Before,
        string Why,
        string? Account,
        Dictionary<string, string>? Set,
        string? Admin,
        string? Owner,
        string? Folder,
        string[]? Grants,
        string? Password = null
    );
}

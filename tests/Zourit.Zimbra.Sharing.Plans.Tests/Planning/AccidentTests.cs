using System.Text;
using Zourit.Zimbra.Sharing.Plans.Manifests;
using Zourit.Zimbra.Sharing.Plans.Planning;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Planning;

/// <summary>
/// What happens to files at night. Pruning is on, and whatever happens to the manifest or its list, nothing is removed beyond the limit:
/// it is an error, the plan is refused, or it removes a few.
/// </summary>
public sealed class AccidentTests : IDisposable
{
    private const int OwnerCount = 4;
    private const int GuestCount = 12;
    private const int FewRemovals = 5;

    private const string Settings = """
        version: 1
        timezone: Europe/Paris
        scope: { owners: ['*@monasso.org'], kinds: [guest] }
        groups:
          all: [g0@x.org, g1@x.org, g2@x.org, g3@x.org, g4@x.org, g5@x.org, g6@x.org, g7@x.org, g8@x.org, g9@x.org, g10@x.org, g11@x.org]
        shares:
          - { owners: [o0@monasso.org, o1@monasso.org], calendar: '/Événements', guests: [all] }
          - { file: members.csv, owners: [o2@monasso.org, o3@monasso.org], calendars: ['/Événements'] }

        """;

    private static readonly string Rows =
        "guest;expires\r\n" + string.Concat(Enumerable.Range(0, GuestCount).Select(i => $"g{i}@x.org;2030-12-31\r\n"));

    private readonly Files _files = new();

    public static TheoryData<string> Accidents { get; } = [.. Edits().Keys];

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Without_an_accident_nothing_is_removed() => Assert.Equal(0, await RemovedAsync(Settings, Rows));

    [Theory, MemberData(nameof(Accidents))]
    public async Task An_accident_removes_nothing_beyond_the_limit(string name)
    {
        (string settings, byte[] rows) = Edits()[name];

        Assert.InRange(await RemovedAsync(settings, rows), 0, FewRemovals);
    }

    [Fact]
    public async Task A_half_written_file_removes_nothing_beyond_the_limit()
    {
        for (int length = 0; length < Settings.Length; length += 3)
        {
            Assert.InRange(await RemovedAsync(Settings[..length], Rows), 0, FewRemovals);
        }

        for (int length = 0; length < Rows.Length; length += 3)
        {
            Assert.InRange(await RemovedAsync(Settings, Rows[..length]), 0, FewRemovals);
        }
    }

    private static Dictionary<string, (string Settings, byte[] Rows)> Edits()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Rows);
        (string, byte[]) Manifest(string settings) => (settings, whole);
        (string, byte[]) List(string rows) => (Settings, Encoding.UTF8.GetBytes(rows));
        return new()
        {
            ["the manifest is empty"] = Manifest(""),
            ["the manifest has no shares"] = Manifest(Settings[..Settings.IndexOf("shares:", StringComparison.Ordinal)] + "shares: []"),
            ["the manifest is UTF-16"] = Manifest(Settings.Replace("version", "version\0", StringComparison.Ordinal)),
            ["letters of the calendar became two"] = Manifest(Settings.Replace("É", "Ã‰", StringComparison.Ordinal)),
            ["the calendar has another name"] = Manifest(Settings.Replace("/Événements", "/Evenements", StringComparison.Ordinal)),
            ["the group is empty"] = Manifest(Settings.Replace(Settings.Split('\n')[4], "  all: []", StringComparison.Ordinal)),
            ["the group has another name"] = Manifest(Settings.Replace("  all:", "  everybody:", StringComparison.Ordinal)),
            ["an entry was deleted"] = Manifest(Settings[..Settings.IndexOf("  - { file", StringComparison.Ordinal)]),
            ["an owner is misspelt"] = Manifest(Settings.Replace("o1@", "ol@", StringComparison.Ordinal)),
            ["the domain is misspelt"] = Manifest(
                Settings.Replace("[o0@monasso.org, o1@monasso.org]", "[o0@monaso.org]", StringComparison.Ordinal)
            ),
            ["the scope is the world"] = Manifest(Settings.Replace("'*@monasso.org'", "'**'", StringComparison.Ordinal)),
            ["the indentation is lost"] = Manifest(
                Settings.Replace("    all", "all", StringComparison.Ordinal).Replace("  - ", "- ", StringComparison.Ordinal)
            ),
            ["a merge conflict"] = Manifest(Settings + "<<<<<<< HEAD\n=======\n>>>>>>> other\n"),
            ["the list is gone"] = Manifest(Settings.Replace("members.csv", "member.csv", StringComparison.Ordinal)),
            ["the list lost its rows"] = List("guest;expires\r\n"),
            ["the list lost half of its rows"] = List(Rows[..(Rows.Length / 2)]),
            ["the list lost its header"] = List(Rows[Rows.IndexOf('\n', StringComparison.Ordinal)..]),
            ["the list lost a column"] = List(
                Rows.Replace(";2030-12-31", "", StringComparison.Ordinal).Replace("guest;", "", StringComparison.Ordinal)
            ),
            ["the list is windows-1252"] = (Settings, [.. Encoding.Latin1.GetBytes(Rows.Replace("g3@", "é3@", StringComparison.Ordinal))]),
            ["a spreadsheet rewrote the dates"] = List(Rows.Replace("2030-12-31", "31/12/30", StringComparison.Ordinal)),
            ["a spreadsheet made numbers of the dates"] = List(Rows.Replace("2030-12-31", "47848", StringComparison.Ordinal)),
            ["all ends are in the past"] = List(Rows.Replace("2030", "2020", StringComparison.Ordinal)),
            ["the list is a web page"] = List("<!DOCTYPE html><html><body>Not found</body></html>"),
            ["a quotation mark is open"] = List(Rows.Replace("g1@x.org", "\"g1@x.org", StringComparison.Ordinal)),
            ["the rows are separated by commas"] = List(Rows.Replace("org;", "org,", StringComparison.Ordinal)),
        };
    }

    private Task<int> RemovedAsync(string settings, string rows) => RemovedAsync(settings, Encoding.UTF8.GetBytes(rows));

    // What would be removed: nothing where the manifest is invalid or the plan is refused.
    private async Task<int> RemovedAsync(string settings, byte[] rows)
    {
        _files.Add("members.csv", rows);
        ReadOutcome<Manifest> outcome = await _files.ReadAsync(settings);
        if (outcome.Value is not { } manifest)
        {
            return 0;
        }

        Owners owners = new();
        for (int i = 0; i < OwnerCount; i++)
        {
            string end = i < 2 ? "" : " 2030-12-31T23:00:00";
            owners.With(
                $"o{i}@monasso.org",
                "/Événements",
                [.. Enumerable.Range(0, GuestCount).Select(guest => $"guest g{guest}@x.org r{end}")]
            );
        }

        PlanOptions options = new() { Prune = manifest.Scope is null ? PruneMode.None : PruneMode.Scope, TimeProvider = PlanOf.Clock };
        SharingPlan plan = await new SharingPlanner(owners).PlanAsync(manifest, options, Files.Token);
        return plan.Breaches.Count > 0 ? 0 : plan.Summary.TakenAway;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Sequences;

/// <summary>A set of recorded sequences, played against a fake by the script that comes with it, and what the script reports.</summary>
internal sealed partial class SequencePlay
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private SequencePlay(string report, IReadOnlyList<Row> rows) => (Report, Rows) = (report, rows);

    public string Report { get; }

    /// <summary>How the steps of each operation went.</summary>
    public IReadOnlyList<Row> Rows { get; }

    public int Steps => Rows.Sum(row => row.Steps);

    public int Agreeing => Rows.Sum(row => row.Agreeing);

    /// <summary>Plays a set that lies beside the repository; skips the test where it is absent, or Python is.</summary>
    /// <param name="set">The folder's name.</param>
    /// <param name="pauses">How the script waits; what ends within a set ends for those only who wait.</param>
    public static async Task<SequencePlay> RunAsync(string set, params string[] pauses)
    {
        string folder = Find(set);
        Assert.SkipUnless(Directory.Exists(folder), $"The sequences are not here: {folder}");
        Assert.SkipUnless(Python.IsHere(), "There is no python3, which plays the sequences.");
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(Longest);
        await using var zimbra = await FakeZimbra.StartRecordedAsync(cancellationToken: bound.Token);

        string report = await Python.RunAsync(
            [
                Path.Combine(folder, "replay.py"),
                "--user-url",
                Address(zimbra.ServerUri),
                "--admin-url",
                Address(zimbra.AdminUri),
                "--admin",
                zimbra.AdminName,
                "--admin-password",
                zimbra.AdminPassword,
                "--outbox-url",
                zimbra.OutboxUri.AbsoluteUri,
                .. pauses,
                folder,
            ],
            bound.Token
        );

        Assert.DoesNotContain("could not replay", report, StringComparison.Ordinal);
        List<Row> rows = [.. TableRow().Matches(report).Select(Row.Read)];
        Assert.True(rows.Count > 0, report);
        return new SequencePlay(report, rows);
    }

    private static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    private static string Find(string set)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zourit.Zimbra.Sharing.sln")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", set));
        }
        return Path.Combine(AppContext.BaseDirectory, set);
    }

    [GeneratedRegex("^(?<operation>\\S.*?) +(?<steps>[0-9]+) +(?<agreeing>[0-9]+) +[0-9]+ +[0-9]+ +[0-9]+ *\r?$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    internal sealed record Row(string Operation, int Steps, int Agreeing)
    {
        public static Row Read(Match match) =>
            new(match.Groups["operation"].Value, Number(match.Groups["steps"]), Number(match.Groups["agreeing"]));

        private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
    }
}

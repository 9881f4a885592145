using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Sequences;

/// <summary>Plays the recorded request sequences against the fake with the script that comes with them.</summary>
public sealed partial class SequenceTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Sequences_of_requests_are_answered_as_the_real_server_answered_them()
    {
        string folder = FindSequences();
        Assert.SkipUnless(Directory.Exists(folder), $"The sequences are not here: {folder}");
        Assert.SkipUnless(Python.IsHere(), "There is no python3, which plays the sequences.");
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(Longest);
        await using var zimbra = await FakeZimbra.StartAsync(cancellationToken: bound.Token);

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
                "--no-wait",
                folder,
            ],
            bound.Token
        );

        Assert.DoesNotContain("could not replay", report, StringComparison.Ordinal);
        Match total = Total().Match(report);
        Assert.True(total.Success, report);
        Assert.True(total.Groups["agreeing"].Value == total.Groups["steps"].Value, report);
    }

    private static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    private static string FindSequences()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zourit.Zimbra.Sharing.sln")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "sequences"));
        }
        return Path.Combine(AppContext.BaseDirectory, "sequences");
    }

    [GeneratedRegex(@"sequences: (?<agreeing>[1-9][0-9]*) of (?<steps>[0-9]+) steps agree")]
    private static partial Regex Total();
}

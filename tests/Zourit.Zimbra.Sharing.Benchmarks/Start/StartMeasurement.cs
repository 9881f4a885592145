using System.Globalization;
using Zourit.Zimbra.Sharing.Benchmarks.Ratios;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Testing.Journals;

namespace Zourit.Zimbra.Sharing.Benchmarks.Start;

/// <summary>
/// What a program costs from its start to its first share, compared with one that sends the same requests by HttpClient: compiled while it
/// runs, before it runs (ReadyToRun), and natively.
/// </summary>
internal static class StartMeasurement
{
    private const int Rounds = 21;
    private const string Owner = "owner@monasso.org";
    private const string Password = "Secret-1owner";
    private const string Calendar = "/my-events";

    private static readonly (string Name, string[] Properties)[] Ways =
    [
        ("jit", ["--no-self-contained"]),
        ("readytorun", ["--no-self-contained", "-p:PublishReadyToRun=true"]),
        ("native", ["-p:PublishAot=true"]),
    ];

    public static async Task RunAsync(Action<string, double, string> write)
    {
        string scratch = Directory.CreateTempSubdirectory("zimbra-start-").FullName;
        try
        {
            foreach ((string way, string[] properties) in Ways)
            {
                if (
                    PublishedProgram.Publish(scratch, "Share", way, properties) is { } share
                    && PublishedProgram.Publish(scratch, "Bare", way, properties) is { } bare
                )
                {
                    await CompareAsync(way, share, bare, Path.Combine(scratch, way, "requests"), write);
                }
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task CompareAsync(
        string way,
        PublishedProgram share,
        PublishedProgram bare,
        string requests,
        Action<string, double, string> write
    )
    {
        await using FakeZimbra fake = await FakeZimbra.StartAsync(seed =>
            seed.Account(Owner, Password, account => account.Calendar(Calendar))
        );
        string server = fake.ServerUri.AbsoluteUri;
        await share.RunAsync(server, Owner, Password, Calendar, Guest(0));
        int sent = await WriteRequestsAsync(fake.Journal.Entries, requests);

        var ours = new List<double>();
        var theirs = new List<double>();
        for (int round = 1; round <= Rounds; round++)
        {
            ours.Add(await share.RunAsync(server, Owner, Password, Calendar, Guest(2 * round)));
            theirs.Add(await bare.RunAsync(server, requests, Password, Guest((2 * round) + 1)));
        }

        if (fake.GrantsOf(Owner, Calendar).Count != (2 * Rounds) + 1)
        {
            throw new InvalidOperationException("The two programs did not do the same.");
        }

        if (way == "jit")
        {
            await PeerMeasurement.RunAsync(fake, requests, Password, Statistics.Median(theirs), write);
        }

        write(
            $"start.{way}",
            Statistics.Median(ours) / Statistics.Median(theirs),
            string.Create(
                CultureInfo.InvariantCulture,
                $"first share {Statistics.Median(ours):0} ms CPU from the start of the program, HttpClient sending the same {sent} "
                    + $"requests {Statistics.Median(theirs):0} ms; median of {Rounds} runs"
            )
        );
    }

    // The journal keeps requests without their secrets, which the program puts in again.
    private static async Task<int> WriteRequestsAsync(IReadOnlyList<JournalEntry> entries, string folder)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < entries.Count; i++)
        {
            string body = entries[i]
                .RequestBody.Replace("***", i == 0 ? "{password}" : "{token}", StringComparison.Ordinal)
                .Replace(Guest(0), "{guest}", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:00}.xml")), body);
        }

        return entries.Count;
    }

    private static string Guest(int number) => string.Create(CultureInfo.InvariantCulture, $"guest{number}@example.com");
}

using System.Diagnostics;
using System.Globalization;
using Zourit.Zimbra.Sharing.Benchmarks.Ratios;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Benchmarks.Start;

/// <summary>The same requests sent by programs of other makers, where they are installed; nothing is fetched.</summary>
internal static class PeerMeasurement
{
    private const int Rounds = 7;
    private const int NotInstalled = 3;
    private static readonly string[] Peers = ["curl", "urllib", "requests"];

    public static async Task RunAsync(
        FakeZimbra fake,
        string requests,
        string password,
        double httpClient,
        Action<string, double, string> write
    )
    {
        foreach (string peer in Peers)
        {
            var milliseconds = new List<double>();
            for (int round = 0; round < Rounds; round++)
            {
                string guest = string.Create(CultureInfo.InvariantCulture, $"{peer}{round}@example.com");
                if (await RunAsync(peer, fake.ServerUri.AbsoluteUri, requests, password, guest) is not { } used)
                {
                    break;
                }

                milliseconds.Add(used);
            }

            if (milliseconds.Count == Rounds)
            {
                write(
                    $"start.peer.{peer}",
                    Statistics.Median(milliseconds) / httpClient,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Statistics.Median(milliseconds):0} ms CPU from its start for the same requests; HttpClient (JIT) "
                            + $"{httpClient:0} ms; median of {Rounds} runs"
                    )
                );
            }
        }
    }

    private static async Task<double?> RunAsync(string peer, params string[] arguments)
    {
        string script = Path.GetFullPath(Path.Combine(ProgramFolder.Path, "..", "Peers", "first_share.py"));
        using Process? process = Start(new ProcessStartInfo("python3", [script, peer, .. arguments]) { RedirectStandardOutput = true });
        if (process is null)
        {
            return null;
        }

        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode switch
        {
            0 => double.Parse(printed, CultureInfo.InvariantCulture),
            NotInstalled => null,
            _ => throw new InvalidOperationException($"{peer} ended with {process.ExitCode}."),
        };
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no Python here.
            return null;
        }
    }
}

using System.Globalization;
using Zourit.Zimbra.Sharing.Benchmarks.Stubs;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Benchmarks.Ratios;

/// <summary>
/// What one <c>zimbra-share guest add</c> costs as a whole process, native, compared with curl sending the same requests in one process.
/// </summary>
internal static class ToolStart
{
    private const int Rounds = 21;
    private const string Owner = "owner@monasso.org";
    private const string Password = "Secret-1owner";

    public static async Task RunAsync(Action<string, double, string> write, TextWriter remarks)
    {
        string folder = Directory.CreateTempSubdirectory("tool-start-").FullName;
        try
        {
            if (Environment.GetEnvironmentVariable("ZIMBRA_SHARE_PROGRAM") is not { Length: > 0 } program)
            {
                await remarks.WriteLineAsync("tool.start: making the native file; ZIMBRA_SHARE_PROGRAM names one that is there.");
                program = Publish(folder);
            }

            await MeasureAsync(program, folder, write);
        }
        catch (Exception e) when (e is InvalidOperationException or PlatformNotSupportedException or System.ComponentModel.Win32Exception)
        {
            await remarks.WriteLineAsync($"tool.start could not be measured: {e.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string program, string folder, Action<string, double, string> write)
    {
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(seed =>
            seed.Account(Owner, Password, account => account.Calendar("/my-events"))
        );
        string password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, Password);
        double Add(string guest, Uri server) =>
            ChildProcess.Run(
                program,
                ["guest", "add", "/my-events", guest, "--server", $"{server}", "--account", Owner, "--password-file", password, "--json"],
                ("ZIMBRA_SHARE_CONFIG", Path.Combine(folder, "none.json"))
            );
        string[] curl;
        int requests;
        using (var proxy = new RecordingProxy(zimbra.ServerUri))
        {
            Add("recorded@orange.fr", proxy.Address);
            requests = proxy.Requests.Count;
            curl = CurlLine(proxy.Requests, zimbra.ServerUri, folder);
        }

        List<double> tool = [];
        List<double> other = [];
        List<double> offline = [];
        for (int round = -1; round < Rounds; round++)
        {
            double added = Add(string.Create(CultureInfo.InvariantCulture, $"g{round + 1}@orange.fr"), zimbra.ServerUri);
            double sent = ChildProcess.Run("curl", curl);
            double computed = ChildProcess.Run(program, ["identifier", "adresse@orange.fr", "monasso.org"]);
            if (round >= 0)
            {
                tool.Add(added);
                other.Add(sent);
                offline.Add(computed);
            }
        }

        if (zimbra.GrantsOf(Owner, "/my-events").Count != Rounds + 2)
        {
            throw new InvalidOperationException("Not every run shared the calendar.");
        }

        write(
            "tool.start",
            Statistics.Median(tool.Zip(other, (mine, others) => mine / others)),
            string.Create(
                CultureInfo.InvariantCulture,
                $"guest add {Statistics.Median(tool):0.0} ms CPU as a whole process, curl {Statistics.Median(other):0.0} ms for the same "
                    + $"{requests} requests; identifier offline {Statistics.Median(offline):0.0} ms; median of {Rounds} interleaved rounds"
            )
        );
    }

    private static string[] CurlLine(IReadOnlyList<RecordedRequest> requests, Uri server, string folder)
    {
        List<string> line = [];
        foreach (RecordedRequest request in requests)
        {
            if (line.Count > 0)
            {
                line.Add("--next");
            }

            string body = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"body-{line.Count}"));
            File.WriteAllBytes(body, request.Body);
            line.AddRange(["--silent", "--fail", "--request", request.Method]);
            line.AddRange(request.ContentType is { } type ? ["--header", $"Content-Type: {type}"] : []);
            line.AddRange(request.Cookie is { } cookie ? ["--header", $"Cookie: {cookie}"] : []);
            line.AddRange(request.Body.Length > 0 ? ["--data-binary", $"@{body}"] : []);
            line.Add(new Uri(server, request.Target).AbsoluteUri);
        }

        return [.. line];
    }

    private static string Publish(string folder)
    {
        string project = Path.Combine(Repository(), "src", "Zourit.Zimbra.Sharing.Tool");
        string[] arguments =
        [
            "publish",
            project,
            "--configuration",
            "Release",
            "--runtime",
            "linux-x64",
            "-p:Native=true",
            "--output",
            Path.Combine(folder, "native"),
            "--artifacts-path",
            Path.Combine(folder, "artifacts"),
            "-p:UseArtifactsOutput=true",
        ];
        ChildProcess.Run("dotnet", arguments, ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"));
        return Path.Combine(folder, "native", "zimbra-share");
    }

    private static string Repository()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "global.json")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The repository is not above this program.");
    }
}

using System.Diagnostics;
using System.Text;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Processes;

/// <summary>Somebody else's program, where it is installed, run in a folder that is its home and goes with it.</summary>
internal static class ClientProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Where a program is; skips the test where it is not installed.</summary>
    public static string Find(string name)
    {
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        Assert.SkipUnless(found is not null, $"{name} is not installed on this machine.");
        return found!;
    }

    /// <summary>Runs a program to its end. It does not outlive the test, nor three minutes.</summary>
    public static async Task<Result> RunAsync(
        string file,
        IEnumerable<string> arguments,
        TemporaryFolder home,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = home.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["HOME"] = home.Path;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TZ"] = "Europe/Paris";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(Longest);
        using Process process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            Task<string> errors = process.StandardError.ReadToEndAsync(bound.Token);
            string output = await process.StandardOutput.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return new Result(process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    internal sealed record Result(int ExitCode, string Output, string Errors)
    {
        public string All => Output + Errors;
    }
}

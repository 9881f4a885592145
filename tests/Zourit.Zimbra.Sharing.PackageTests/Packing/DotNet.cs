using System.Diagnostics;
using System.Text;

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>Runs programs, the dotnet command first of all, and tells what they printed.</summary>
internal static class DotNet
{
    private const int LongestReport = 6_000;

    private static readonly string[] Inherited = ["MSBUILD", "DOTNET_HOST", "DOTNET_CLI_", "VSTEST", "TESTINGPLATFORM"];

    /// <summary>Runs the SDK's command; what it prints is part of the exception when it fails.</summary>
    public static async Task<string> RunAsync(
        string folder,
        string[] arguments,
        CancellationToken cancellationToken,
        string? packagesFolder = null,
        string? password = null
    )
    {
        (int exitCode, string output) = await StartAsync(
            "dotnet",
            folder,
            arguments,
            start =>
            {
                Forget(start);

                // No build server may outlive the test.
                start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
                start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
                start.Environment["UseSharedCompilation"] = "false";

                // The build has run them; compilers' own warnings, and those of trimming, come all the same.
                start.Environment["RunAnalyzers"] = "false";
                start.Environment["DOTNET_NOLOGO"] = "1";
                start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
                if (password is not null)
                {
                    start.Environment["ZIMBRA_PASSWORD"] = password;
                }

                if (packagesFolder is not null)
                {
                    start.Environment["NUGET_PACKAGES"] = packagesFolder;
                }
            },
            cancellationToken
        );
        return exitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output[..Math.Min(output.Length, LongestReport)]}"
            );
    }

    /// <summary>Takes out what the command that runs the tests set for its own children, and would steer this one.</summary>
    public static void Forget(ProcessStartInfo start)
    {
        foreach (
            string name in start
                .Environment.Keys.Where(name => Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }
    }

    /// <summary>Runs a program to its end; a cancelled one is killed with its children.</summary>
    public static async Task<(int ExitCode, string Output)> StartAsync(
        string program,
        string folder,
        string[] arguments,
        Action<ProcessStartInfo>? prepare,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        prepare?.Invoke(start);
        using Process process = Process.Start(start)!;
        await using CancellationTokenRegistration registration = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        string output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, output + await errors);
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Zourit.Zimbra.Sharing.Benchmarks.Start;

/// <summary>One of the small programs, published in one of the ways that users have.</summary>
internal sealed class PublishedProgram(string folder, string name)
{
    /// <summary>Publishes it; null where this machine cannot, as without what links native programs.</summary>
    public static PublishedProgram? Publish(string scratch, string name, string way, string[] properties)
    {
        string folder = Path.Combine(scratch, way, name);
        using Process publish = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "publish",
                    Path.Combine(ProgramFolder.Path, name),
                    "--configuration",
                    "Release",
                    "--use-current-runtime",
                    "--output",
                    folder,
                    "--artifacts-path",
                    Path.Combine(scratch, $"{way}-artifacts"),
                    "-p:UseArtifactsOutput=true",
                    .. properties,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        string printed = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode == 0)
        {
            return new PublishedProgram(folder, name);
        }

        Console.Error.WriteLine($"{name} cannot be published as {way}:\n{printed}");
        return null;
    }

    /// <summary>Runs it, and gives the milliseconds of CPU that it took.</summary>
    public async Task<double> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(Path.Combine(folder, name), arguments) { RedirectStandardOutput = true }
        )!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? double.Parse(printed, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{name} ended with {process.ExitCode}.");
    }
}

namespace Zourit.Zimbra.Sharing.Samples.Tests.Processes;

/// <summary>A folder in which <c>zimbra-share</c> is found, to be set before <c>PATH</c>, and a home without profiles.</summary>
internal sealed class ToolOnPath : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string Tool = BuiltSample.Assembly("../src/Zourit.Zimbra.Sharing.Tool", "zimbra-share");

    public ToolOnPath()
    {
        Folder = Directory.CreateTempSubdirectory("zimbra-share-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "bin"));
        string script = Path.Combine(Folder, "bin", "zimbra-share");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{Tool}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, Executable);
        }
    }

    /// <summary>A folder for what a test needs; removed with the tool.</summary>
    public string Folder { get; }

    /// <summary>Writes a file that nobody else may read, and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a program to its end, with the tool on its path.</summary>
    public async Task<SampleProcess.Result> RunAsync(
        string program,
        string[] arguments,
        CancellationToken cancellationToken,
        params (string Name, string? Value)[] environment
    )
    {
        await using SampleProcess process = SampleProcess.StartFile(
            program,
            arguments,
            [
                ("PATH", $"{Path.Combine(Folder, "bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"),
                ("XDG_CONFIG_HOME", Path.Combine(Folder, "config")),
                ("LANG", "C.UTF-8"),
                ("LC_ALL", null),
                ("CI", null),
                .. environment,
            ]
        );
        return await process.EndAsync(cancellationToken);
    }

    /// <summary>Whether a program is on this machine's path.</summary>
    public static bool Has(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

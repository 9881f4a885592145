using System.Runtime.InteropServices;

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>A throw-away program on the packed packages, outside of the repository and its settings.</summary>
internal sealed class Consumer
{
    private static readonly string Extension = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? ".exe" : "";

    private readonly PackedPackages _packages;
    private readonly string _name;
    private readonly string _folder;

    public Consumer(PackedPackages packages, string name)
        : this(packages, name, name) { }

    /// <summary>The consumer of a name, in a folder of its own, so that its program can be another one.</summary>
    public Consumer(PackedPackages packages, string name, string folder)
    {
        _packages = packages;
        _name = name;
        _folder = Path.Combine(packages.Folder, folder);
        string source = Path.Combine(AppContext.BaseDirectory, "Consumers");
        Directory.CreateDirectory(_folder);
        foreach (string file in Directory.GetFiles(source).Concat(Directory.GetFiles(Path.Combine(source, name))))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        string config = Path.Combine(_folder, "nuget.config");
        File.WriteAllText(
            config,
            File.ReadAllText(config).Replace("value=\"packed\"", $"value=\"{packages.PackedFolder}\"", StringComparison.Ordinal)
        );
    }

    /// <summary>Where its sources are.</summary>
    public string Folder => _folder;

    /// <summary>Publishes the program and gives what the compilers printed.</summary>
    public async Task<string> PublishAsync(CancellationToken cancellationToken)
    {
        // What the machine has of other packages is taken where it is; the packed ones go where nobody else finds them.
        string machine = (await DotNet.RunAsync(_folder, ["nuget", "locals", "global-packages", "--list"], cancellationToken))
            .Split(": ", 2)[1]
            .Trim();
        return await DotNet.RunAsync(
            _folder,
            [
                "publish",
                "--configuration",
                "Release",
                "--output",
                "published",
                $"-p:PackedVersion={_packages.Version}",
                $"-p:RestoreFallbackFolders={machine}",
            ],
            cancellationToken,
            packagesFolder: Path.Combine(_packages.Folder, "restored")
        );
    }

    /// <summary>Runs the published program and gives its lines.</summary>
    public async Task<string[]> RunAsync(string[] arguments, string password, CancellationToken cancellationToken)
    {
        (int exitCode, string output) = await DotNet.StartAsync(
            Path.Combine(_folder, "published", _name + Extension),
            _folder,
            arguments,
            start => start.Environment["ZIMBRA_PASSWORD"] = password,
            cancellationToken
        );
        Assert.True(exitCode == 0, $"{_name} ended with {exitCode}:\n{output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

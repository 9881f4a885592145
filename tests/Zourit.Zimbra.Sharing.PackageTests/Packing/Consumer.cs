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
        : this(packages, name, Path.Combine(packages.Folder, name)) { }

    /// <summary>The consumer of a name, in a folder of its own, so that its program can be another one.</summary>
    public Consumer(PackedPackages packages, string name, string folder)
    {
        _packages = packages;
        _name = name;
        _folder = folder;
        string source = Path.Combine(AppContext.BaseDirectory, "Consumers");
        Directory.CreateDirectory(_folder);
        string[] settings = [Path.Combine(source, "Directory.Build.props"), Path.Combine(source, "nuget.config")];
        foreach (string file in settings.Concat(Directory.GetFiles(Path.Combine(source, name))))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        string config = Path.Combine(_folder, "nuget.config");
        File.WriteAllText(
            config,
            File.ReadAllText(config).Replace("value=\"packed\"", $"value=\"{packages.PackedFolder}\"", StringComparison.Ordinal)
        );
    }

    /// <summary>The published program.</summary>
    public string Published => Path.Combine(_folder, "published", _name + Extension);

    /// <summary>Writes a file of its sources.</summary>
    public Task WriteAsync(string file, string content, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(_folder, file), content, cancellationToken);

    /// <summary>Publishes the program and gives what the compilers printed.</summary>
    public async Task<string> PublishAsync(CancellationToken cancellationToken) =>
        await DotNet.RunAsync(
            _folder,
            ["publish", "--configuration", "Release", "--output", "published", .. await _packages.RestoreAsync(cancellationToken)],
            cancellationToken,
            packagesFolder: _packages.RestoreFolder
        );

    /// <summary>Runs a file of the folder as it is, with <c>dotnet run</c>, and gives its lines.</summary>
    public async Task<string[]> RunFileAsync(string file, string[] arguments, string password, CancellationToken cancellationToken)
    {
        string path = Path.Combine(_folder, file);
        await File.WriteAllTextAsync(
            path,
            (await File.ReadAllTextAsync(path, cancellationToken)).Replace("@PACKED", $"@{_packages.Version}", StringComparison.Ordinal),
            cancellationToken
        );
        string output = await DotNet.RunAsync(
            _folder,
            ["run", file, .. await _packages.RestoreAsync(cancellationToken), "--", .. arguments],
            cancellationToken,
            _packages.RestoreFolder,
            password
        );
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Runs the published program and gives its lines.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="password">What it finds in <c>ZIMBRA_PASSWORD</c>.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <param name="server">What it finds in <c>ZIMBRA_SERVER</c>.</param>
    public async Task<string[]> RunAsync(string[] arguments, string password, CancellationToken cancellationToken, Uri? server = null)
    {
        (int exitCode, string output) = await DotNet.StartAsync(
            Published,
            _folder,
            arguments,
            start =>
            {
                start.Environment["ZIMBRA_PASSWORD"] = password;
                start.Environment["ZIMBRA_SERVER"] = server?.ToString();
            },
            cancellationToken
        );
        Assert.True(exitCode == 0, $"{_name} ended with {exitCode}:\n{output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

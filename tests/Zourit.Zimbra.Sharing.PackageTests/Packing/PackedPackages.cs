using System.Globalization;
using System.Reflection;
using Zourit.Zimbra.Sharing.PackageTests.Packing;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>
/// The packages as <c>dotnet pack</c> makes them, packed once for all tests under a version of their own, so that no cache holds an older
/// one.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private string? _machineCache;

    /// <summary>The repository.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The tests of zimbra-share, which run a native file where one is named.</summary>
    public static string ToolTests { get; } = Metadata("ToolTests");

    /// <summary>Everything that the tests make; removed in the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("zimbra-sharing-packages-").FullName;

    /// <summary>The version of the packed packages: that of a release, since links and notes are written for one.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.{Random.Shared.Next(10_000, 60_000)}");

    /// <summary>Where the packages lie.</summary>
    public string PackedFolder => Path.Combine(Folder, "packed");

    /// <summary>Where the packed packages are restored to, where nobody else finds them.</summary>
    public string RestoreFolder => Path.Combine(Folder, "restored");

    /// <summary>
    /// What a build is called with to use the packed packages, and to take other packages from where the machine has them already.
    /// </summary>
    public async Task<string[]> RestoreAsync(CancellationToken cancellationToken)
    {
        _machineCache ??= (await DotNet.RunAsync(Folder, ["nuget", "locals", "global-packages", "--list"], cancellationToken))
            .Split(": ", 2)[1]
            .Trim();
        return [$"-p:PackedVersion={Version}", $"-p:RestoreFallbackFolders={_machineCache}"];
    }

    /// <summary>The names of all packages: those of the projects in <c>src</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)!,
    ];

    /// <summary>The package of the library.</summary>
    public Package Library => this["Zourit.Zimbra.Sharing"];

    /// <summary>The package of the library's lower half.</summary>
    public Package Core => this["Zourit.Zimbra.Sharing.Core"];

    /// <summary>The package of the fake server.</summary>
    public Package Fake => this["Zourit.Zimbra.Sharing.Testing"];

    /// <summary>A package by its name.</summary>
    public Package this[string name] => new(PackedFolder, name, Version);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // Elsewhere than in bin and obj, which others may be using.
        string[] arguments =
        [
            "msbuild",
            Path.Combine("tests", "Zourit.Zimbra.Sharing.PackageTests", "Packing", "pack.proj"),
            "-restore",
            "-maxcpucount",
            "-p:Configuration=Release",
            $"-p:PackageOutputPath={PackedFolder}",
            $"-p:MinVerVersionOverride={Version}",
            $"-p:ArtifactsPath={Path.Combine(Folder, "artifacts")}",
            "-p:UseArtifactsOutput=true",
        ];
        await DotNet.RunAsync(Root, arguments, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

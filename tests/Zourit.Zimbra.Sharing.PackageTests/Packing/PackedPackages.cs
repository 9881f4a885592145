using System.Globalization;
using System.Reflection;
using Zourit.Zimbra.Sharing.PackageTests.Packing;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>
/// Both packages as <c>dotnet pack</c> makes them, packed once for all tests under a version of their own, so that no cache holds an older
/// one.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>The repository.</summary>
    public static string Root { get; } =
        typeof(PackedPackages)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    /// <summary>Everything that the tests make; removed in the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("zimbra-sharing-packages-").FullName;

    /// <summary>The version of the packed packages.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.1-test.{Guid.NewGuid():N}");

    /// <summary>Where the packages lie.</summary>
    public string PackedFolder => Path.Combine(Folder, "packed");

    /// <summary>The package of the library.</summary>
    public Package Library => new(PackedFolder, "Zourit.Zimbra.Sharing", Version);

    /// <summary>The package of the fake server.</summary>
    public Package Fake => new(PackedFolder, "Zourit.Zimbra.Sharing.Testing", Version);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (string project in new[] { "Zourit.Zimbra.Sharing", "Zourit.Zimbra.Sharing.Testing" })
        {
            // Elsewhere than in bin and obj, which others may be using.
            string[] arguments =
            [
                "pack",
                Path.Combine("src", project),
                "--configuration",
                "Release",
                "--output",
                PackedFolder,
                $"-p:Version={Version}",
                "--artifacts-path",
                Path.Combine(Folder, "artifacts"),
                "-p:UseArtifactsOutput=true",
            ];
            await DotNet.RunAsync(Root, arguments, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

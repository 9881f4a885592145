namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>The native file of zimbra-share, published once for all tests that want it.</summary>
internal static class NativeTool
{
    private const string Project = "Zourit.Zimbra.Sharing.Tool";

    private static readonly SemaphoreSlim Turn = new(1);
    private static (string Program, string Printed)? _published;

    /// <summary>Publishes it, or skips the test where no native program can be linked.</summary>
    /// <returns>The file, and what publishing printed.</returns>
    public static async Task<(string Program, string Printed)> PublishAsync(PackedPackages packages, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            string? missing = await NativeToolchain.MissingAsync(packages.Folder, cancellationToken);
            Assert.SkipWhen(missing is not null, missing ?? "");
            return _published ??= await PublishOnceAsync(packages, cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<(string Program, string Printed)> PublishOnceAsync(
        PackedPackages packages,
        CancellationToken cancellationToken
    )
    {
        string folder = Path.Combine(packages.Folder, "native-tool");
        string printed = await DotNet.RunAsync(
            PackedPackages.Root,
            [
                "publish",
                Path.Combine("src", Project),
                "--configuration",
                "Release",
                "--runtime",
                "linux-x64",
                "-p:Native=true",
                $"-p:MinVerVersionOverride={packages.Version}",
                "--output",
                folder,
                "--artifacts-path",
                // Where packing has compiled the libraries already.
                Path.Combine(packages.Folder, "artifacts"),
                "-p:UseArtifactsOutput=true",
            ],
            cancellationToken
        );
        return (Path.Combine(folder, "zimbra-share"), printed);
    }
}

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>The consumers that need no native compiler, published in one build for all tests that run one.</summary>
internal static class PublishedConsumers
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static (Dictionary<string, Consumer> Programs, string Printed)? _published;

    /// <summary>A consumer by its name, or by that of the page whose code it has.</summary>
    /// <returns>The program, and what publishing all of them printed.</returns>
    public static async Task<(Consumer Program, string Printed)> GetAsync(
        PackedPackages packages,
        string name,
        CancellationToken cancellationToken
    )
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            _published ??= await PublishOnceAsync(packages, cancellationToken);
            return (_published.Value.Programs[name], _published.Value.Printed);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<(Dictionary<string, Consumer> Programs, string Printed)> PublishOnceAsync(
        PackedPackages packages,
        CancellationToken cancellationToken
    )
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "consumers")).FullName;
        Dictionary<string, Consumer> programs = new[] { "InProcess", "NUnitTests", "Trimmed", "XunitTests" }.ToDictionary(
            name => name,
            name => new Consumer(packages, name, Path.Combine(folder, name))
        );
        programs["README.md"] = await ReadmeAsync(packages, folder, cancellationToken);
        programs["testing.md"] = await FirstTestAsync(packages, folder, cancellationToken);

        string project = Path.Combine(folder, "publish.proj");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Consumers", "publish.proj"), project);
        string printed = await DotNet.RunAsync(
            folder,
            ["msbuild", project, "-restore", "-maxcpucount", "-p:Configuration=Release", .. await packages.RestoreAsync(cancellationToken)],
            cancellationToken,
            packages.RestoreFolder
        );
        return (programs, printed);
    }

    // A program gets the server's address when it runs, which is after it was compiled.
    private static async Task<Consumer> ReadmeAsync(PackedPackages packages, string folder, CancellationToken cancellationToken)
    {
        var program = new Consumer(packages, "InProcess", Path.Combine(folder, "readme"));
        string code = await Page.CodeAsync("README.md", "csharp", cancellationToken);
        await program.WriteAsync(
            "Program.cs",
            code.Replace(
                "\"https://mail1.example.net\"",
                "Environment.GetEnvironmentVariable(\"ZIMBRA_SERVER\")!",
                StringComparison.Ordinal
            ),
            cancellationToken
        );
        return program;
    }

    private static async Task<Consumer> FirstTestAsync(PackedPackages packages, string folder, CancellationToken cancellationToken)
    {
        var program = new Consumer(packages, "XunitTests", Path.Combine(folder, "first-test"));
        await program.WriteAsync(
            "SharingTests.cs",
            await Page.CodeAsync("docs/testing.md", "csharp", cancellationToken),
            cancellationToken
        );
        return program;
    }
}

using Zourit.Zimbra.Sharing.PackageTests.Packing;

namespace Zourit.Zimbra.Sharing.PackageTests;

/// <summary>The tar.gz and the .deb that <c>pack.sh</c> makes of the native file.</summary>
public sealed class ToolPackageTests(PackedPackages packages)
{
    private const string Version = "0.1.2";

    private static readonly string[] Files =
    [
        "./usr/bin/zimbra-share",
        "./usr/share/bash-completion/completions/zimbra-share",
        "./usr/share/doc/zimbra-share/copyright",
        "./usr/share/fish/vendor_completions.d/zimbra-share.fish",
        "./usr/share/man/man1/zimbra-share.1.gz",
        "./usr/share/zsh/vendor-completions/_zimbra-share",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_script_says_how_it_is_used()
    {
        (int exit, string output) = await DotNet.StartAsync("sh", packages.Folder, [Script()], prepare: null, Token);

        Assert.Equal(64, exit);
        Assert.Contains("usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_packages_hold_program_manual_and_completions_and_nothing_else()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/dpkg-deb"), "There is no dpkg-deb here.");
        (string program, _) = await NativeTool.PublishAsync(packages, Token);
        string folder = Path.Combine(packages.Folder, "tool-packages");
        await RunAsync("sh", Script(), folder, Version, program);

        string debian = Path.Combine(folder, $"zimbra-share_{Version}_amd64.deb");
        string archive = Path.Combine(folder, $"zimbra-share-{Version}-linux-x64.tar.gz");
        string listed = await RunAsync("dpkg-deb", "--contents", debian);
        string unpacked = Directory.CreateDirectory(Path.Combine(folder, "unpacked")).FullName;
        await RunAsync("dpkg-deb", "--extract", debian, unpacked);

        Assert.Equal(Files, Paths(listed));
        Assert.All(Lines(listed), line => Assert.Contains("root/root", line, StringComparison.Ordinal));
        Assert.Equal(Files, Paths(await RunAsync("tar", "--list", "--file", archive)).Select(path => $"./{path}"));
        Assert.Equal("zimbra-share", (await RunAsync("dpkg-deb", "--field", debian, "Package")).Trim());
        Assert.Equal(Version, (await RunAsync("dpkg-deb", "--field", debian, "Version")).Trim());
        Assert.Equal($"{packages.Version}\n", await RunAsync(Path.Combine(unpacked, "usr/bin/zimbra-share"), "--version"));
        string manual = await RunAsync("gzip", "--decompress", "--stdout", Path.Combine(unpacked, Files[4]));
        Assert.StartsWith(".TH ZIMBRA-SHARE 1", manual, StringComparison.Ordinal);
        await RunAsync("bash", "-n", Path.Combine(unpacked, Files[1]));
    }

    [Fact]
    public async Task The_manual_page_is_read_without_a_warning()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/man"), "There is no man here.");
        (string program, _) = await NativeTool.PublishAsync(packages, Token);
        string page = Path.Combine(packages.Folder, "zimbra-share.1");
        await File.WriteAllTextAsync(page, await RunAsync(program, "man"), Token);

        string read = await RunAsync("sh", "-c", $"LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings --local-file '{page}' 2>&1 >/dev/null");

        Assert.Equal("", read);
    }

    private static string Script() => Path.Combine(PackedPackages.Root, "src", "Zourit.Zimbra.Sharing.Tool", "packaging", "pack.sh");

    private static string[] Paths(string listed) =>
        [.. Lines(listed).Select(line => line.Split(' ')[^1]).Where(path => !path.EndsWith('/')).Order(StringComparer.Ordinal)];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        (int exit, string output) = await DotNet.StartAsync(program, packages.Folder, arguments, prepare: null, Token);
        Assert.True(exit == 0, $"{program} {string.Join(' ', arguments)}\n{exit}\n{output}");
        return output;
    }
}

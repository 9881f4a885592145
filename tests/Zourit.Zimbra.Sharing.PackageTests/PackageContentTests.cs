using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.PackageTests.Packing;

namespace Zourit.Zimbra.Sharing.PackageTests;

public sealed class PackageContentTests(PackedPackages packages)
{
    private const string Repository = "https://github.com/zourit/Zourit.Zimbra.Sharing";

    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSourceKind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Names => [.. PackedPackages.Names];

    /// <summary>All but the program, whose files lie elsewhere in its package.</summary>
    public static TheoryData<string> Libraries => [.. PackedPackages.Names.Where(name => name != "Zourit.Zimbra.Sharing.Tool")];

    [Fact]
    public void The_library_is_packed_with_documentation_readme_and_what_native_programs_need() =>
        Assert.Equal(
            [
                "README.md",
                "Zourit.Zimbra.Sharing.nuspec",
                "buildTransitive/Zourit.Zimbra.Sharing.targets",
                "icon.png",
                "lib/net10.0/Zourit.Zimbra.Sharing.dll",
                "lib/net10.0/Zourit.Zimbra.Sharing.xml",
            ],
            packages.Library.Names()
        );

    [Fact]
    public void The_core_is_packed_with_documentation_and_readme() =>
        Assert.Equal(
            [
                "README.md",
                "Zourit.Zimbra.Sharing.Core.nuspec",
                "icon.png",
                "lib/net10.0/Zourit.Zimbra.Sharing.Core.dll",
                "lib/net10.0/Zourit.Zimbra.Sharing.Core.xml",
            ],
            packages.Core.Names()
        );

    [Fact]
    public void The_fake_is_packed_with_documentation_and_readme() =>
        Assert.Equal(
            [
                "README.md",
                "Zourit.Zimbra.Sharing.Testing.nuspec",
                "icon.png",
                "lib/net10.0/Zourit.Zimbra.Sharing.Testing.dll",
                "lib/net10.0/Zourit.Zimbra.Sharing.Testing.xml",
            ],
            packages.Fake.Names()
        );

    [Fact]
    public void The_library_depends_on_what_it_uses_and_nothing_else() =>
        Assert.Equal(
            [
                "Ical.Net",
                "Microsoft.Extensions.Configuration.Abstractions",
                "Microsoft.Extensions.Diagnostics.HealthChecks",
                "Microsoft.Extensions.Http",
                "NodaTime",
                "Zourit.Zimbra.Sharing.Core",
            ],
            Dependencies(packages.Library).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_core_depends_on_what_it_uses_and_nothing_else() =>
        Assert.Equal(
            ["Microsoft.Extensions.Logging.Abstractions", "Polly", "System.ServiceModel.Http"],
            Dependencies(packages.Core).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_library_takes_no_other_version_of_the_core_whose_internal_members_it_uses() =>
        Assert.Equal(
            $"[{packages.Version}]",
            packages
                .Library.Metadata("dependencies")!
                .Descendants()
                .Single(element => element.Attribute("id")?.Value == packages.Core.Id)
                .Attribute("version")!
                .Value
        );

    [Fact]
    public void The_fake_depends_on_what_it_uses_and_nothing_else() =>
        Assert.Equal(
            ["Ical.Net", "MimeKit", "NodaTime", "WireMock.Net.Minimal", "Zourit.Zimbra.Sharing"],
            Dependencies(packages.Fake).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_plans_depend_on_what_they_use_and_nothing_else() =>
        Assert.Equal(
            ["NodaTime", "Sep", "YamlDotNet", "Zourit.Zimbra.Sharing"],
            Dependencies(packages["Zourit.Zimbra.Sharing.Plans"]).Order(StringComparer.Ordinal)
        );

    // A user downloads and keeps them: whoever makes one larger is to notice.
    [Theory]
    [InlineData("Zourit.Zimbra.Sharing", 500_000), InlineData("Zourit.Zimbra.Sharing.Core", 350_000)]
    public void The_library_does_not_grow_unnoticed(string name, long largest)
    {
        long size = new FileInfo(packages[name].File).Length;

        TestContext.Current.SendDiagnosticMessage($"{name} has {size:N0} bytes.");
        Assert.True(size < largest, $"{name} has {size:N0} bytes.");
    }

    [Theory]
    [InlineData("Zourit.Zimbra.Sharing", typeof(ZimbraClient)), InlineData("Zourit.Zimbra.Sharing.Core", typeof(ZimbraException))]
    public void The_documentation_is_that_of_public_types_and_of_all_of_them(string name, Type one)
    {
        using var documentation = new MemoryStream(packages[name].Read($"lib/net10.0/{name}.xml"));
        string[] documented =
        [
            .. XDocument
                .Load(documentation)
                .Descendants("member")
                .Select(member => member.Attribute("name")!.Value)
                .Where(name => name.StartsWith("T:", StringComparison.Ordinal))
                .Select(name => name[2..]),
        ];

        Assert.Equal(
            one.Assembly.GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_says_what_it_is_whose_and_under_which_licence(string name)
    {
        Package package = packages[name];

        Assert.Equal("MIT", package.Metadata("license")!.Value);
        Assert.Equal("expression", package.Metadata("license")!.Attribute("type")!.Value);
        Assert.Equal(Repository, package.Metadata("projectUrl")!.Value);
        Assert.Equal(Repository, package.Metadata("repository")!.Attribute("url")!.Value);
        Assert.Equal("git", package.Metadata("repository")!.Attribute("type")!.Value);
        Assert.True(package.Metadata("description")!.Value.Length > 50);
        Assert.Contains("zimbra", package.Metadata("tags")!.Value.Split(' '));
        Assert.Equal(packages.Version, package.Metadata("version")!.Value);
        Assert.Equal("README.md", package.Metadata("readme")!.Value);
        Assert.Equal("icon.png", package.Metadata("icon")!.Value);
        Assert.Equal("PNG"u8, package.Read("icon.png").AsSpan(1, 3));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_packed_readme_links_to_the_repository_at_the_package_s_version(string name)
    {
        Package package = packages[name];

        string[] links = Links(Encoding.UTF8.GetString(package.Read("README.md")));

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        string[] own = [.. links.Where(link => link.StartsWith($"{Repository}/", StringComparison.Ordinal))];
        Assert.NotEmpty(own);
        Assert.All(own, link => Assert.Matches($"/(blob|tree)/v{packages.Version}/", link));
    }

    [Fact]
    public void The_links_of_exceptions_lead_to_what_the_repository_holds_at_the_package_s_version()
    {
        byte[] link = Encoding.Unicode.GetBytes($"{Repository}/blob/v{packages.Version}/docs/faults.md");

        Assert.NotEqual(-1, packages.Core.Read("lib/net10.0/Zourit.Zimbra.Sharing.Core.dll").AsSpan().IndexOf(link));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_says_what_is_new_in_it(string name)
    {
        Package package = packages[name];

        string notes = package.Metadata("releaseNotes")!.Value;

        Assert.StartsWith("### ", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("\n## ", notes, StringComparison.Ordinal);
        Assert.All(Links(notes), link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_debugger_finds_the_source_of_every_file(string name)
    {
        Assert.SkipUnless(
            Path.Exists(Path.Combine(PackedPackages.Root, ".git")),
            "Where there is no git repository, nobody knows which commit the sources are of."
        );
        Package package = packages[name];
        using var stream = new MemoryStream(package.ReadSymbols($"lib/net10.0/{package.Id}.pdb"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        MetadataReader pdb = provider.GetMetadataReader();

        CustomDebugInformation link = pdb
            .CustomDebugInformation.Select(pdb.GetCustomDebugInformation)
            .Single(information => pdb.GetGuid(information.Kind) == SourceLinkKind);
        using JsonDocument map = JsonDocument.Parse(pdb.GetBlobBytes(link.Value));
        JsonProperty documents = Assert.Single(map.RootElement.GetProperty("documents").EnumerateObject());
        string commit = package.Metadata("repository")!.Attribute("commit")!.Value;
        Assert.Equal($"https://raw.githubusercontent.com/zourit/Zourit.Zimbra.Sharing/{commit}/*", documents.Value.GetString());

        string root = documents.Name.TrimEnd('*');
        var embedded = pdb
            .CustomDebugInformation.Select(pdb.GetCustomDebugInformation)
            .Where(information => pdb.GetGuid(information.Kind) == EmbeddedSourceKind)
            .Select(information => information.Parent)
            .ToHashSet();
        Assert.All(pdb.Documents, handle =>
        {
            string file = pdb.GetString(pdb.GetDocument(handle).Name);
            bool tracked =
                file.StartsWith(root, StringComparison.Ordinal) && File.Exists(Path.Combine(PackedPackages.Root, file[root.Length..]));
            Assert.True(tracked || embedded.Contains(handle), $"{file} is neither in the repository nor in the symbols.");
        });
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_is_built_reproducibly_and_names_no_folder_of_the_machine(string name)
    {
        Package package = packages[name];
        byte[] assembly = package.Read($"lib/net10.0/{package.Id}.dll");
        using var stream = new MemoryStream(assembly);
        using var pe = new PEReader(stream);

        Assert.Contains(pe.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        string root = PackedPackages.Root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        byte[][] files = [assembly, package.Read($"{package.Id}.nuspec"), package.ReadSymbols($"lib/net10.0/{package.Id}.pdb")];
        Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root))));
        Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.Unicode.GetBytes(root))));
    }

    private static string[] Links(string markdown) =>
        [.. markdown.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])];

    private static IEnumerable<string> Dependencies(Package package) =>
        package.Metadata("dependencies")!.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>();
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// The analyzer refuses the banned symbols where they are written; here the built packages are looked through, so that no pragma and no
/// generated code brings one in.
/// </summary>
public sealed class BannedApiTests
{
    // Some of their overloads are allowed: those with a TimeProvider. Of the others no overload is.
    private static readonly string[] ToldApartByParameters = ["Delay", "#ctor"];

    // Each await gets its result; only the analyzer sees who asks.
    private const string LeftToTheAnalyzer = ".GetResult";

    private static readonly Assembly[] Known =
    [
        .. new[]
        {
            "System.Private.CoreLib",
            "System.Console",
            "System.Net.WebClient",
            "System.Net.ServicePoint",
            "System.ComponentModel.TypeConverter",
            "System.ServiceModel.Primitives",
        }.Select(Assembly.Load),
    ];

    public static TheoryData<string> Assemblies { get; } = [.. Packages.Assemblies.Select(assembly => assembly.Location)];

    [Theory, MemberData(nameof(Assemblies))]
    public void No_package_uses_what_is_banned(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> used =
        [
            .. metadata.TypeReferences.Select(handle => NameOf(metadata, handle)),
            .. metadata.MemberReferences.SelectMany(handle => NamesOf(metadata, handle)),
        ];

        Assert.True(used.Count > 300, $"only {used.Count}");
        Assert.DoesNotContain(Banned(), used.Contains);
    }

    [Theory]
    [
        InlineData("System.DateTime.get_Now"),
        InlineData("System.DateTimeOffset.get_UtcNow"),
        InlineData("System.Threading.Thread.Sleep"),
        InlineData("System.Threading.Tasks.Task.Wait")
    ]
    [
        InlineData("System.Threading.Tasks.Task`1.get_Result"),
        InlineData("System.Console"),
        InlineData("System.Random"),
        InlineData("System.Environment.Exit")
    ]
    [
        InlineData("System.Diagnostics.Stopwatch"),
        InlineData("System.Threading.Timer"),
        InlineData("System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)")
    ]
    [InlineData("System.Threading.Tasks.Task.Delay(System.TimeSpan,System.Threading.CancellationToken)")]
    public void What_no_library_should_use_is_banned(string symbol) => Assert.Contains(symbol, Banned());

    [Fact]
    public void The_names_are_those_of_real_symbols() =>
        Assert.All(Banned(), symbol =>
            Assert.Contains(Known, assembly => assembly.GetType(symbol) is not null || IsMember(assembly, symbol))
        );

    [Fact]
    public void What_the_list_allows_is_distinguished_from_what_it_bans()
    {
        using var file = new PEReader(File.OpenRead(typeof(ZimbraException).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> used = [.. metadata.MemberReferences.SelectMany(handle => NamesOf(metadata, handle))];

        Assert.Contains("System.Threading.CancellationTokenSource.#ctor(System.TimeSpan,System.TimeProvider)", used);
        Assert.Contains("System.Threading.Tasks.Task.Delay(System.TimeSpan,System.TimeProvider,System.Threading.CancellationToken)", used);
    }

    private static string[] Banned() =>
        [
            .. File.ReadLines(Repository.PathTo("BannedSymbols.txt"))
                .Concat(File.ReadLines(Repository.PathTo("src/BannedSymbols.Library.txt")))
                .Where(line => line.Length > 0)
                .Select(line => line.Split(';')[0])
                .Select(symbol =>
                    symbol[0] == 'P'
                        ? $"{symbol[2..(symbol.LastIndexOf('.') + 1)]}get_{symbol[(symbol.LastIndexOf('.') + 1)..]}"
                        : symbol[2..]
                )
                .Select(symbol =>
                    symbol.Split('(')[0].Split("``")[0] is var name
                    && ToldApartByParameters.Any(each => name.EndsWith($".{each}", StringComparison.Ordinal))
                        ? symbol
                        : name
                )
                .Where(symbol => !symbol.EndsWith(LeftToTheAnalyzer, StringComparison.Ordinal))
                .Distinct(),
        ];

    private static bool IsMember(Assembly assembly, string symbol)
    {
        string[] parts = symbol.TrimEnd(')').Split('(');
        int dot = parts[0].LastIndexOf('.');
        return assembly.GetType(parts[0][..dot]) is { } type
            && type.GetMember(parts[0][(dot + 1)..].Replace('#', '.')) is { Length: > 0 } members
            && (
                parts.Length == 1
                || members
                    .OfType<MethodBase>()
                    .Any(member =>
                        string.Join(',', member.GetParameters().Select(parameter => parameter.ParameterType.FullName)) == parts[1]
                    )
            );
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    /// <summary>The name of a member without and with the types of its parameters.</summary>
    private static IEnumerable<string> NamesOf(MetadataReader metadata, MemberReferenceHandle handle)
    {
        MemberReference member = metadata.GetMemberReference(handle);
        string owner = member.Parent.Kind switch
        {
            HandleKind.TypeReference => NameOf(metadata, (TypeReferenceHandle)member.Parent),
            HandleKind.TypeSpecification => Generic(metadata, (TypeSpecificationHandle)member.Parent),
            _ => "",
        };
        string name = $"{owner}.{metadata.GetString(member.Name).Replace('.', '#')}";
        return member.GetKind() == MemberReferenceKind.Method
            ? [name, $"{name}({string.Join(',', member.DecodeMethodSignature(new SignatureNames(), genericContext: null).ParameterTypes)})"]
            : [name];
    }

    // GENERICINST, CLASS or VALUETYPE, then the generic type itself (ECMA-335 II.23.2.14).
    private static string Generic(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        return
            signature.ReadByte() == 0x15
            && signature.ReadByte() is 0x11 or 0x12
            && signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type
            ? NameOf(metadata, (TypeReferenceHandle)type)
            : "";
    }
}

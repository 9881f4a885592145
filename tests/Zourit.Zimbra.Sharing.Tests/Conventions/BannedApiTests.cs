using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Tests.Documentation;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>The analyzer refuses the banned symbols where they are written; here the built packages are looked through, so that no pragma and no generated code brings one in.</summary>
public sealed class BannedApiTests
{
    // Overloads with a TimeProvider are allowed, and each await gets its result; the analyzer tells these apart.
    private static readonly string[] ToldApartByTheAnalyzer = ["Delay", "GetResult"];

    private static readonly Assembly[] Known =
    [
        .. new[] { "System.Private.CoreLib", "System.Console", "System.Net.WebClient", "System.Net.ServicePoint", "System.ServiceModel.Primitives" }.Select(Assembly.Load),
    ];

    public static TheoryData<string> Assemblies { get; } = [typeof(ZimbraClient).Assembly.Location, typeof(FakeZimbra).Assembly.Location];

    [Theory, MemberData(nameof(Assemblies))]
    public void No_package_uses_what_is_banned(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> used = [.. metadata.TypeReferences.Select(handle => NameOf(metadata, handle)), .. metadata.MemberReferences.Select(handle => NameOf(metadata, handle))];

        Assert.True(used.Count > 300, $"only {used.Count}");
        Assert.DoesNotContain(Banned(), used.Contains);
    }

    [Theory]
    [InlineData("System.DateTime.get_Now"), InlineData("System.DateTimeOffset.get_UtcNow"), InlineData("System.Threading.Thread.Sleep"), InlineData("System.Threading.Tasks.Task.Wait")]
    [InlineData("System.Threading.Tasks.Task`1.get_Result"), InlineData("System.Console"), InlineData("System.Random"), InlineData("System.Environment.Exit")]
    public void What_no_library_should_use_is_banned(string symbol) => Assert.Contains(symbol, Banned());

    [Fact]
    public void The_names_are_those_of_real_symbols() => Assert.All(Banned(), symbol =>
        Assert.Contains(Known, assembly =>
            assembly.GetType(symbol) is not null || (symbol.LastIndexOf('.') is var dot && assembly.GetType(symbol[..dot]) is { } type && type.GetMember(symbol[(dot + 1)..]).Length > 0)));

    private static string[] Banned() =>
    [
        .. File.ReadLines(Repository.PathTo("BannedSymbols.txt")).Concat(File.ReadLines(Repository.PathTo("src/BannedSymbols.Library.txt")))
            .Where(line => line.Length > 0).Select(line => line.Split(';')[0].Split('(')[0])
            .Select(symbol => symbol[0] == 'P' ? $"{symbol[2..(symbol.LastIndexOf('.') + 1)]}get_{symbol[(symbol.LastIndexOf('.') + 1)..]}" : symbol[2..])
            .Where(symbol => !ToldApartByTheAnalyzer.Any(name => symbol.EndsWith($".{name}", StringComparison.Ordinal))).Distinct(),
    ];

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static string NameOf(MetadataReader metadata, MemberReferenceHandle handle)
    {
        MemberReference member = metadata.GetMemberReference(handle);
        string owner = member.Parent.Kind switch
        {
            HandleKind.TypeReference => NameOf(metadata, (TypeReferenceHandle)member.Parent),
            HandleKind.TypeSpecification => Generic(metadata, (TypeSpecificationHandle)member.Parent),
            _ => "",
        };
        return $"{owner}.{metadata.GetString(member.Name)}";
    }

    // GENERICINST, CLASS or VALUETYPE, then the generic type itself (ECMA-335 II.23.2.14).
    private static string Generic(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        return signature.ReadByte() == 0x15 && signature.ReadByte() is 0x11 or 0x12 && signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type
            ? NameOf(metadata, (TypeReferenceHandle)type)
            : "";
    }
}

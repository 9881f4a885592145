using System.IO.Compression;
using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.PackageTests.Packing;

/// <summary>A packed package and its symbols.</summary>
public sealed class Package(string folder, string id, string version)
{
    /// <summary>Its name.</summary>
    public string Id => id;

    /// <summary>The package's file.</summary>
    public string File { get; } = Path.Combine(folder, $"{id}.{version}.nupkg");

    /// <summary>The symbol package's file.</summary>
    public string SymbolsFile => Path.ChangeExtension(File, ".snupkg");

    /// <summary>The names of all files but those of the format itself.</summary>
    public IReadOnlyList<string> Names()
    {
        using ZipArchive archive = ZipFile.OpenRead(File);
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>One file of the package.</summary>
    public byte[] Read(string name) => Read(File, name);

    /// <summary>One file of the symbol package.</summary>
    public byte[] ReadSymbols(string name) => Read(SymbolsFile, name);

    /// <summary>The value of an element of the nuspec's metadata; null where it is absent.</summary>
    public XElement? Metadata(string name)
    {
        using var stream = new MemoryStream(Read($"{id}.nuspec"));
        return XDocument
            .Load(stream)
            .Root!.Elements()
            .Single(element => element.Name.LocalName == "metadata")
            .Elements()
            .SingleOrDefault(element => element.Name.LocalName == name);
    }

    private static byte[] Read(string file, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        using Stream stream = (archive.GetEntry(name) ?? throw new FileNotFoundException($"{name} is not in {file}.")).Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}

using System.Xml.Linq;
using System.Xml.Schema;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

/// <summary>
/// The XML schemas of Zimbra's SOAP API. They stand beside the repository and not in it, so what needs them skips where they are absent.
/// </summary>
internal static class ZimbraSchemas
{
    public static string Folder { get; } = Shared.Find("schemas");

    private static readonly Lazy<XmlSchemaSet> Loaded = new(Load);

    // Validators share the set's table of names, which is not for concurrent use.
    private static readonly Lock Validating = new();

    public static bool ArePresent { get; } = File.Exists(Path.Combine(Folder, "zimbraMail.xsd"));

    public static void SkipWhereAbsent() =>
        Assert.SkipUnless(ArePresent, "Zimbra's schemas (../shared/schemas) are not beside the repository.");

    /// <summary>Every complaint of the schemas about one element, which must be one of their roots.</summary>
    public static IReadOnlyList<string> Complaints(XElement element)
    {
        if (!Loaded.Value.GlobalElements.Contains(new System.Xml.XmlQualifiedName(element.Name.LocalName, element.Name.NamespaceName)))
        {
            return [$"There is no root element '{element.Name}'."];
        }

        var complaints = new List<string>();
        lock (Validating)
        {
            new XDocument(new XElement(element)).Validate(Loaded.Value, (_, e) => complaints.Add(e.Message));
        }

        return complaints;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new System.Xml.XmlUrlResolver() };
        foreach (string file in (string[])["zimbra", "zimbraAccount", "zimbraMail", "zimbraAdmin"])
        {
            schemas.Add(null, Path.Combine(Folder, $"{file}.xsd"));
        }

        schemas.Compile();
        return schemas;
    }
}

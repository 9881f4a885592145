using System.Reflection;

namespace Zourit.Zimbra.Sharing.Tests.Conventions;

/// <summary>
/// A share mail's XML part took quadratic time (27 s for 700 KB) in XElement.Load, and an ordinary owner can put such a mail into their own
/// Sent folder. LINQ to XML and XmlDocument also keep every name they meet. What came from a server is read by a bounded XmlReader.
/// </summary>
public sealed class NoLinqToXmlTests
{
    public static TheoryData<Assembly> Assemblies { get; } = [.. Packages.Library];

    [Theory, MemberData(nameof(Assemblies))]
    public void The_library_uses_neither_LINQ_to_XML_nor_XmlDocument(Assembly library)
    {
        Assert.DoesNotContain(library.GetReferencedAssemblies(), assembly =>
            assembly.Name is "System.Xml.XDocument" or "System.Xml.Linq" or "System.Private.Xml.Linq" or "System.Xml.XPath.XDocument"
        );
        Assert.Empty(
            NetArchTest
                .Rules.Types.InAssembly(library)
                .That()
                .HaveDependencyOnAny("System.Xml.XmlDocument", "System.Xml.XPath.XPathDocument", "System.Xml.Linq")
                .GetTypes()
        );
    }
}

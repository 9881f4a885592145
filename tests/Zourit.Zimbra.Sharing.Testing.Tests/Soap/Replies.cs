using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Soap;

/// <summary>Reads replies.</summary>
internal static class Replies
{
    /// <summary>The fault's code; null for a response.</summary>
    public static string? Code(this XElement reply) =>
        reply.Name.LocalName == "Fault"
            ? reply.Descendants().First(element => element.Name.NamespaceName == "urn:zimbra" && element.Name.LocalName == "Code").Value
            : null;

    public static XElement One(this XElement reply, string name) => reply.Descendants().Single(element => element.Name.LocalName == name);

    public static IEnumerable<XElement> All(this XElement reply, string name) =>
        reply.Descendants().Where(element => element.Name.LocalName == name);

    public static string? Attribute(this XElement account, string element, string name) =>
        account.All(element).FirstOrDefault(a => a.Attribute("n")?.Value == name)?.Value;
}

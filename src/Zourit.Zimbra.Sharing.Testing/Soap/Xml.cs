using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Soap;

/// <summary>
/// Reads requests as leniently as the server: local names only, an attribute and a text-only child are the same (docs/protocol.md §1.2).
/// </summary>
internal static class Xml
{
    public static string? Attr(this XElement element, string name) =>
        element.Attribute(name)?.Value
        ?? element.Elements().FirstOrDefault(child => child.Name.LocalName == name && !child.HasElements)?.Value;

    public static string Required(this XElement element, string name) => element.Attr(name) ?? throw SoapFault.MissingAttribute(name);

    public static XElement? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> All(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);

    public static XElement RequiredChild(this XElement element, string name) => element.Child(name) ?? throw SoapFault.MissingElement(name);

    public static bool? Flag(this XElement element, string name) =>
        element.Attr(name) switch
        {
            null => null,
            "1" or "true" or "TRUE" => true,
            "0" or "false" or "FALSE" => false,
            var other => throw SoapFault.Invalid($"invalid boolean: {other}"),
        };

    public static long? Number(this XElement element, string name) =>
        element.Attr(name) switch
        {
            null => null,
            var text => long.TryParse(text, out long value)
                ? value
                : throw SoapFault.Invalid($"invalid long value '{text}' for attribute: {name}"),
        };

    /// <summary>The response element of a request, in its namespace.</summary>
    public static XElement Response(XElement request, params object?[] content) =>
        new(request.Name.Namespace + request.Name.LocalName.Replace("Request", "Response", StringComparison.Ordinal), content);

    /// <summary>Puts elements made without namespace into the one of their root.</summary>
    public static XElement Qualify(XElement root)
    {
        foreach (XElement element in root.Descendants().Where(element => element.Name.Namespace == XNamespace.None))
        {
            element.Name = root.Name.Namespace + element.Name.LocalName;
        }

        return root;
    }
}

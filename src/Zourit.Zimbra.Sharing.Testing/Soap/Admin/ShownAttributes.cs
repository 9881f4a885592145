using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>Writes attributes as <c>&lt;a n="…"&gt;</c>.</summary>
internal static class ShownAttributes
{
    /// <param name="attributes">The entry's own attributes.</param>
    /// <param name="wanted">The request's comma list of names; all without one.</param>
    public static IEnumerable<XElement> Of(AttributeBag attributes, string? wanted = null)
    {
        string[] names = wanted?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return attributes
            .Names.Where(name => names.Length == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(name => attributes.Values(name), (name, value) => new XElement("a", new XAttribute("n", name), value));
    }
}

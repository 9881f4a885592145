using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Admin;

/// <summary>
/// Writes attributes as <c>&lt;a n="…"&gt;</c>. A value that the administrator may not see is written <c>&lt;a n="…" pd="1"/&gt;</c>.
/// </summary>
internal static class ShownAttributes
{
    /// <param name="attributes">The entry's own attributes.</param>
    /// <param name="wanted">The request's comma list of names; all without one.</param>
    /// <param name="shows">Whether an attribute's values may be seen; all without it.</param>
    public static IEnumerable<XElement> Of(AttributeBag attributes, string? wanted = null, Func<string, bool>? shows = null)
    {
        string[] names = wanted?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return attributes
            .Names.Where(name => names.Length == 0 || names.Contains(name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(name => Element(name, attributes.Values(name), shows));
    }

    /// <summary>An attribute's values.</summary>
    public static IEnumerable<XElement> Element(string name, IEnumerable<string> values, Func<string, bool>? shows = null)
    {
        bool isShown = shows is null || shows(name);
        return values.Select(value =>
            isShown
                ? new XElement("a", new XAttribute("n", name), value)
                : new XElement("a", new XAttribute("pd", "1"), new XAttribute("n", name))
        );
    }
}

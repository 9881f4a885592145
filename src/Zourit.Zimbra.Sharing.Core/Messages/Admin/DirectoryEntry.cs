using Zourit.Zimbra.Sharing.Soap;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// An account, domain, class of service or other entry of the directory, as admin replies show it. Printing leaves the values out.
/// </summary>
public sealed record DirectoryEntry
{
    /// <summary>The element's name, e.g. <c>account</c>, <c>domain</c>, <c>calresource</c>, <c>dl</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The attributes (<c>a n</c>). Password-like values are <c>VALUE-BLOCKED</c>.</summary>
    public required AttributeList Attributes { get; init; }

    /// <summary>Attributes that this administrator may not see (<c>pd="1"</c>).</summary>
    public IReadOnlyList<string> HiddenAttributes
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;

    /// <summary>
    /// Whether the entry has values of an attribute that this administrator may not see: then it is not known what they are, which is not
    /// the same as not set.
    /// </summary>
    /// <param name="attribute">The attribute's name.</param>
    internal bool Hides(string attribute) => HiddenAttributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);

    internal static DirectoryEntry Read(ResponseElement entry)
    {
        var hidden = entry.Children("a").Where(a => a.Flag("pd") == true).Select(a => a.RequiredText("n")).ToList();
        return new DirectoryEntry
        {
            Kind = entry.Name,
            Name = entry.RequiredText("name"),
            Id = entry.RequiredText("id"),
            Attributes = AttributeList.Read(entry.Children("a").Where(a => a.Flag("pd") != true)),
            HiddenAttributes = hidden,
        };
    }
}

using Zourit.Zimbra.Sharing.Soap;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>
/// An account, domain, class of service or other entry of the directory, as admin replies show it. Printing leaves the values out.
/// </summary>
/// <param name="Kind">The element's name, e.g. <c>account</c>, <c>domain</c>, <c>calresource</c>, <c>dl</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Id">The id, a UUID.</param>
/// <param name="Attributes">The attributes (<c>a n</c>). Password-like values are <c>VALUE-BLOCKED</c>.</param>
public sealed record DirectoryEntry(string Kind, string Name, string Id, AttributeList Attributes)
{
    /// <summary>Attributes that this administrator may not see (<c>pd="1"</c>).</summary>
    public IReadOnlyList<string> HiddenAttributes { get; init; } = [];

    internal static DirectoryEntry Read(ResponseElement entry)
    {
        var hidden = entry.Children("a").Where(a => a.Flag("pd") == true).Select(a => a.RequiredText("n")).ToList();
        return new DirectoryEntry(
            entry.Name,
            entry.RequiredText("name"),
            entry.RequiredText("id"),
            AttributeList.Read(entry.Children("a").Where(a => a.Flag("pd") != true))
        )
        {
            HiddenAttributes = hidden,
        };
    }
}

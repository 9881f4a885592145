using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>Something that an address over CalDAV leads to.</summary>
internal abstract class DavResource(DavCall call, string href)
{
    private static readonly XName[] Usual =
    [
        DavNames.ResourceType,
        DavNames.Dav + "supported-report-set",
        DavNames.CalendarServer + "getctag",
        DavNames.Dav + "getcontentlength",
        DavNames.GetEtag,
        DavNames.DisplayName,
        DavNames.Dav + "getlastmodified",
        DavNames.Dav + "creationdate",
    ];

    public DavCall Call { get; } = call;

    public string Href { get; } = href;

    /// <summary>What a listing of depth 1 shows besides the resource itself.</summary>
    /// <param name="wanted">The properties that are asked for; null for all usual ones.</param>
    public virtual IEnumerable<DavResource> Children(IReadOnlyList<XElement>? wanted) => [];

    /// <summary>The properties that it has.</summary>
    public abstract IEnumerable<XElement> Properties { get; }

    /// <summary>A response that gives properties: all usual ones without names.</summary>
    /// <param name="wanted">The properties' elements as they were asked for; null for all usual ones.</param>
    public XElement Response(IReadOnlyList<XElement>? wanted)
    {
        Dictionary<XName, XElement> known = [];
        foreach (XElement property in Properties.Append(CurrentUser))
        {
            known[property.Name] = property;
        }

        var names = wanted is null ? [.. Usual.Where(known.ContainsKey)] : wanted.Select(property => property.Name).ToList();
        return Response(
            Href,
            PropStat(404, names.Where(name => !known.ContainsKey(name)).Select(name => new XElement(name))),
            PropStat(200, names.Where(known.ContainsKey).Select(name => known[name]))
        );
    }

    public static XElement Response(string href, params IEnumerable<XElement?> parts) =>
        new(DavNames.Dav + "response", DavNames.Href(href), parts);

    public static XElement Status(int status) => new(DavNames.Dav + "status", $"HTTP/1.1 {status} {Reason(status)}");

    public static XElement? PropStat(int status, IEnumerable<XElement> properties)
    {
        List<XElement> given = [.. properties];
        return given.Count == 0
            ? null
            : new XElement(DavNames.Dav + "propstat", Status(status), new XElement(DavNames.Dav + "prop", given));
    }

    protected static XElement Type(params ReadOnlySpan<XName> kinds)
    {
        var type = new XElement(DavNames.ResourceType);
        foreach (XName kind in kinds)
        {
            type.Add(new XElement(kind));
        }

        return type;
    }

    private XElement CurrentUser => new(DavNames.Dav + "current-user-principal", DavNames.Href(DavHref.Principal(Call.Caller)));

    private static string Reason(int status) =>
        status switch
        {
            200 => "OK",
            404 => "Not Found",
            _ => "Failed Dependency",
        };
}

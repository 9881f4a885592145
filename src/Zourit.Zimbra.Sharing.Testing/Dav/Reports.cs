using System.Xml.Linq;

namespace Zourit.Zimbra.Sharing.Testing.Dav;

/// <summary>Which reports a resource answers, in the words of <c>supported-report-set</c>.</summary>
internal static class Reports
{
    public static readonly XName CalendarQuery = DavNames.CalDav + "calendar-query";
    public static readonly XName CalendarMultiget = DavNames.CalDav + "calendar-multiget";
    public static readonly XName FreeBusyQuery = DavNames.CalDav + "free-busy-query";

    private static readonly XName[] OfAll =
    [
        DavNames.Dav + "acl-principal-prop-set",
        DavNames.Dav + "principal-match",
        DavNames.Dav + "principal-property-search",
        DavNames.Dav + "principal-search-property-set",
        DavNames.Dav + "expand-property",
    ];

    public static bool IsKnown(XName report) =>
        report == CalendarQuery || report == CalendarMultiget || report == FreeBusyQuery || OfAll.Contains(report);

    public static XElement Supported(IEnumerable<XName> own) =>
        new(
            DavNames.Dav + "supported-report-set",
            own.Concat(OfAll)
                .Select(report => new XElement(
                    DavNames.Dav + "supported-report",
                    new XElement(DavNames.Dav + "report", new XElement(report))
                ))
        );
}

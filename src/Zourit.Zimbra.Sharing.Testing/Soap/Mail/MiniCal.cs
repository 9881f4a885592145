using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail GetMiniCalRequest: the days on which something starts, errors beside them.</summary>
internal static class MiniCal
{
    public static XElement Run(SoapCall call, XElement request)
    {
        (DateTimeOffset from, DateTimeOffset to) = ApptSummaries.Range(request);
        string zone = request.Child("tz")?.Attr("id") is { } name
            ? ServerZones.Find(name) ?? throw SoapFault.Invalid($"invalid time zone \"{name}\"")
            : call.Directory.ZoneOf(call.Requested);
        var dates = new SortedSet<string>(StringComparer.Ordinal);
        List<XElement> errors = [];
        foreach (string id in request.All("folder").Select(folder => folder.Required("id")))
        {
            try
            {
                dates.UnionWith(ApptSummaries.In(call, id).SelectMany(found => Days(found.Item, zone, from, to)));
            }
            catch (SoapFault fault)
            {
                errors.Add(new XElement("error", new XAttribute("id", id), new XAttribute("code", fault.Code), fault.Message));
            }
        }

        return Xml.Response(request, dates.Select(date => new XElement("date", date)), errors);
    }

    private static IEnumerable<string> Days(CalendarItem item, string zone, DateTimeOffset from, DateTimeOffset to) =>
        ItemSpan
            .Instances(item.AllDay ? item with { AllDay = false, TimeZone = zone } : item, from, to)
            .Select(instance =>
                TimeZoneInfo
                    .ConvertTime(instance.Start, TimeZoneInfo.FindSystemTimeZoneById(zone))
                    .ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            );
}

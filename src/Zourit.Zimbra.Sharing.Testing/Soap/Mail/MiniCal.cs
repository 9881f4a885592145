using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail GetMiniCalRequest: the days on which something starts or ends, as the asker's zone has them, but for what was declined; a
/// folder that cannot be read is an error beside them.
/// </summary>
internal static class MiniCal
{
    public static XElement Run(SoapCall call, XElement request)
    {
        (DateTimeOffset from, DateTimeOffset to) = (
            ApptSummaries.Moment(request.Number("s") ?? throw SoapFault.MissingAttribute("s")),
            ApptSummaries.Moment(request.Number("e") ?? throw SoapFault.MissingAttribute("e"))
        );
        List<string> folders = [.. request.All("folder").Select(folder => folder.Required("id"))];
        foreach (string id in folders)
        {
            RequireFormed(id);
        }

        string zone = Zone(call, request);
        var dates = new SortedSet<string>(StringComparer.Ordinal);
        List<XElement> errors = [];
        foreach (string id in folders)
        {
            try
            {
                dates.UnionWith(ApptSummaries.In(call, id).SelectMany(found => Days(found, zone, from, to)));
            }
            catch (SoapFault fault)
            {
                errors.Add(new XElement("error", new XAttribute("id", id), new XAttribute("code", fault.Code), fault.Message));
            }
        }

        return Xml.Response(request, errors, dates.Select(date => new XElement("date", date)));
    }

    // Unlike a folder that cannot be read, a malformed id spoils the whole request.
    private static void RequireFormed(string id)
    {
        if (!FolderLookup.IsFormed(id))
        {
            throw SoapFault.Invalid(id.Length == 0 ? "empty/missing item ID" : $"malformed item ID: {id}");
        }
    }

    // The zone of whoever asks, not that of the calendar's owner.
    private static string Zone(SoapCall call, XElement request) =>
        request.Child("tz") is not { } tz ? call.Directory.ZoneOf(call.Caller!)
        : tz.Attr("id") is { } name && ServerZones.Find(name) is { } known ? known
        : tz.Number("stdoff") is null ? throw SoapFault.Invalid($"Unknown TZ: \"{tz.Attr("id")}\" and no stdoff specified")
        : AppointmentReader.ZoneOf(tz) ?? "UTC";

    private static IEnumerable<string> Days(AppointmentLookup found, string zone, DateTimeOffset from, DateTimeOffset to)
    {
        CalendarItem item = found.Item;
        IEnumerable<CalendarItem> parts = item.Exceptions.Prepend(
            item with
            {
                Exceptions = [],
                ExceptionDates = [.. item.ExceptionDates, .. Replaced(item)],
            }
        );
        TimeZoneInfo shown = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return parts
            .Where(part => BusyTimes.AnswerOf(part, found.Owner) != "DECLINED")
            .SelectMany(part => ItemSpan.Instances(part.AllDay ? part with { AllDay = false, TimeZone = zone } : part, from, to))
            .SelectMany(instance => new[] { instance.Start, instance.End })
            .Select(moment => TimeZoneInfo.ConvertTime(moment, shown).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<DateTime> Replaced(CalendarItem item) =>
        item.Exceptions.Select(exception => exception.RecurrenceId).OfType<DateTime>();
}

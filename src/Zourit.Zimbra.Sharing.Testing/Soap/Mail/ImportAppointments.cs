using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail ImportAppointmentsRequest with its text inline; there is no upload to import from.</summary>
internal static class ImportAppointments
{
    public static XElement Run(SoapCall call, XElement request)
    {
        (Model.Account owner, MailFolder folder) = CreateAppointment.Target(call, request);
        Mailbox mailbox = call.Directory.MailboxOf(owner);
        IReadOnlyList<CalendarItem> items;
        try
        {
            items = IcsImport.Read(request.RequiredChild("content").Value, call.Directory.Now, call.Directory.ZoneOf(owner));
        }
        catch (FormatException e)
        {
            throw new SoapFault(
                "service.PARSE_ERROR",
                $"parse error: Caught ParseException parsing calendar: net.fortuna.ical4j.data.ParserException: {e.Message}"
            );
        }

        List<CalendarItem> stored = [.. items.Select(item => mailbox.Store(folder, item, call.Directory.Now))];
        return Xml.Response(
            request,
            new XElement(
                "appt",
                new XAttribute("n", stored.Count),
                new XAttribute("ids", string.Join(',', stored.Select(item => $"{call.Id(owner, item.Id)}-{item.InviteId}")))
            )
        );
    }
}

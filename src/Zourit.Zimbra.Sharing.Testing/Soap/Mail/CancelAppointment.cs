using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail CancelAppointmentRequest: one date of a series, that date and all later ones, or the whole appointment, which goes to the
/// trash. Those who are invited and have an account here get the change into their calendars.
/// </summary>
internal static class CancelAppointment
{
    public static XElement Run(SoapCall call, XElement request)
    {
        string id = request.Required("id");
        _ = FolderLookup.Parse(call, id);
        if (AppointmentLookup.Subpart(id) is null)
        {
            throw SoapFault.Invalid("missing invId subpart: id should be specified as \"item-inv\"");
        }

        long component = request.Number("comp") ?? throw SoapFault.MissingAttribute("comp");
        AppointmentLookup found = AppointmentLookup.ById(call, id);
        found.Require(call, 'd');
        if (found.IsInTrash)
        {
            throw SoapFault.Invalid("cannot cancel a calendar item under trash");
        }

        if (!found.IsInForce(id, component))
        {
            throw found.OutOfDate(id);
        }

        Organizing.Require(found.Owner, found.Item, request.Child("m"), "CancelCalendarItem");
        if (request.Child("inst") is { } instance && (found.Item.RecurrenceRule is not null || found.Item.Exceptions.Count > 0))
        {
            DateTime date = new AppointmentReader(call, found.Owner).TimeIn(found.Item, instance);
            CalendarItem changed = found.Replace(call, Without(found.Item, date, instance.Attr("range") == "THISANDFUTURE"));
            Invitations.Update(call, found.Owner, changed);
            return Xml.Response(request);
        }

        Mailbox mailbox = call.Directory.MailboxOf(found.Owner);
        CalendarItem cancelled = found.Replace(call, found.Item with { Status = "CANCELLED", Sequence = found.Item.Sequence + 1 });
        mailbox.Move(found.Folder, cancelled, mailbox.FindById(SystemFolder.Trash));
        Invitations.Update(call, found.Owner, cancelled);
        return Xml.Response(request);
    }

    private static CalendarItem Without(CalendarItem series, DateTime instance, bool andLater) =>
        andLater
            ? series with
            {
                CancelledFrom = instance,
            }
            : series with
            {
                ExceptionDates = [.. series.ExceptionDates, instance],
                Exceptions = [.. series.Exceptions.Where(known => known.RecurrenceId != instance)],
            };
}

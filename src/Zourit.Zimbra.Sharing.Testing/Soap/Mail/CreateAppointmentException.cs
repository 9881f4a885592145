using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>urn:zimbraMail CreateAppointmentExceptionRequest: one instance of a series gets an invitation of its own.</summary>
internal static class CreateAppointmentException
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        long component = request.Number("comp") ?? throw SoapFault.MissingAttribute("comp");
        AppointmentLookup found = AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'w');
        found.RequireChangeable(request, component);
        if (found.Instance is not null)
        {
            throw found.OutOfDate(request.Required("id"));
        }

        if (found.Item.RecurrenceRule is null)
        {
            throw SoapFault.Invalid($"CalendarItem {found.Item.Id} is not a recurring calendar item");
        }

        var place = AppointmentPlace.Wanted(call, found, m);
        var reader = new AppointmentReader(call, found.Owner) { MayNameInstance = true, MayRecur = false };

        // The organizer of the series is that of each of its instances, whatever the request says.
        CalendarItem wanted = reader.Read(m, found.Item.Uid) with { Organizer = found.Item.Organizer };
        wanted = wanted with { Sequence = Math.Max(wanted.Sequence, found.Item.Sequence + 1), IsInvitation = found.Item.IsInvitation };
        Organizing.Require(found.Owner, wanted, m, "CreateCalendarItemException");
        Invitations.RequireReachable(call, m);
        XElement inv = m.RequiredChild("inv");
        if ((inv.Child("comp") ?? inv).Child("exceptId") is not { } instance)
        {
            // Without saying which instance is meant the request replaces the whole series (recording 06-56).
            wanted = wanted with { InviteId = found.Item.InviteId, Exceptions = found.Item.Exceptions };
            return place.Store(request, wanted, found.Item.InviteId);
        }

        int invite = call.Directory.MailboxOf(found.Owner).TakeId();
        return place.Store(
            request,
            WithInstance(found.Item, wanted with { InviteId = invite }, reader.TimeIn(found.Item, instance)),
            invite
        );
    }

    private static CalendarItem WithInstance(CalendarItem series, CalendarItem wanted, DateTime moment) =>
        series with
        {
            Exceptions =
            [
                .. series.Exceptions.Where(known => known.RecurrenceId != moment),
                wanted with
                {
                    Id = series.Id,
                    RecurrenceId = moment,
                    RecurrenceRule = null,
                },
            ],
            ExceptionDates = [.. series.ExceptionDates.Where(date => date != moment)],
        };
}

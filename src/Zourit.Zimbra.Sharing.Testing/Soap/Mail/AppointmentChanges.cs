using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail GetAppointment, ModifyAppointment, CreateAppointmentException and CancelAppointment, as far as filling calendars needs
/// them: nobody is invited.
/// </summary>
internal static class AppointmentChanges
{
    private const int Trash = 3;

    public static XElement Get(SoapCall call, XElement request)
    {
        AppointmentLookup found = request.Attr("uid") is { } uid
            ? AppointmentLookup.ByUid(call, uid)
            : AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'r');
        return Xml.Response(request, AppointmentElement.Of(found.Item, id => call.Id(found.Owner, id), found.Folder.Id));
    }

    public static XElement Modify(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        AppointmentLookup found = AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'w');
        if (request.Number("rev") is { } revision && revision < found.Item.Revision)
        {
            throw new SoapFault(
                "mail.INVITE_OUT_OF_DATE",
                $"The specified Invite is out of date (has been updated): {found.Owner.Id}:{request.Attr("id")}"
            );
        }

        CalendarItem wanted = CreateAppointment.Read(call, m, found.Item.Uid);
        CalendarItem stored = found.Replace(
            call,
            wanted with
            {
                InviteId = found.Item.InviteId,
                Sequence = found.Item.Sequence + 1,
                Exceptions = found.Item.Exceptions,
            }
        );
        return Xml.Response(request, found.Ids(call, stored, stored.InviteId));
    }

    public static XElement CreateException(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        AppointmentLookup found = AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'w');
        if (found.Item.RecurrenceRule is null)
        {
            throw SoapFault.Invalid($"CalendarItem {found.Item.Id} is not a recurring calendar item");
        }

        // Without saying which instance is meant the request replaces the whole series (recording 06-56).
        CalendarItem wanted = CreateAppointment.Read(call, m, found.Item.Uid);
        XElement? instance = m.Child("inv")?.Child("comp")?.Child("exceptId");
        if (instance is null)
        {
            CalendarItem replaced = found.Replace(
                call,
                wanted with
                {
                    InviteId = found.Item.InviteId,
                    Sequence = found.Item.Sequence + 1,
                    Exceptions = found.Item.Exceptions,
                }
            );
            return Xml.Response(request, found.Ids(call, replaced, replaced.InviteId));
        }

        int invite = call.Directory.MailboxOf(found.Owner).TakeId();
        DateTime moment = CreateAppointment.Time(instance, out _);
        CalendarItem exception = wanted with
        {
            Id = found.Item.Id,
            InviteId = invite,
            RecurrenceId = moment,
            RecurrenceRule = null,
            Sequence = found.Item.Sequence + 1,
        };
        CalendarItem stored = found.Replace(
            call,
            found.Item with
            {
                Exceptions = [.. found.Item.Exceptions.Where(known => known.RecurrenceId != moment), exception],
            }
        );
        return Xml.Response(request, found.Ids(call, stored, invite));
    }

    public static XElement Cancel(SoapCall call, XElement request)
    {
        AppointmentLookup found = AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'd');
        if (found.Folder.Id == Trash)
        {
            throw SoapFault.Invalid("cannot cancel a calendar item under trash");
        }

        if (request.Child("inst") is { } instance)
        {
            DateTime moment = CreateAppointment.Time(instance, out _);
            found.Replace(
                call,
                found.Item with
                {
                    ExceptionDates = [.. found.Item.ExceptionDates, moment],
                    Exceptions = [.. found.Item.Exceptions.Where(known => known.RecurrenceId != moment)],
                }
            );
            return Xml.Response(request);
        }

        Mailbox mailbox = call.Directory.MailboxOf(found.Owner);
        found.Folder.Items.Remove(found.Item);
        mailbox.Find(Trash)!.Items.Add(found.Item with { Status = "CANCELLED", Revision = mailbox.Touch() });
        return Xml.Response(request);
    }
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail GetAppointment, ModifyAppointment, CreateAppointmentException and CancelAppointment. Those who are invited and have an
/// account here get the change into their calendars.
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
        return Xml.Response(request, new AppointmentElement(call, found).Appointment());
    }

    /// <summary>
    /// A changed series loses its changed and cancelled instances (recording 17-30), but for the ones that the request itself leaves out;
    /// the id of a changed instance's own invitation changes that instance alone.
    /// </summary>
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

        CalendarItem wanted = new AppointmentReader(call, found.Owner).Read(m, found.Item.Uid);
        if (found.Instance is { } instance)
        {
            return Store(
                call,
                request,
                found,
                found.Item with
                {
                    Exceptions =
                    [
                        .. found.Item.Exceptions.Where(known => known != instance),
                        wanted with
                        {
                            InviteId = instance.InviteId,
                            RecurrenceId = instance.RecurrenceId,
                            RecurrenceRule = null,
                            Sequence = instance.Sequence + 1,
                        },
                    ],
                },
                instance.InviteId
            );
        }

        Invitations.RequireReachable(call, m);
        return Store(
            call,
            request,
            found,
            wanted with
            {
                InviteId = found.Item.InviteId,
                Sequence = found.Item.Sequence + 1,
                IsInvitation = found.Item.IsInvitation,
            },
            found.Item.InviteId
        );
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

        var reader = new AppointmentReader(call, found.Owner);
        CalendarItem wanted = reader.Read(m, found.Item.Uid);
        XElement? instance = m.Child("inv")?.Child("comp")?.Child("exceptId");

        // Without saying which instance is meant the request replaces the whole series (recording 06-56).
        if (instance is null)
        {
            return Store(
                call,
                request,
                found,
                wanted with
                {
                    InviteId = found.Item.InviteId,
                    Sequence = found.Item.Sequence + 1,
                    Exceptions = found.Item.Exceptions,
                },
                found.Item.InviteId
            );
        }

        int invite = call.Directory.MailboxOf(found.Owner).TakeId();
        DateTime moment = reader.TimeIn(found.Item, instance);
        return Store(
            call,
            request,
            found,
            found.Item with
            {
                Exceptions =
                [
                    .. found.Item.Exceptions.Where(known => known.RecurrenceId != moment),
                    wanted with
                    {
                        Id = found.Item.Id,
                        InviteId = invite,
                        RecurrenceId = moment,
                        RecurrenceRule = null,
                        Sequence = found.Item.Sequence + 1,
                    },
                ],
                ExceptionDates = [.. found.Item.ExceptionDates.Where(date => date != moment)],
            },
            invite
        );
    }

    public static XElement Cancel(SoapCall call, XElement request)
    {
        AppointmentLookup found = AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'd');
        if (found.Folder.Id == Trash)
        {
            throw SoapFault.Invalid("cannot cancel a calendar item under trash");
        }

        XElement? instance = request.Child("inst");
        DateTime? moment = instance is null
            ? found.Instance?.RecurrenceId
            : new AppointmentReader(call, found.Owner).TimeIn(found.Item, instance);
        if (moment is { } date && (found.Item.RecurrenceRule is not null || found.Item.Exceptions.Count > 0))
        {
            CalendarItem changed = found.Replace(call, Without(found.Item, date, instance?.Attr("range") == "THISANDFUTURE"));
            Invitations.Update(call, found.Owner, changed);
            return Xml.Response(request);
        }

        Mailbox mailbox = call.Directory.MailboxOf(found.Owner);
        CalendarItem cancelled = found.Replace(call, found.Item with { Status = "CANCELLED", Sequence = found.Item.Sequence + 1 });
        mailbox.Move(found.Folder, cancelled, mailbox.FindById(Trash));
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

    private static XElement Store(SoapCall call, XElement request, AppointmentLookup found, CalendarItem changed, int invite)
    {
        CalendarItem stored = found.Replace(call, changed);
        Invitations.Send(call, found.Owner, stored, request.RequiredChild("m"));
        return Xml.Response(request, found.Ids(call, stored, invite));
    }
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// urn:zimbraMail ModifyAppointmentRequest. A changed series loses its changed and cancelled instances (recording 17-30), but for the ones
/// that the request itself leaves out; the id of a changed instance's own invitation changes that instance alone.
/// </summary>
internal static class ModifyAppointment
{
    public static XElement Run(SoapCall call, XElement request)
    {
        XElement m = request.RequiredChild("m");
        AppointmentLookup found = AppointmentLookup.ById(call, request.Required("id"));
        found.Require(call, 'w');
        found.RequireChangeable(request, request.Number("comp") ?? 0);
        var place = AppointmentPlace.Wanted(call, found, m);

        CalendarItem old = found.Instance ?? found.Item;
        CalendarItem wanted = new AppointmentReader(call, found.Owner)
        {
            MayNameInstance = found.Instance is not null,
            MayRecur = found.Instance is null,
        }.Read(m, found.Item.Uid);
        Organizing.Require(found.Owner, wanted, m, "ModifyCalendarItem");
        wanted = Numbered(found, old, wanted);
        if (found.Instance is not null)
        {
            CalendarItem changed = found.Item with
            {
                Exceptions = [.. found.Item.Exceptions.Where(known => known != old), wanted with { RecurrenceRule = null }],
            };
            return place.Store(request, changed, old.InviteId);
        }

        Invitations.RequireReachable(call, m);
        return place.Store(request, wanted, old.InviteId);
    }

    /// <summary>
    /// The organizer's change counts on from the last one, by one more where somebody is no longer invited and is sent that before; an
    /// attendee's own change counts as none, so that the organizer's later one still takes its place.
    /// </summary>
    private static CalendarItem Numbered(AppointmentLookup found, CalendarItem old, CalendarItem wanted)
    {
        CalendarItem kept = wanted with
        {
            InviteId = old.InviteId,
            RecurrenceId = old.RecurrenceId,
            IsInvitation = found.Item.IsInvitation,
        };
        if (!Organizing.IsBy(found.Owner, wanted))
        {
            return kept with { Sequence = old.Sequence, Modified = old.Modified };
        }

        bool isSomebodyGone = old.Attendees.Any(before => wanted.Attendees.All(now => !now.IsSame(before)));
        int next = Math.Max(Math.Max(wanted.Sequence, old.Sequence + 1), found.Instance is null ? 0 : found.Item.Sequence);
        return kept with { Sequence = isSomebodyGone ? next + 1 : next };
    }
}

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Attendees in Zimbra's XML: roles and answers by their short words.</summary>
internal static class AttendeeElement
{
    private static readonly (string Short, string Long)[] Roles =
    [
        ("REQ", "REQ-PARTICIPANT"),
        ("OPT", "OPT-PARTICIPANT"),
        ("NON", "NON-PARTICIPANT"),
        ("CHA", "CHAIR"),
    ];

    private static readonly (string Short, string Long)[] Statuses =
    [
        ("NE", "NEEDS-ACTION"),
        ("AC", "ACCEPTED"),
        ("TE", "TENTATIVE"),
        ("DE", "DECLINED"),
        ("DG", "DELEGATED"),
        ("CO", "COMPLETED"),
    ];

    public static string RoleOf(string? word) => Array.Find(Roles, role => role.Short == word).Long ?? "REQ-PARTICIPANT";

    public static string StatusOf(string? word) => Array.Find(Statuses, status => status.Short == word).Long ?? "NEEDS-ACTION";

    public static string ShortStatus(string word) => Array.Find(Statuses, status => status.Long == word).Short ?? "NE";

    public static XElement Of(CalendarAttendee attendee) =>
        new(
            "at",
            new XAttribute("a", attendee.Mail),
            attendee.Name is null ? null : new XAttribute("d", attendee.Name),
            new XAttribute("url", attendee.Mail),
            new XAttribute("role", Array.Find(Roles, role => role.Long == attendee.Role).Short ?? "REQ"),
            new XAttribute("ptst", ShortStatus(attendee.Status)),
            attendee.Rsvp ? new XAttribute("rsvp", "1") : null
        );
}

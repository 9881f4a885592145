using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>The short words and small elements in which Zimbra's XML describes appointments.</summary>
internal static class AppointmentWords
{
    public static string Busy(string status) =>
        status switch
        {
            "FREE" => "F",
            "TENTATIVE" => "T",
            "OOF" => "O",
            _ => "B",
        };

    public static string Status(CalendarItem item) =>
        item.Status switch
        {
            "TENTATIVE" => "TENT",
            "CANCELLED" => "CANC",
            _ => "CONF",
        };

    public static string Class(CalendarItem item) =>
        item.Class switch
        {
            "PRIVATE" => "PRI",
            "CONFIDENTIAL" => "CON",
            _ => "PUB",
        };

    public static XElement? Organizer(CalendarItem item) =>
        item.Organizer is { } organizer
            ? new XElement(
                "or",
                new XAttribute("a", organizer.Mail),
                organizer.Name is null ? null : new XAttribute("d", organizer.Name),
                new XAttribute("url", organizer.Mail)
            )
            : null;

    /// <summary>The start of the description, in one line.</summary>
    public static XElement? Fragment(CalendarItem item) =>
        item.Description is { Length: > 0 } text
            ? new XElement("fr", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            : null;
}

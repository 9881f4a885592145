using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>The short words and small elements in which Zimbra's XML describes appointments.</summary>
internal static class AppointmentWords
{
    private static readonly (string Attribute, string[] Words)[] Known =
    [
        ("status", ["TENT", "CONF", "CANC", "NEED", "COMP", "INPR", "WAITING", "DEFERRED"]),
        ("class", ["PUB", "PRI", "CON"]),
    ];

    /// <summary>Refuses words that the server's tables do not have.</summary>
    public static void Check(XElement comp)
    {
        // The free/busy status decides where it is given, and the other word is not looked at.
        IEnumerable<(string Attribute, string[] Words)> looked = comp.Attr("fb") is null ? Known.Append(("transp", ["O", "T"])) : Known;
        foreach ((string attribute, string[] words) in looked)
        {
            if (comp.Attr(attribute) is { } word && !words.Contains(word))
            {
                throw SoapFault.Invalid($"Invalid value '{word}' specified for attribute:{attribute}");
            }
        }
    }

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

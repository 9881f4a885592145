using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Writes a calendar item as Zimbra's XML shows it (recordings 06-02, 07-26).</summary>
internal static class AppointmentElement
{
    /// <param name="item">The item.</param>
    /// <param name="id">How an item's id reads for the reader: qualified in somebody else's mailbox.</param>
    /// <param name="folderId">The folder's id.</param>
    public static XElement Of(CalendarItem item, Func<int, string> id, int folderId) =>
        new(
            "appt",
            new XAttribute("uid", item.Uid),
            new XAttribute("id", id(item.Id)),
            new XAttribute("l", id(folderId)),
            new XAttribute("rev", item.Revision),
            new XAttribute("s", 0),
            new XAttribute("d", item.StoredAt.ToUnixTimeSeconds() * 1000),
            Invite(item, id, folderId),
            item.Exceptions.Select(exception => Invite(exception with { Id = item.Id }, id, folderId))
        );

    /// <summary>The invitation as a message, as CreateAppointment echoes it.</summary>
    public static XElement Message(CalendarItem item, Func<int, string> id, int folderId) =>
        new(
            "m",
            new XAttribute("id", $"{id(item.Id)}-{item.InviteId}"),
            new XAttribute("l", id(folderId)),
            new XAttribute("f", ""),
            new XAttribute("t", ""),
            new XAttribute("tn", ""),
            new XAttribute("rev", item.Revision),
            new XAttribute("ms", item.Revision),
            new XAttribute("s", 0),
            new XAttribute("d", item.StoredAt.ToUnixTimeSeconds() * 1000),
            new XAttribute("md", item.StoredAt.ToUnixTimeSeconds()),
            new XElement("meta"),
            new XElement(
                "inv",
                new XAttribute("type", "appt"),
                item.TimeZone is { } zone ? TimeZoneElement.Of(zone) : null,
                Component(item, id, folderId)
            )
        );

    private static XElement Invite(CalendarItem item, Func<int, string> id, int folderId) =>
        new(
            "inv",
            new XAttribute("type", "appt"),
            new XAttribute("seq", item.Sequence),
            new XAttribute("id", item.InviteId),
            new XAttribute("compNum", 0),
            item.RecurrenceId is { } instance
                ? new XAttribute(
                    "recurId",
                    string.Create(CultureInfo.InvariantCulture, $"TZID={item.TimeZone}:{instance:yyyyMMdd'T'HHmmss}")
                )
                : null,
            Component(item, id, folderId)
        );

    private static XElement Component(CalendarItem item, Func<int, string> id, int folderId) =>
        new(
            "comp",
            new XAttribute("method", "PUBLISH"),
            new XAttribute("compNum", 0),
            new XAttribute("rsvp", "0"),
            item.Summary is null ? null : new XAttribute("name", item.Summary),
            new XAttribute("loc", item.Location ?? ""),
            item.AllDay ? new XAttribute("allDay", "1") : null,
            new XAttribute("noBlob", "1"),
            new XAttribute("fba", Busy(item)),
            new XAttribute("fb", Busy(item)),
            new XAttribute("transp", item.Transparency == "OPAQUE" ? "O" : "T"),
            // Read back from its stored form an item has no url any more; fresh from its text it has an empty one.
            item.Url
                is null
            && item.IsRevised
                ? null
                : new XAttribute("url", item.Url ?? ""),
            new XAttribute("isOrg", "1"),
            new XAttribute("x_uid", item.Uid),
            new XAttribute("uid", item.Uid),
            new XAttribute("seq", item.Sequence),
            new XAttribute("d", item.Modified.ToUnixTimeSeconds() * 1000),
            new XAttribute("calItemId", id(item.Id)),
            new XAttribute("apptId", id(item.Id)),
            new XAttribute("ciFolder", id(folderId)),
            new XAttribute(
                "status",
                item.Status switch
                {
                    "TENTATIVE" => "TENT",
                    "CANCELLED" => "CANC",
                    _ => "CONF",
                }
            ),
            new XAttribute(
                "class",
                item.Class switch
                {
                    "PRIVATE" => "PRI",
                    "CONFIDENTIAL" => "CON",
                    _ => "PUB",
                }
            ),
            item.Description is { Length: > 0 } text
                ? new[]
                {
                    new XElement("fr", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
                    new XElement("desc", text.ReplaceLineEndings("\r\n")),
                }
                : null,
            item.Attendees.Select(attendee => new XElement(
                "at",
                new XAttribute("a", attendee.Mail),
                attendee.Name is null ? null : new XAttribute("d", attendee.Name),
                new XAttribute("url", attendee.Mail),
                new XAttribute("role", "REQ"),
                new XAttribute("ptst", "NE"),
                new XAttribute("rsvp", "1")
            )),
            item.Organizer is { } organizer
                ? new XElement(
                    "or",
                    new XAttribute("a", organizer.Mail),
                    organizer.Name is null ? null : new XAttribute("d", organizer.Name),
                    new XAttribute("url", organizer.Mail)
                )
                : null,
            item.RecurrenceRule is { } rule ? new XElement("recur", new XElement("add", Rule(rule))) : null,
            item.RecurrenceId is { } replaced
                ? new XElement(
                    "exceptId",
                    new XAttribute("d", replaced.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)),
                    item.TimeZone is null ? null : new XAttribute("tz", item.TimeZone)
                )
                : null,
            Time("s", item, item.Start),
            Time("e", item, item.AllDay ? item.End.AddDays(-1) : item.End)
        );

    private static string Busy(CalendarItem item) =>
        item.BusyStatus switch
        {
            "FREE" => "F",
            "TENTATIVE" => "T",
            "OOF" => "O",
            _ => "B",
        };

    private static XElement Time(string name, CalendarItem item, DateTime time) =>
        item.AllDay
            ? new XElement(name, new XAttribute("d", time.ToString("yyyyMMdd", CultureInfo.InvariantCulture)))
            : new XElement(
                name,
                new XAttribute(
                    "d",
                    time.ToString(item.TimeZone is null ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)
                ),
                item.TimeZone is null ? null : new XAttribute("tz", item.TimeZone),
                new XAttribute("u", ItemSpan.Moment(item, time).ToUnixTimeMilliseconds())
            );

    private static XElement Rule(string text)
    {
        var parts = text.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[^1]);
        var rule = new XElement("rule", new XAttribute("freq", parts.GetValueOrDefault("FREQ", "")[..3]));
        Add("UNTIL", "until", "d");
        Add("COUNT", "count", "num");
        Add("INTERVAL", "interval", "ival");
        if (parts.TryGetValue("BYDAY", out string? days))
        {
            rule.Add(
                new XElement(
                    "byday",
                    days.Split(',')
                        .Select(day => new XElement(
                            "wkday",
                            new XAttribute("day", day[^2..]),
                            day.Length > 2 ? new XAttribute("ordwk", day[..^2]) : null
                        ))
                )
            );
        }

        Add("BYMONTHDAY", "bymonthday", "modaylist");
        Add("BYMONTH", "bymonth", "molist");
        return rule;

        void Add(string part, string element, string attribute)
        {
            if (parts.TryGetValue(part, out string? value))
            {
                rule.Add(new XElement(element, new XAttribute(attribute, value)));
            }
        }
    }
}

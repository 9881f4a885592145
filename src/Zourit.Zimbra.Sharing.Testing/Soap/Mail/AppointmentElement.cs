using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Writes a calendar item as Zimbra's XML shows it (recordings 06-02, 06-29, 07-26, 17-76).</summary>
/// <param name="item">The item.</param>
/// <param name="id">How an item's id reads for the reader: qualified in somebody else's mailbox.</param>
/// <param name="folderId">The folder's id.</param>
internal sealed class AppointmentElement(CalendarItem item, Func<int, string> id, int folderId)
{
    public AppointmentElement(SoapCall call, AppointmentLookup found)
        : this(found.Item, number => call.Id(found.Owner, number), found.Folder.Id)
    {
        ShowsPrivate = FolderLookup.RightsOn(call, found.Owner, found.Folder).Contains('p', StringComparison.Ordinal);
        Owner = found.Owner;
        Now = call.Directory.Now;
    }

    /// <summary>Whether the reader sees all of private events.</summary>
    public bool ShowsPrivate { get; init; } = true;

    /// <summary>Whose calendar it is in; null where that changes nothing.</summary>
    public Model.Account? Owner { get; init; }

    /// <summary>Now, for the next alarm; null to leave that out.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whether the appointment comes with its invitations, answers and alarms.</summary>
    public bool HasInvites { get; init; } = true;

    /// <summary>Whether it says when it was last changed.</summary>
    public bool IsSync { get; init; }

    public XElement Appointment() =>
        new(
            "appt",
            new XAttribute("uid", item.Uid),
            new XAttribute("id", id(item.Id)),
            new XAttribute("l", id(folderId)),
            new XAttribute("rev", item.Revision),
            new XAttribute("s", 0),
            new XAttribute("d", item.StoredAt.ToUnixTimeSeconds() * 1000),
            IsSync ? new object[] { new XAttribute("ms", item.ChangedAt), new XAttribute("md", item.StoredAt.ToUnixTimeSeconds()) } : null,
            HasInvites ? Contents() : []
        );

    /// <summary>One of its invitations as a message carries it: the zones, the answers to it, the component.</summary>
    /// <param name="part">The appointment or one of its changed instances; null for an invitation that is not in force.</param>
    public XElement Invitation(CalendarItem? part) =>
        new(
            "inv",
            new XAttribute("type", "appt"),
            Zones(part ?? item),
            part is null ? null : Replies(item.Replies.Where(reply => reply.Instance == part.RecurrenceId)),
            part is null ? null : Component(part with { Id = item.Id })
        );

    private IEnumerable<object?> Contents() =>
        [
            Now is { } now && AlarmElement.Next(item, now) is { } next
                ? new XAttribute("nextAlarm", next.At.ToUnixTimeMilliseconds())
                : null,
            Invite(item),
            .. item.Exceptions.Select(exception => Invite(exception with { Id = item.Id })),
            Replies(item.Replies),
        ];

    private XElement? Replies(IEnumerable<CalendarReply> replies)
    {
        List<XElement> shown = ShowsPrivate || !item.IsPrivate ? [.. replies.Select(Reply)] : [];
        return shown.Count == 0 ? null : new XElement("replies", shown);
    }

    private XElement Reply(CalendarReply reply) =>
        new(
            "reply",
            new XAttribute("rangeType", reply.Instance is null ? -1 : 1),
            reply.Instance is { } day ? new XAttribute("recurId", Text(item, day)) : null,
            reply.Instance is null || item.AllDay || item.TimeZone is null ? null : new XAttribute("tz", item.TimeZone),
            reply.Instance is { } planned ? new XAttribute("ridZ", RecurIdZ(item, planned)) : null,
            new XAttribute("seq", reply.Sequence),
            new XAttribute("d", reply.At.ToUnixTimeSeconds() * 1000),
            new XAttribute("at", reply.Mail),
            new XAttribute("ptst", AttendeeElement.ShortStatus(reply.Status))
        );

    private static string RecurIdZ(CalendarItem part, DateTime planned) =>
        part.AllDay
            ? planned.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            : ItemSpan.Moment(part, planned).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private XElement Invite(CalendarItem part) =>
        new(
            "inv",
            new XAttribute("type", "appt"),
            new XAttribute("seq", part.Sequence),
            new XAttribute("id", part.InviteId),
            new XAttribute("compNum", 0),
            part.RecurrenceId is { } instance ? new XAttribute("recurId", RecurId(part, instance)) : null,
            Zones(part),
            Component(part)
        );

    /// <summary>The date that a changed instance replaces, as the server names it.</summary>
    public static string RecurId(CalendarItem part, DateTime instance) =>
        part.AllDay ? instance.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : part.TimeZone is null ? instance.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"TZID={part.TimeZone}:{instance:yyyyMMdd'T'HHmmss}");

    private static IEnumerable<XElement> Zones(CalendarItem part) =>
        new[] { part.TimeZone, part.ZoneOfEnd }.OfType<string>().Distinct().Select(TimeZoneElement.Of);

    private XElement Component(CalendarItem part)
    {
        var component = new XElement(
            "comp",
            new XAttribute("method", part.Attendees.Count > 0 ? "REQUEST" : "PUBLISH"),
            new XAttribute("compNum", 0),
            new XAttribute("rsvp", part.IsInvitation ? "1" : "0"),
            part.AllDay ? new XAttribute("allDay", "1") : null,
            part.IsInvitation ? null : new XAttribute("isOrg", "1"),
            new XAttribute("x_uid", part.Uid),
            new XAttribute("uid", part.Uid),
            new XAttribute("seq", part.Sequence),
            new XAttribute("d", part.Modified.ToUnixTimeSeconds() * 1000),
            new XAttribute("calItemId", id(part.Id)),
            new XAttribute("apptId", id(part.Id)),
            new XAttribute("ciFolder", id(folderId)),
            new XAttribute("status", AppointmentWords.Status(part)),
            new XAttribute("class", AppointmentWords.Class(part))
        );
        if (part.RecurrenceId is { } planned)
        {
            component.Add(new XAttribute("ex", "1"), new XAttribute("ridZ", RecurIdZ(part, planned)));
        }

        if (ShowsPrivate || !part.IsPrivate)
        {
            Details(component, part);
        }

        component.Add(
            part.RecurrenceRule is { } rule ? new XElement("recur", new XElement("add", RuleElement.Of(rule)), Excluded(part)) : null,
            part.RecurrenceId is { } replaced
                ? new XElement(
                    "exceptId",
                    new XAttribute("d", Text(part, replaced)),
                    part.TimeZone is null || part.AllDay ? null : new XAttribute("tz", part.TimeZone)
                )
                : null,
            Time("s", part, part.Start, part.TimeZone),
            part.GivesDuration
                ? Duration(part.End - part.Start)
                : Time("e", part, part.AllDay ? part.End.AddDays(-1) : part.End, part.ZoneOfEnd)
        );
        return component;
    }

    private void Details(XElement component, CalendarItem part)
    {
        string actual = Owner is null ? part.BusyStatus : Model.BusyTimes.StatusOf(part, Owner);
        component.Add(
            part.Summary is null ? null : new XAttribute("name", part.Summary),
            new XAttribute("loc", part.Location ?? ""),
            new XAttribute("noBlob", "1"),
            new XAttribute("fba", AppointmentWords.Busy(actual)),
            new XAttribute("fb", AppointmentWords.Busy(part.BusyStatus)),
            new XAttribute("transp", part.Transparency == "OPAQUE" ? "O" : "T"),
            part.Priority is null ? null : new XAttribute("priority", part.Priority),
            // Read back from its stored form an item has no url any more; fresh from its text it has an empty one.
            part.Url
                is null
            && part.IsRevised
                ? null
                : new XAttribute("url", part.Url ?? ""),
            part.Categories.Select(category => new XElement("category", category)),
            part.Geo?.Split(';') is [var latitude, var longitude]
                ? new XElement("geo", new XAttribute("lat", latitude), new XAttribute("lon", longitude))
                : null,
            part.Attendees.Select(AttendeeElement.Of),
            part.Alarms.Select(AlarmElement.Of),
            AppointmentWords.Fragment(part),
            part.Description is { Length: > 0 } text ? new XElement("desc", text.ReplaceLineEndings("\r\n")) : null,
            part.Html is { Length: > 0 } html ? new XElement("descHtml", html) : null,
            AppointmentWords.Organizer(part)
        );
    }

    private static XElement? Excluded(CalendarItem part) =>
        part.ExceptionDates.Count == 0
            ? null
            : new XElement(
                "exclude",
                new XElement(
                    "dates",
                    part.AllDay || part.TimeZone is null ? null : new XAttribute("tz", part.TimeZone),
                    part.ExceptionDates.Select(date => new XElement("dtval", new XElement("s", new XAttribute("d", Text(part, date)))))
                )
            );

    private static string Text(CalendarItem part, DateTime time) =>
        time.ToString(part.AllDay ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static XElement Duration(TimeSpan length)
    {
        var duration = new XElement("dur");
        foreach (
            (string name, int number) in new[] { ("d", length.Days), ("h", length.Hours), ("m", length.Minutes), ("s", length.Seconds) }
        )
        {
            if (number > 0)
            {
                duration.Add(new XAttribute(name, number));
            }
        }

        return duration;
    }

    private static XElement Time(string name, CalendarItem part, DateTime time, string? zone) =>
        part.AllDay
            ? new XElement(name, new XAttribute("d", time.ToString("yyyyMMdd", CultureInfo.InvariantCulture)))
            : new XElement(
                name,
                new XAttribute(
                    "d",
                    time.ToString(zone is null ? "yyyyMMdd'T'HHmmss'Z'" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)
                ),
                zone is null ? null : new XAttribute("tz", zone),
                new XAttribute("u", ItemSpan.Moment(part with { TimeZone = zone }, time).ToUnixTimeMilliseconds())
            );
}

using System.Globalization;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>
/// An appointment with its instances in a range, as GetApptSummaries and searches give it (recordings 06-35, 06-44, 06-59).
/// </summary>
internal sealed class AppointmentSummary(SoapCall call, AppointmentLookup found, bool isSearch)
{
    private readonly CalendarItem _item = found.Item;

    private bool ShowsPrivate =>
        !_item.IsPrivate || FolderLookup.RightsOn(call, found.Owner, found.Folder).Contains('p', StringComparison.Ordinal);

    /// <summary>Null where no instance is in the range.</summary>
    public XElement? In(DateTimeOffset from, DateTimeOffset to)
    {
        List<XElement> instances =
        [
            .. Instances(from, to).OrderBy(instance => instance.Start).Select(instance => Instance(instance.Start, instance.Changed)),
        ];
        return instances.Count == 0 ? null : Of(instances);
    }

    /// <summary>The appointment with its first instance, where no range is asked for.</summary>
    public XElement First()
    {
        DateTimeOffset start = ItemSpan.Moment(Placed(_item), _item.Start);
        return Of([Instance(start, changed: null)]);
    }

    private IEnumerable<(DateTimeOffset Start, CalendarItem? Changed)> Instances(DateTimeOffset from, DateTimeOffset to) =>
        ItemSpan
            .Instances(Placed(_item) with { Exceptions = [], ExceptionDates = [.. _item.ExceptionDates, .. Replaced] }, from, to)
            .Select(instance => (instance.Start, (CalendarItem?)null))
            .Concat(
                _item.Exceptions.SelectMany(exception =>
                    ItemSpan.Instances(Placed(exception), from, to).Select(instance => (instance.Start, (CalendarItem?)exception))
                )
            );

    private IEnumerable<DateTime> Replaced => _item.Exceptions.Select(exception => exception.RecurrenceId).OfType<DateTime>();

    // Whole days lie in the owner's zone.
    private CalendarItem Placed(CalendarItem item) =>
        item.AllDay ? item with { AllDay = false, TimeZone = call.Directory.ZoneOf(found.Owner) } : item;

    private XElement Of(List<XElement> instances)
    {
        string id = call.Id(found.Owner, _item.Id);
        var appt = new XElement(
            "appt",
            new XAttribute("id", id),
            new XAttribute("l", call.Id(found.Owner, found.Folder.Id)),
            new XAttribute("uid", _item.Uid),
            new XAttribute("x_uid", _item.Uid),
            new XAttribute("rev", _item.Revision),
            new XAttribute("ms", _item.ChangedAt),
            new XAttribute("md", _item.StoredAt.ToUnixTimeSeconds()),
            new XAttribute("s", 0)
        );
        if (isSearch)
        {
            appt.Add(
                new XAttribute("d", _item.StoredAt.ToUnixTimeSeconds() * 1000),
                new XAttribute("sf", _item.StoredAt.ToUnixTimeSeconds() * 1000),
                new XAttribute("f", ""),
                new XAttribute("t", ""),
                new XAttribute("tn", ""),
                new XAttribute("cm", "1")
            );
        }

        Add(appt, _item, _item.RecurrenceRule is null ? null : "1");
        if (_item.AllDay)
        {
            appt.Add(new XAttribute("tzo", (long)Offset.TotalMilliseconds));
        }

        appt.Add(instances);
        appt.Add(AlarmData());
        return appt;
    }

    private TimeSpan Offset => ItemSpan.Moment(Placed(_item), _item.Start).Offset;

    private XElement Instance(DateTimeOffset start, CalendarItem? changed)
    {
        CalendarItem shown = changed ?? _item;
        var instance = new XElement("inst", new XAttribute("s", start.ToUnixTimeMilliseconds()));
        DateTimeOffset planned = changed?.RecurrenceId is { } moment ? ItemSpan.Moment(Placed(_item), moment) : start;
        instance.Add(
            new XAttribute(
                "ridZ",
                _item.AllDay
                    ? (changed?.RecurrenceId ?? planned.DateTime).ToString("yyyyMMdd", CultureInfo.InvariantCulture)
                    : planned.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
            )
        );
        if (changed is not null)
        {
            instance.Add(new XAttribute("ex", "1"));
            Add(instance, shown, "0");
        }

        return instance;
    }

    // What both an appointment and a changed instance of it say.
    private void Add(XElement element, CalendarItem item, string? recurs)
    {
        element.Add(
            new XAttribute("invId", string.Create(CultureInfo.InvariantCulture, $"{call.Id(found.Owner, _item.Id)}-{item.InviteId}")),
            new XAttribute("compNum", 0),
            new XAttribute(isSearch ? "dur" : "d", (long)(ItemSpan.EndMoment(item) - ItemSpan.Moment(item, item.Start)).TotalMilliseconds),
            new XAttribute("allDay", item.AllDay ? "1" : "0"),
            new XAttribute("alarm", ShowsPrivate && item.Alarms.Count > 0 ? "1" : "0"),
            new XAttribute("draft", "0"),
            new XAttribute("neverSent", "0"),
            new XAttribute("isOrg", item.IsInvitation ? "0" : "1"),
            recurs is null ? null : new XAttribute("recur", recurs),
            new XAttribute("ptst", AttendeeElement.ShortStatus(BusyTimes.AnswerOf(item, found.Owner))),
            new XAttribute("fb", AppointmentWords.Busy(item.BusyStatus)),
            new XAttribute("fba", AppointmentWords.Busy(BusyTimes.StatusOf(item, found.Owner))),
            new XAttribute("transp", item.Transparency == "OPAQUE" ? "O" : "T"),
            new XAttribute("status", AppointmentWords.Status(item)),
            new XAttribute("class", AppointmentWords.Class(item))
        );
        if (!ShowsPrivate)
        {
            return;
        }

        element.Add(
            item.Summary is null ? null : new XAttribute("name", item.Summary),
            new XAttribute("loc", item.Location ?? ""),
            item.Attendees.Count > 0 ? new XAttribute("otherAtt", "1") : null,
            item.Priority is null ? null : new XAttribute("priority", item.Priority),
            AppointmentWords.Organizer(item),
            item.Categories.Select(category => new XElement("category", category)),
            AppointmentWords.Fragment(item)
        );
    }

    // The next alarm that is still to come.
    private XElement? AlarmData()
    {
        if (!ShowsPrivate || NextAlarm() is not { } next)
        {
            return null;
        }

        return new XElement(
            "alarmData",
            new XAttribute("nextAlarm", next.At.ToUnixTimeMilliseconds()),
            new XAttribute("alarmInstStart", next.Start.ToUnixTimeMilliseconds()),
            new XAttribute("invId", _item.InviteId),
            new XAttribute("compNum", 0),
            _item.Summary is null ? null : new XAttribute("name", _item.Summary),
            new XAttribute("loc", _item.Location ?? ""),
            AlarmElement.Of(next.Alarm)
        );
    }

    private (CalendarAlarm Alarm, DateTimeOffset At, DateTimeOffset Start)? NextAlarm() =>
        AlarmElement.Next(Placed(_item), call.Directory.Now);
}

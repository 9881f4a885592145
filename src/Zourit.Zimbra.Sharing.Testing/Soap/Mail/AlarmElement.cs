using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Testing.Calendar;

namespace Zourit.Zimbra.Sharing.Testing.Soap.Mail;

/// <summary>Reminders in Zimbra's XML (recordings 06-29, 17-46).</summary>
internal static class AlarmElement
{
    /// <summary>How many instances are looked at for the next alarm.</summary>
    private const int Looked = 20;

    public static CalendarAlarm Read(XElement alarm)
    {
        string action = alarm.Required("action");
        XElement trigger = alarm.RequiredChild("trigger");
        XElement? relative = trigger.Child("rel");
        return new CalendarAlarm
        {
            Action = action,
            Trigger = relative is null ? trigger.RequiredChild("abs").Required("d") : Duration(relative),
            Related = relative?.Attr("related"),
            Description = alarm.Child("desc")?.Value,
            Summary = alarm.Child("summary")?.Value ?? (action == "EMAIL" ? "Reminder" : null),
            Mails = [.. alarm.All("at").Select(at => at.Required("a"))],
        };
    }

    public static XElement Of(CalendarAlarm alarm) =>
        new(
            "alarm",
            new XAttribute("action", alarm.Action),
            new XElement("trigger", Trigger(alarm)),
            new XElement("desc", alarm.Description ?? ""),
            alarm.Summary is null ? null : new XElement("summary", alarm.Summary),
            alarm.Mails.Select(mail => new XElement("at", new XAttribute("a", mail)))
        );

    /// <summary>When an alarm of an instance goes off.</summary>
    public static DateTimeOffset At(CalendarAlarm alarm, DateTimeOffset start, DateTimeOffset end) =>
        Offset(alarm.Trigger) is { } offset ? (alarm.Related == "END" ? end : start) + offset
        : DateTimeOffset.TryParseExact(
            alarm.Trigger,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset moment
        )
            ? moment
        : start;

    /// <summary>The next alarm of an item that is still to come.</summary>
    public static (CalendarAlarm Alarm, DateTimeOffset At, DateTimeOffset Start)? Next(CalendarItem item, DateTimeOffset now) =>
        item.Alarms.Count == 0
            ? null
            : ItemSpan
                .Instances(item, now, DateTimeOffset.MaxValue)
                .Take(Looked)
                .SelectMany(instance => item.Alarms.Select(alarm => (alarm, At: At(alarm, instance.Start, instance.End), instance.Start)))
                .Where(next => next.At > now)
                .OrderBy(next => next.At)
                .Select(next => ((CalendarAlarm, DateTimeOffset, DateTimeOffset)?)next)
                .FirstOrDefault();

    private static TimeSpan? Offset(string trigger) =>
        trigger.Contains('P', StringComparison.Ordinal) ? XmlConvert.ToTimeSpan(trigger.TrimStart('+')) : null;

    private static XElement Trigger(CalendarAlarm alarm)
    {
        if (Offset(alarm.Trigger) is not { } offset)
        {
            return new XElement("abs", new XAttribute("d", alarm.Trigger));
        }

        TimeSpan length = offset.Duration();
        return new XElement(
            "rel",
            offset < TimeSpan.Zero ? new XAttribute("neg", "1") : null,
            new XAttribute("related", alarm.Related ?? "START"),
            Part("d", length.Days),
            Part("h", length.Hours),
            length.Minutes > 0 || length == TimeSpan.Zero ? new XAttribute("m", length.Minutes) : null,
            Part("s", length.Seconds)
        );

        static XAttribute? Part(string name, int number) => number == 0 ? null : new XAttribute(name, number);
    }

    private static string Duration(XElement relative)
    {
        long days = ((relative.Number("w") ?? 0) * 7) + (relative.Number("d") ?? 0);
        var length = new TimeSpan(
            (int)days,
            (int)(relative.Number("h") ?? 0),
            (int)(relative.Number("m") ?? 0),
            (int)(relative.Number("s") ?? 0)
        );
        return XmlConvert.ToString(relative.Flag("neg") == true ? -length : length);
    }
}

using System.Globalization;
using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>Makes calendar items of what a seed says about them.</summary>
internal static class EventSeeding
{
    private static readonly string[] Forms = ["yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd"];

    public static IReadOnlyList<CalendarItem> Items(SeededEvent seed, Account owner, DateTimeOffset now) =>
        seed.Ics is { } text ? IcsImport.Read(text, now) : [Item(seed, owner, now)];

    private static CalendarItem Item(SeededEvent seed, Account owner, DateTimeOffset now)
    {
        var start = seed.Start ?? throw new FormatException($"The event \"{seed.Summary}\" has no start.");
        var allDay = start.Length == 8;
        var item = new CalendarItem
        {
            Uid = seed.Uid ?? Guid.NewGuid().ToString(),
            Summary = seed.Summary,
            Description = seed.Description,
            Location = seed.Location,
            Url = seed.Url,
            Start = Time(start),
            End = End(seed.End, Time(start), allDay),
            AllDay = allDay,
            TimeZone = allDay || start.EndsWith('Z') ? null : Zone(seed.Zone),
            Class = seed.Private ? "PRIVATE" : "PUBLIC",
            Organizer = (seed.Organizer ?? (seed.Attendees.Count > 0 ? owner.Name : null)) is { } organizer ? (organizer, null) : null,
            Attendees = [.. seed.Attendees.Select(attendee => new CalendarAttendee { Mail = attendee })],
            RecurrenceRule = seed.Recurrence is { } rule ? RecurrenceRule.Checked(rule) : null,
            ExceptionDates = [.. seed.Exceptions.Where(exception => exception.Cancelled).Select(exception => Time(exception.At))],
            Modified = now,
        };
        if (item.End < item.Start)
            throw new FormatException($"The event \"{seed.Summary}\" ends before it starts: {start}, {seed.End}.");
        return item with
        {
            Exceptions = [.. seed.Exceptions.Where(exception => !exception.Cancelled).Select(exception => Instance(item, exception))],
        };
    }

    private static CalendarItem Instance(CalendarItem item, SeededInstance exception)
    {
        var planned = Time(exception.At);
        var start = exception.Start is null ? planned : Time(exception.Start);
        return item with
        {
            Summary = exception.Summary ?? item.Summary,
            Start = start,
            End = exception.End is null ? start + (item.End - item.Start) : End(exception.End, start, item.AllDay),
            RecurrenceId = planned,
            RecurrenceRule = null,
            ExceptionDates = [],
        };
    }

    // The item keeps the day after the last one, as iCalendar does; people and Zimbra's SOAP name the last.
    private static DateTime End(string? text, DateTime start, bool allDay) =>
        text is null ? (allDay ? start.AddDays(1) : start.AddHours(1))
        : allDay ? Time(text).AddDays(1)
        : Time(text);

    private static string? Zone(string? name) =>
        name is null || ServerZones.Find(name) is not null
            ? name
            : throw new FormatException($"There is no time zone \"{name}\": write a name such as Europe/Paris.");

    private static DateTime Time(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new FormatException($"\"{text}\" is no time: write 20261201T090000Z, 20261201T090000 or 20261201.");
}

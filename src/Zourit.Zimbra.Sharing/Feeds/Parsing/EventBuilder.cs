using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Makes events of one VEVENT: its texts read once by Ical.Net, its times set for each occurrence.</summary>
internal sealed class EventBuilder
{
    private readonly EventText _text;
    private readonly FeedEvent _model;

    public EventBuilder(EventText text)
    {
        _text = text;
        var calendar = Calendar.Load(
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n{text.Lines}END:VEVENT\r\nEND:VCALENDAR\r\n"
        )!;
        CalendarEvent read = calendar.Events.Single();
        bool isPrivate = read.Class is { Length: > 0 } kind && !kind.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase);
        _model = new FeedEvent
        {
            Uid = text.Uid,
            Start = default,
            End = default,
            Summary = NullIfEmpty(read.Summary),
            Description = NullIfEmpty(read.Description),
            Location = NullIfEmpty(read.Location),
            Organizer = read.Organizer is { } organizer ? new FeedPerson(Mail(organizer.Value), NullIfEmpty(organizer.CommonName)) : null,
            Attendees = [.. read.Attendees.Select(Attendee)],
            Categories = [.. read.Categories.Where(category => category.Length > 0)],
            Status = Status(read.Status),
            IsTransparent = string.Equals(read.Transparency, "TRANSPARENT", StringComparison.OrdinalIgnoreCase),
            IsPrivate = isPrivate,
            AreDetailsWithheld =
                isPrivate
                && string.IsNullOrEmpty(read.Summary)
                && string.IsNullOrEmpty(read.Description)
                && string.IsNullOrEmpty(read.Location)
                && read.Organizer is null
                && read.Attendees.Count == 0,
            IsAllDay = text.Start.IsDate,
            IsFloating = text.Start.IsFloating,
            TimeZone = text.Start.ZoneName,
            Url = text.Url,
            Sequence = text.Sequence,
            LastModified = text.LastModified,
        };
    }

    public bool IsCancelled => _model.Status == FeedEventStatus.Cancelled;

    /// <summary>The event with the times of the VEVENT itself.</summary>
    public FeedEvent Single() =>
        _model with
        {
            Start = _text.Start.Moment,
            End = EndOf(_text.Start.Wall),
            RecurrenceId = _text.RecurrenceId?.Moment,
            IsException = _text.RecurrenceId is not null,
        };

    /// <summary>An occurrence that starts at a wall time.</summary>
    public FeedEvent Occurrence(DateTime wall)
    {
        DateTimeOffset start = _text.Start.Zone.At(wall);
        return _model with { Start = start, End = EndOf(wall), RecurrenceId = start };
    }

    /// <summary>An occurrence that an RDATE adds, which may have a length of its own.</summary>
    public FeedEvent Occurrence(IcsTime start, ContentLine line, string value, ZoneTable zones)
    {
        FeedEvent occurrence = Occurrence(start.WallIn(_text.Start));
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return occurrence;
        }

        string end = value[(slash + 1)..];
        return occurrence with
        {
            End = end is ['P' or 'p' or '+', ..]
                ? occurrence.Start
                    + (
                        Durations.TryParse(end) ?? throw new FormatException("an RDATE of it has no readable length")
                    ).ToTimeSpanUnspecified()
                : IcsTime.Parse(line, end, zones).Moment,
        };
    }

    /// <summary>The longest that an occurrence can last, with room for clock changes.</summary>
    public TimeSpan Reach => EndOf(_text.Start.Wall) - _text.Start.Moment + TimeSpan.FromDays(1);

    private DateTimeOffset EndOf(DateTime wall)
    {
        IcsTime start = _text.Start;
        DateTimeOffset begin = start.Zone.At(wall);
        DateTimeOffset end;
        if (_text.Duration is { } duration)
        {
            // Days are days of the calendar, hours are hours of the clock (RFC 5545 §3.8.2.5).
            var days = TimeSpan.FromDays(((duration.Weeks ?? 0) * 7) + (duration.Days ?? 0));
            var time = new TimeSpan(duration.Hours ?? 0, duration.Minutes ?? 0, duration.Seconds ?? 0);
            end = start.Zone.At(Observance.Shift(wall, days)) + time;
        }
        else if (_text.End is { } given)
        {
            end = start.IsDate
                ? start.Zone.At(Observance.Shift(wall, given.Wall.Date - start.Wall))
                : begin + (given.Moment - start.Moment);
        }
        else
        {
            end = start.IsDate ? start.Zone.At(Observance.Shift(wall, TimeSpan.FromDays(1))) : begin;
        }

        return end < begin ? begin : end.ToOffset(start.Zone.At(start.Zone.Wall(end)).Offset);
    }

    private static FeedAttendee Attendee(Attendee attendee) =>
        new(Mail(attendee.Value), NullIfEmpty(attendee.CommonName), NullIfEmpty(attendee.Role), NullIfEmpty(attendee.ParticipationStatus));

    // Ical.Net puts mailto: before whatever the feed gives.
    private static string Mail(Uri? address) =>
        address is { Scheme: "mailto" }
        && Uri.UnescapeDataString(address.OriginalString["mailto:".Length..]) is var mail
        && !mail.Contains("://", StringComparison.Ordinal)
            ? mail
            : "";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static FeedEventStatus Status(string? status) =>
        status?.ToUpperInvariant() switch
        {
            "CONFIRMED" => FeedEventStatus.Confirmed,
            "TENTATIVE" => FeedEventStatus.Tentative,
            "CANCELLED" => FeedEventStatus.Cancelled,
            _ => FeedEventStatus.None,
        };
}

namespace Zourit.Zimbra.Sharing.Testing.SeedFiles;

/// <summary>A calendar item: given by its parts, or whole as iCalendar text.</summary>
public sealed class SeededEvent
{
    /// <summary>
    /// A whole <c>VCALENDAR</c> in place of all other members, for what they cannot say (alarms, attachments, several exceptions with zones
    /// of their own).
    /// </summary>
    public string? Ics { get; init; }

    /// <summary>Its identifier; made up when absent.</summary>
    public string? Uid { get; init; }

    /// <summary>Its title.</summary>
    public string? Summary { get; init; }

    /// <summary>
    /// When it starts, in iCalendar's form: <c>20261201T090000Z</c>, <c>20261201T090000</c> (in <see cref="Zone"/>) or <c>20261201</c> (all
    /// day).
    /// </summary>
    public string? Start { get; init; }

    /// <summary>When it ends, in the same form; the last day itself when all day.</summary>
    public string? End { get; init; }

    /// <summary>The time zone of local times, an Olson name such as <c>Europe/Paris</c>; UTC when absent.</summary>
    public string? Zone { get; init; }

    /// <summary>Where it is.</summary>
    public string? Location { get; init; }

    /// <summary>An address that belongs to it.</summary>
    public string? Url { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>Whether only readers with right <c>p</c> see more than its time.</summary>
    public bool Private { get; init; }

    /// <summary>How it repeats, as an iCalendar rule without the word RRULE: <c>FREQ=WEEKLY;COUNT=6</c>.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Instances of a repeating item that differ from it or do not take place.</summary>
    public IReadOnlyList<SeededInstance> Exceptions { get; init; } = [];

    /// <summary>The organizer's address; the owner's when there are attendees.</summary>
    public string? Organizer { get; init; }

    /// <summary>The attendees' addresses. No invitation is sent.</summary>
    public IReadOnlyList<string> Attendees { get; init; } = [];
}

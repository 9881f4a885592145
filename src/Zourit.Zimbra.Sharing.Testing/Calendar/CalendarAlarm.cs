using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>A reminder of an appointment.</summary>
public sealed record CalendarAlarm
{
    /// <summary>The iCalendar ACTION, such as <c>DISPLAY</c> or <c>EMAIL</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The iCalendar TRIGGER: a duration such as <c>-PT10M</c>, or a moment.</summary>
    public required string Trigger { get; init; }

    /// <summary>What the duration counts from, <c>START</c> or <c>END</c>; null when it is not said.</summary>
    public string? Related { get; init; }

    /// <summary>The text; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The title of a mail; null for none.</summary>
    public string? Summary { get; init; }

    /// <summary>The addresses that get a mail.</summary>
    public IReadOnlyList<string> Mails
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<string>.Empty;
}

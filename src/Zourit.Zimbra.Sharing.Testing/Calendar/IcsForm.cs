namespace Zourit.Zimbra.Sharing.Testing.Calendar;

/// <summary>What a piece of iCalendar text says besides its events.</summary>
internal sealed record IcsForm
{
    /// <summary>Feeds over REST.</summary>
    public static readonly IcsForm Feed = new() { Method = "PUBLISH", IsForOutlook = true };

    /// <summary>Events over CalDAV: without METHOD, and without Outlook's properties.</summary>
    public static readonly IcsForm Dav = new();

    /// <summary>The calendar's name and id (<c>X-WR-CALNAME</c>, <c>X-WR-CALID</c>); null for single events.</summary>
    public (string Name, string Id)? Calendar { get; init; }

    public string? Method { get; init; }

    /// <summary>Whether Outlook's own properties are written.</summary>
    public bool IsForOutlook { get; init; }

    /// <summary>Whether the reader sees all of private events.</summary>
    public bool ShowsPrivate { get; init; }

    /// <summary>Whether attached files are written into the text.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>The zone of the calendar's owner, in which whole days lie.</summary>
    public string? ZoneOfDays { get; init; }
}

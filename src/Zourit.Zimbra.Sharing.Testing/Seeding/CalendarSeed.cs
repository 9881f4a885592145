using Zourit.Zimbra.Sharing.Testing.Calendar;
using Zourit.Zimbra.Sharing.Testing.Model;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>Fills a calendar before the test begins.</summary>
public sealed class CalendarSeed
{
    private readonly MailFolder _folder;
    private readonly Mailbox _mailbox;
    private readonly DateTimeOffset _now;

    internal CalendarSeed(MailFolder folder, Mailbox mailbox, DateTimeOffset now)
    {
        _folder = folder;
        _mailbox = mailbox;
        _now = now;
    }

    /// <summary>The folder's id, for requests.</summary>
    public int FolderId => _folder.Id;

    /// <summary>Adds an event of UTC times.</summary>
    public CalendarSeed Event(string summary, DateTimeOffset start, DateTimeOffset end, bool isPrivate = false) => Event(new CalendarItem
    {
        Uid = Guid.NewGuid().ToString(),
        Summary = summary,
        Start = start.UtcDateTime,
        End = end.UtcDateTime,
        Class = isPrivate ? "PRIVATE" : "PUBLIC",
        Modified = _now,
    });

    /// <summary>Adds an event in all detail: series, exceptions, zones, attendees.</summary>
    public CalendarSeed Event(CalendarItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _mailbox.Store(_folder, item, _now);
        return this;
    }
}

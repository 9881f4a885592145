namespace Zourit.Zimbra.Sharing.Feeds.Diagnosis;

/// <summary>One thing that CalDAV lists.</summary>
/// <param name="Href">Its path, as the server escapes it.</param>
/// <param name="IsCalendar">Whether it is listed as a calendar.</param>
/// <param name="IsMountpoint">Whether it shows somebody else's.</param>
internal sealed record DavItem(string Href, bool IsCalendar, bool IsMountpoint);

namespace Zourit.Zimbra.Sharing.Feeds;

/// <summary>Somebody invited to an event.</summary>
/// <param name="Mail">The mail address; empty when the feed gives something else.</param>
/// <param name="Name">The name (<c>CN</c>); null for none.</param>
/// <param name="Role">iCalendar <c>ROLE</c>, e.g. <c>REQ-PARTICIPANT</c>; null when the feed does not say.</param>
/// <param name="Answer">iCalendar <c>PARTSTAT</c>, e.g. <c>NEEDS-ACTION</c>, <c>ACCEPTED</c>; null when the feed does not say.</param>
public sealed record FeedAttendee(string Mail, string? Name, string? Role, string? Answer);

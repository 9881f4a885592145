using Zourit.Zimbra.Sharing.Feeds;

namespace Zourit.Zimbra.Sharing.Clients.Tests;

/// <summary>What of an event a calendar program and the library must read alike.</summary>
internal sealed record ReadEvent(
    string Uid,
    string? Summary,
    DateTimeOffset Start,
    DateTimeOffset End,
    bool AllDay,
    bool Private,
    string? Location
)
{
    public static ReadEvent Of(FeedEvent item) =>
        new(item.Uid, item.Summary, item.Start.ToUniversalTime(), item.End.ToUniversalTime(), item.IsAllDay, item.IsPrivate, item.Location);

    public static IReadOnlyList<ReadEvent> Sorted(IEnumerable<ReadEvent> events) =>
        [.. events.OrderBy(item => item.Uid, StringComparer.Ordinal).ThenBy(item => item.Start)];
}

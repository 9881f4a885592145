namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Where an event is in the feed, and as much of it as tells whether the window needs it.</summary>
/// <param name="Key">A hash of the UID; the UID itself would make the index twice as large.</param>
/// <param name="Offset">Where <c>BEGIN:VEVENT</c> starts.</param>
/// <param name="Length">The length in bytes, <c>END:VEVENT</c> included.</param>
/// <param name="Earliest">The wall time before which nothing of it happens.</param>
/// <param name="Latest">The wall time after which nothing of it happens.</param>
/// <param name="Recurs">Whether it is a series.</param>
internal readonly record struct IndexEntry(UInt128 Key, long Offset, int Length, DateTime Earliest, DateTime Latest, bool Recurs);

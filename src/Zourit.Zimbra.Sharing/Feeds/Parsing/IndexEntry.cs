namespace Zourit.Zimbra.Sharing.Feeds.Parsing;

/// <summary>Where an event is in the feed, and as much of it as tells whether the window needs it.</summary>
internal readonly record struct IndexEntry
{
    /// <summary>A hash of the UID; the UID itself would make the index twice as large.</summary>
    public required UInt128 Key { get; init; }

    /// <summary>Where <c>BEGIN:VEVENT</c> starts.</summary>
    public required long Offset { get; init; }

    /// <summary>The length in bytes, <c>END:VEVENT</c> included.</summary>
    public required int Length { get; init; }

    /// <summary>The wall time before which nothing of it happens.</summary>
    public required DateTime Earliest { get; init; }

    /// <summary>The wall time after which nothing of it happens.</summary>
    public required DateTime Latest { get; init; }

    /// <summary>Whether it is a series.</summary>
    public required bool Recurs { get; init; }
}

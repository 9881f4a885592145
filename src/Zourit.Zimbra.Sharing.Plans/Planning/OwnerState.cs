using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Planning;

/// <summary>An owner's calendars as they are, or why they are not known. What is not known is never taken as absent.</summary>
public sealed record OwnerState
{
    /// <summary>The address that was asked for; it may be an alias.</summary>
    public required string Owner { get; init; }

    /// <summary>The primary address; null where it is not known.</summary>
    public string? PrimaryAddress { get; init; }

    /// <summary>The account's id; null where it is not known.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The calendars, those without grants as well.</summary>
    public IReadOnlyList<CalendarState> Calendars
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<CalendarState>.Empty;

    /// <summary>Why the calendars are not known; null where they are.</summary>
    public LocalizedText? Failure { get; init; }

    /// <summary>Whether the server says that there is no such account: then nothing is pruned in its domain.</summary>
    public bool IsUnresolved { get; init; }

    /// <summary>Whether the same may succeed later by itself.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The server's version when this was read; null where it is not known.</summary>
    internal string? ServerVersion { get; init; }

    /// <summary>The address by which the owner is named in the plan.</summary>
    internal string Name => PrimaryAddress ?? Owner;
}

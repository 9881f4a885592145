namespace Zourit.Zimbra.Sharing.Clients.Tests.Thunderbird;

/// <summary>What came of a <see cref="Wish"/>.</summary>
internal sealed record Answer
{
    public required string Version { get; init; }

    public string? Error { get; init; }

    public required IReadOnlyDictionary<string, SearchAnswer> Searches { get; init; }

    public required IReadOnlyDictionary<string, SubscriptionAnswer> Subscriptions { get; init; }
}

/// <summary>What the dialog found, or the name of the error that its sentence stands for.</summary>
internal sealed record SearchAnswer
{
    public string? Error { get; init; }

    public IReadOnlyList<FoundKind> Kinds { get; init; } = [];

    public IReadOnlyList<FoundCalendar> Of(string type) => Kinds.SingleOrDefault(kind => kind.Type == type)?.Calendars ?? [];
}

internal sealed record FoundKind(string Type, IReadOnlyList<FoundCalendar> Calendars);

internal sealed record FoundCalendar(string Name, string Address, bool ReadOnly);

/// <summary>How loading ended (<c>load</c>, or the error), what came of the event to add, and the events of the window.</summary>
internal sealed record SubscriptionAnswer(string How, string? Added, IReadOnlyList<ReadEvent> Events);

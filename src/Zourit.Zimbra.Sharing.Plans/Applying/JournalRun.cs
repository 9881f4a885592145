namespace Zourit.Zimbra.Sharing.Plans.Applying;

/// <summary>One run, by what its journal says of it.</summary>
public sealed record JournalRun
{
    /// <summary>Its name in the journal.</summary>
    public required string Id { get; init; }

    /// <summary>When its first line was written.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its last line was written.</summary>
    public required DateTimeOffset LastLineAt { get; init; }

    /// <summary>The server; null where the journal does not say.</summary>
    public string? Server { get; init; }

    /// <summary>The hash of the manifest; null where the journal does not say.</summary>
    public string? ManifestHash { get; init; }

    /// <summary>Who asked for it; null where nobody was named.</summary>
    public string? Actor { get; init; }

    /// <summary>What it belongs to, e.g. a commit; null where nothing was named.</summary>
    public string? Reference { get; init; }

    /// <summary>How many changes came to what. What did not happen is not in it.</summary>
    public required IReadOnlyDictionary<ChangeStatus, int> Outcomes { get; init; }

    /// <summary>Mails that left.</summary>
    public required int MailsSent { get; init; }

    /// <summary>Changes that were started and of which no outcome was written: the run was killed. The next run settles them.</summary>
    public required int Unfinished { get; init; }
}

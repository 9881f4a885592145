namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>A message found by a search that asked for ids only (<c>hit</c>).</summary>
public sealed record SearchHit
{
    /// <summary>The message's id (<c>id</c>).</summary>
    public required string Id { get; init; }

    /// <summary>What the search sorted by (<c>sf</c>): by date, milliseconds since 1970 UTC.</summary>
    public string? SortField { get; init; }
}

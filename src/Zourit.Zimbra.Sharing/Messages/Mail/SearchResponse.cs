namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Messages">The messages found, without their content.</param>
/// <param name="More">There are more beyond the limit (<c>more</c>).</param>
public sealed record SearchResponse(IReadOnlyList<MailMessage> Messages, bool More)
{
    /// <summary>How many were skipped (<c>offset</c>).</summary>
    public int Offset { get; init; }

    /// <summary>The order (<c>sortBy</c>).</summary>
    public string? SortBy { get; init; }

    /// <summary>The messages found, when only their ids were asked for (<c>hit</c>).</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];
}

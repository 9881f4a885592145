using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Mail;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResponse
{
    /// <summary>The messages found, without their content.</summary>
    public required IReadOnlyList<MailMessage> Messages
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>There are more beyond the limit (<c>more</c>).</summary>
    public bool More { get; init; }

    /// <summary>How many were skipped (<c>offset</c>).</summary>
    public int Offset { get; init; }

    /// <summary>The order (<c>sortBy</c>).</summary>
    public string? SortBy { get; init; }

    /// <summary>The messages found, when only their ids were asked for (<c>hit</c>).</summary>
    public IReadOnlyList<SearchHit> Hits
    {
        get;
        init => field = ContentList.Of(value);
    } = ContentList<SearchHit>.Empty;
}

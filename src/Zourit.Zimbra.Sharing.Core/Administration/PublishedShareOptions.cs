namespace Zourit.Zimbra.Sharing.Administration;

/// <summary>Which published shares to list.</summary>
public sealed record PublishedShareOptions
{
    /// <summary>Only shares with the guest of this mail address; null for all.</summary>
    public string? Guest { get; init; }

    /// <summary>How many owners to fetch with each request, each with all of their values. Default 100; 1 to 1,000.</summary>
    public int PageSize { get; init; } = 100;
}

using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="SearchDirectoryRequest"/>: one page.</summary>
public sealed record SearchDirectoryResponse
{
    /// <summary>The entries of the page.</summary>
    public required IReadOnlyList<DirectoryEntry> Entries
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>There are more pages (<c>more</c>).</summary>
    public bool More { get; init; }

    /// <summary>How many entries match in all (<c>searchTotal</c>).</summary>
    public int? Total { get; init; }

    /// <summary>How many match, when only that was asked for (<c>num</c>).</summary>
    public int? Count { get; init; }
}

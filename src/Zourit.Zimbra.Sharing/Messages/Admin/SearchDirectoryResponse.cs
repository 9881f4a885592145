namespace Zourit.Zimbra.Sharing.Messages.Admin;

/// <summary>The answer to a <see cref="SearchDirectoryRequest"/>: one page.</summary>
/// <param name="Entries">The entries of the page.</param>
/// <param name="More">There are more pages (<c>more</c>).</param>
/// <param name="Total">How many entries match in all (<c>searchTotal</c>).</param>
public sealed record SearchDirectoryResponse(IReadOnlyList<DirectoryEntry> Entries, bool More, int? Total)
{
    /// <summary>How many match, when only that was asked for (<c>num</c>).</summary>
    public int? Count { get; init; }
}

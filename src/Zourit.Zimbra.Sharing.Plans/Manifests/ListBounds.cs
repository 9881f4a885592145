using Zourit.Zimbra.Sharing.Plans.Documents;
using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What the rows of a list may say, and what they mean where they do not say it.</summary>
internal sealed record ListBounds
{
    /// <summary>The columns that the list may have, and where that is written; null for all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The owners of a row that names none; patterns for one that does; null where every row must name its own.</summary>
    public IReadOnlyList<TextAt>? Owners { get; init; }

    /// <summary>The same for calendars.</summary>
    public IReadOnlyList<TextAt>? Calendars { get; init; }

    /// <summary>The most rights of a row; null for all.</summary>
    public Permissions? MaxRights { get; init; }

    /// <summary>How dates are written.</summary>
    public required EndDate Dates { get; init; }

    /// <summary>What the entry itself says of all its rows.</summary>
    public LineValues Values { get; init; }

    /// <summary>Where the bounds are written.</summary>
    public SourceLocation At { get; init; }
}

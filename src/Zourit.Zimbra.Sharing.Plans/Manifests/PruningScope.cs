using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>What pruning may touch.</summary>
public sealed record PruningScope
{
    /// <summary>The owners; each pattern names at least a domain.</summary>
    public required IReadOnlyList<GlobPattern> Owners
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>The calendars.</summary>
    public required IReadOnlyList<GlobPattern> Calendars
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>Whom they are shared with.</summary>
    public required IReadOnlyList<GranteeKind> Kinds
    {
        get;
        init => field = ContentList.Of(value);
    }

    /// <summary>Whether a share is within the scope.</summary>
    /// <param name="owner">The owner's address.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="kind">Whom it is shared with.</param>
    public bool Holds(string owner, FolderPath calendar, GranteeKind kind) =>
        Kinds.Contains(kind) && Owners.Any(pattern => pattern.Matches(owner)) && Calendars.Any(pattern => pattern.Matches(calendar.Value));
}

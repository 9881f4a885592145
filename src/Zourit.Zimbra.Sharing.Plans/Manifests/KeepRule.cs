using Zourit.Zimbra.Sharing.Plans.Values;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Plans.Manifests;

/// <summary>Shares that are never removed: <c>GUEST</c>, <c>/CALENDAR:GUEST</c> or <c>/CALENDAR</c>.</summary>
public sealed record KeepRule
{
    /// <summary>The calendars; null for all.</summary>
    public GlobPattern? Calendar { get; private init; }

    /// <summary>Whom they are shared with, <c>public</c> being everybody; null for all.</summary>
    public GlobPattern? Grantee { get; private init; }

    /// <summary>Whether a share is one of them.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="grantee">Whom it is shared with.</param>
    public bool Holds(FolderPath calendar, PlanGrantee grantee)
    {
        Argument.NotNull(grantee);
        return (Calendar?.Matches(calendar.Value) ?? true) && (Grantee?.Matches(grantee.Name) ?? true);
    }

    /// <summary>The rule as it is written.</summary>
    public override string ToString() =>
        Calendar is null ? $"{Grantee}"
        : Grantee is null ? $"{Calendar}"
        : $"{Calendar}:{Grantee}";

    // Neither a calendar's name nor an address holds a colon.
    internal static KeepRule? TryParse(string text)
    {
        string trimmed = text.Trim();
        if (!trimmed.StartsWith('/'))
        {
            return GlobPattern.TryParse(trimmed) is { } grantee ? new KeepRule { Grantee = grantee } : null;
        }

        string[] parts = trimmed.Split(':');
        return parts.Length > 2 || GlobPattern.TryParse(parts[0]) is not { } calendar ? null
            : parts.Length == 1 ? new KeepRule { Calendar = calendar }
            : GlobPattern.TryParse(parts[1]) is { } guest ? new KeepRule { Calendar = calendar, Grantee = guest }
            : null;
    }
}

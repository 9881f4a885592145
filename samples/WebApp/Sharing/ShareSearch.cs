using Zourit.Zimbra.Sharing.Calendars;

namespace WebApp.Sharing;

/// <summary>Which shares of a calendar are looked at: those whose grantee's name holds a text, page by page.</summary>
public sealed record ShareSearch(string? Text, int Page)
{
    public const int PageSize = 50;

    /// <summary>Those that it finds, in the order of their names.</summary>
    public IReadOnlyList<CalendarGrant> In(OwnerCalendar calendar) =>
        [
            .. calendar
                .Shares.Where(share =>
                    string.IsNullOrWhiteSpace(Text)
                    || (share.Grantee.Name ?? share.Grantee.Id)?.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase) == true
                )
                .OrderBy(share => share.Grantee.Name ?? share.Grantee.Id, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>How many pages so many shares take: one at least.</summary>
    public static int Pages(int shares) => Math.Max(1, (shares + PageSize - 1) / PageSize);
}

using WebApp.Sharing;
using Zourit.Zimbra.Sharing.Calendars;

namespace WebApp.Pages;

/// <summary>Calendars as people call them.</summary>
internal static class CalendarNames
{
    /// <summary>The mailbox's first calendar is named so in every language; web clients translate it.</summary>
    public static string DisplayName(this OwnerCalendar calendar, Words said) => Of(calendar.Id, calendar.Path, said);

    /// <inheritdoc cref="DisplayName(OwnerCalendar, Words)"/>
    public static string DisplayName(this CalendarShare share, Words said) => Of(share.FolderId, share.Path.Value, said);

    private static string Of(string id, string path, Words said) =>
        (id, path) is ("10", "/Calendar") ? said.DefaultCalendar : path.TrimStart('/');
}

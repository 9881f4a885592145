using WebApp.Sharing;

namespace WebApp.Pages;

/// <summary>Calendars as people call them.</summary>
internal static class CalendarNames
{
    /// <summary>The mailbox's first calendar is named so in every language; web clients translate it.</summary>
    public static string DisplayName(this OwnerCalendar calendar, Words said) =>
        calendar is { Id: "10", Name: "Calendar" } ? said.DefaultCalendar : calendar.Path.TrimStart('/');
}

using Zourit.Zimbra.Sharing.Calendars;

namespace Zourit.Zimbra.Sharing.Tool.Commands.Shares;

/// <summary><see cref="CalendarClient.ListSharesAsync"/>, or <see cref="CalendarClient.ListEndingAsync"/>.</summary>
internal static class ListedGrants
{
    /// <summary>Shares.</summary>
    /// <param name="calendars">Whose.</param>
    /// <param name="calendar">Of one calendar; null for all.</param>
    /// <param name="within">Only what ends within this time; null for all.</param>
    /// <param name="allFolders">Whether other folders than calendars count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IAsyncEnumerable<CalendarGrant> GrantsAsync(
        this CalendarClient calendars,
        string? calendar,
        TimeSpan? within,
        bool allFolders,
        CancellationToken cancellationToken
    )
    {
        ListSharesOptions options = new() { Calendar = calendar, AllFolders = allFolders };
        return within is { } time
            ? calendars.ListEndingAsync(time, options, cancellationToken)
            : calendars.ListSharesAsync(options, cancellationToken);
    }
}

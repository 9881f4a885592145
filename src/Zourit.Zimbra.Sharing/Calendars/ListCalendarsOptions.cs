namespace Zourit.Zimbra.Sharing.Calendars;

/// <summary>Which folders to list.</summary>
public sealed record ListCalendarsOptions
{
    /// <summary>
    /// List all folders of the mailbox, mail folders, address books and documents too, instead of its calendars alone. Default false.
    /// </summary>
    public bool AllFolders { get; init; }
}

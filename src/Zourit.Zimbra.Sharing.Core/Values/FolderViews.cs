namespace Zourit.Zimbra.Sharing.Values;

/// <summary>
/// The kinds of folders by what they hold (attribute <c>view</c>; null where a folder does not say): the one place that tells them apart.
/// </summary>
internal static class FolderViews
{
    public const string Calendar = "appointment";

    /// <summary>The attribute of an account that shows calendars in its web client and by CalDAV.</summary>
    public const string CalendarFeature = "zimbraFeatureCalendarEnabled";

    private const string Tasks = "task";

    public static bool IsCalendar(string? view) => view == Calendar;

    /// <summary>Whether the server gives the folder as ICS.</summary>
    public static bool IsFeed(string? view) => view is Calendar or Tasks;

    /// <summary>The attribute of an account that shows folders of this kind; null for other kinds.</summary>
    public static string? Feature(string? view) =>
        view switch
        {
            Calendar => CalendarFeature,
            Tasks => "zimbraFeatureTasksEnabled",
            "contact" => "zimbraFeatureContactsEnabled",
            "document" => "zimbraFeatureBriefcasesEnabled",
            "message" => "zimbraFeatureMailEnabled",
            _ => null,
        };

    /// <summary>What people call a folder that is no calendar, in English and French.</summary>
    public static LocalizedText Name(string? view) =>
        view switch
        {
            null => new("a folder without a view, which may hold anything", "un dossier sans vue, qui peut contenir n'importe quoi"),
            "message" or "conversation" => new("a mail folder", "un dossier de messages"),
            "contact" => new("an address book", "un carnet d'adresses"),
            Tasks => new("a task list", "une liste de tâches"),
            "document" or "wiki" => new("a folder of documents", "un dossier de documents"),
            _ => new("a folder of another kind", "un dossier d'un autre genre"),
        };
}

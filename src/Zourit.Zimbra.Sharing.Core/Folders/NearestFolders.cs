using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Folders;

/// <summary>
/// Finds the folders that may be meant by a path that does not exist: the web client's translated names, other accents, slips of the
/// finger.
/// </summary>
internal static class NearestFolders
{
    private const int Suggested = 5;
    private const int LongestCompared = 512;

    // What the web client shows for the folder with id 10; its real name is Calendar in every language (docs/protocol.md §3.2).
    private static readonly FrozenSet<string> CalendarNames = new[]
    {
        "calendrier",
        "agenda",
        "kalender",
        "calendario",
        "calendari",
        "calendario",
        "calendário",
        "kalendarz",
        "kalendář",
        "kalendár",
        "kalendari",
        "kalenteri",
        "naptár",
        "takvim",
        "kalendorius",
        "kalendārs",
        "koledar",
        "kalendar",
        "egutegia",
        "календарь",
        "календар",
        "ημερολόγιο",
        "日历",
        "行事曆",
        "日曆",
        "予定表",
        "カレンダー",
        "일정",
        "캘린더",
        "ปฏิทิน",
        "lịch",
        "التقويم",
        "לוח שנה",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Calendars (and folders that differ from the path only by accents) of a tree, the likeliest first; an empty path gives all calendars.
    /// </summary>
    public static IReadOnlyList<NearFolder> Find(Folder tree, string path)
    {
        string[] names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        List<Folder> all = [.. tree.SelfAndDescendants().Where(folder => folder is { Path: not null, Kind: FolderKind.Folder })];
        if (names.Length > 0 && CalendarNames.Contains(names[0]))
        {
            string real = "/" + string.Join('/', names.Skip(1).Prepend("Calendar"));
            if (all.Find(folder => string.Equals(folder.Path, real, StringComparison.OrdinalIgnoreCase)) is { } calendar)
            {
                return [new NearFolder(calendar.Path!, calendar.Id, IsTranslation: true)];
            }
        }

        string wanted = Plain(string.Join('/', names));
        string leaf = Plain(names.LastOrDefault() ?? "");
        return
        [
            .. all.Select(folder => (folder, path: Plain(folder.Path!.TrimStart('/')), name: Plain(folder.Name ?? "")))
                .Where(each => each.folder.IsCalendar || (wanted.Length > 0 && (each.path == wanted || each.name == leaf)))
                .Select(each => (each.folder, distance: Math.Min(Distance(each.path, wanted), Distance(each.name, leaf))))
                .OrderBy(each => each.distance)
                .ThenBy(each => each.folder.Path, StringComparer.Ordinal)
                .Take(Suggested)
                .Select(each => new NearFolder(each.folder.Path!, each.folder.Id, IsTranslation: false)),
        ];
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char c in Accents.Decompose(name))
        {
            if (
                CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && !char.IsWhiteSpace(c)
                && c is not ('-' or '_' or '\'' or '’')
            )
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    /// <summary>The number of letters to change, add or drop.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > LongestCompared || right.Length > LongestCompared)
        {
            // At least so many; nobody mistypes a name of that length for another.
            return Math.Max(Math.Abs(left.Length - right.Length), left == right ? 0 : 1);
        }

        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}

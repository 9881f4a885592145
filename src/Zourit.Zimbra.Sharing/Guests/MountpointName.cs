using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Guests;

/// <summary>
/// Names a mountpoint as the server's sign-up does (docs/protocol.md §6.4 step 5), and keeps to what it refuses to keep to: allowed
/// characters, length, no name twice.
/// </summary>
internal static class MountpointName
{
    private const int MaxLength = 255;

    /// <summary>
    /// The first character of an owner's display name that breaks the server's own sign-up, which takes it into the mountpoint's name as it
    /// is (docs/protocol.md §6.4 step 5); null where none does.
    /// </summary>
    public static char? UnfitCharacter(string? displayName) =>
        displayName?.Where(c => !IsAllowed(c)).Select(c => (char?)c).FirstOrDefault();

    public static string For(string ownerName, FolderPath calendar, string? locale, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);

        // The first segment of a nested path is left out, the rest is joined with blanks.
        string path = calendar.Segments is { Count: > 1 } segments ? string.Join(' ', segments.Skip(1)) : calendar.Name;
        string name =
            locale?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? $"{path} de {ownerName}" : $"{ownerName}\u2019s {path}";
        string allowed = new string([.. name.Select(c => IsAllowed(c) ? c : ' ')]).Trim();
        for (int number = 1; ; number++)
        {
            string suffix = number == 1 ? "" : $" ({number})";
            string candidate = Cut(allowed, MaxLength - suffix.Length) + suffix;
            if (!names.Contains(candidate))
            {
                return candidate;
            }
        }
    }

    private static bool IsAllowed(char c) => c is not ('/' or ':' or '"') && !char.IsControl(c);

    // Half of a surrogate pair would be no text: XML cannot carry it.
    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd();
}

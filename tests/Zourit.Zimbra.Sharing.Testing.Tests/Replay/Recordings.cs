namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>The recordings beside the tests, one folder for each section, in the order they were made.</summary>
internal static class Recordings
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static IReadOnlyList<Recording> All { get; } =
    [.. Files("*.http").Select(path => Recording.Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path)))];

    public static Recording Named(string name) => All.Single(recording => recording.Name == name);

    /// <summary>The files of all sections whose names match, in the order of their numbers: 13-99 comes before 13-100.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateDirectories(Folder)
            .SelectMany(section => Directory.EnumerateFiles(section, pattern))
            .OrderBy(path => Path.GetFileName(path)[..2], StringComparer.Ordinal)
            .ThenBy(path => Number(Path.GetFileName(path)))
            .ThenBy(path => Path.GetFileName(path), StringComparer.Ordinal);

    /// <summary>The number of a recording in its section.</summary>
    public static int Number(string name) => int.Parse(name.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
}

namespace Zourit.Zimbra.Sharing.Testing.Tests.Replay;

/// <summary>The recordings beside the tests, in the order they were made.</summary>
internal static class Recordings
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static IReadOnlyList<Recording> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.http")
            .Order(StringComparer.Ordinal)
            .Select(path => Recording.Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path))),
    ];

    public static Recording Named(string name) => All.Single(recording => recording.Name == name);
}

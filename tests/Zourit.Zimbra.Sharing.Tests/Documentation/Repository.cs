namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>The folder of the repository that the tests run in.</summary>
internal static class Repository
{
    // Not by the path of this file: a build for a package writes another one into the program.
    public static string Root { get; } = Find();

    public static string PathTo(string name) => Path.Combine(Root, name);

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Zourit.Zimbra.Sharing.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

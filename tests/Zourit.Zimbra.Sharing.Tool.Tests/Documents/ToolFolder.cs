using System.Reflection;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Documents;

/// <summary>The program's pages in the repository.</summary>
internal static class ToolFolder
{
    private static readonly string Repository = Path.GetFullPath(
        typeof(ToolFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryFolder").Value!
    );

    /// <summary>A file or folder of the repository.</summary>
    public static string InRepository(string path) => Path.Combine(Repository, path);

    /// <summary>A file in <c>docs/tool</c>.</summary>
    public static string PathTo(string name) => Path.Combine(Repository, "docs", "tool", name);

    /// <summary>The site's table of contents.</summary>
    public static string Contents { get; } = Path.Combine(Repository, "docs", "toc.yml");

    /// <summary>Asserts that a file is as it is generated; with <c>ACCEPT_TEXTS=1</c> it is written.</summary>
    public static void AssertGenerated(string name, string text)
    {
        string path = PathTo(name);
        if (Environment.GetEnvironmentVariable("ACCEPT_TEXTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no {name}: run with ACCEPT_TEXTS=1.");
        Assert.Equal(text, File.ReadAllText(path));
    }
}

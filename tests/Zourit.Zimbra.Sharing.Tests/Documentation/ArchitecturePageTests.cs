using System.Text.RegularExpressions;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

/// <summary>docs/architecture.md names every project, and only files that are there.</summary>
public sealed partial class ArchitecturePageTests
{
    private static readonly string[] Projects = Directory.GetDirectories(Repository.PathTo("src"));

    [Fact]
    public async Task Every_project_of_a_package_has_a_row()
    {
        string page = await PageAsync();

        Assert.All(Projects, project => Assert.Contains($"| `src/{Path.GetFileName(project)}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_that_is_named_is_in_a_project()
    {
        string[] files = [.. FileName().Matches(await PageAsync()).Select(match => match.Groups["file"].Value)];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Array.Exists(Projects, project => File.Exists(Path.Combine(project, file))), file));
    }

    private static Task<string> PageAsync() =>
        File.ReadAllTextAsync(Repository.PathTo("docs/architecture.md"), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"`(?<file>[\w/]+\.cs)`", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}

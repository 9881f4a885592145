namespace Zourit.Zimbra.Sharing.Tests.Documentation;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.fr.md")]
    public async Task Every_line_of_code_in_the_README_is_compiled_and_run(string name)
    {
        string examples = Repository.PathTo("tests/Zourit.Zimbra.Sharing.Tests/Documentation/ReadmeExamples.cs");
        string compiled = WithoutLayout(await File.ReadAllTextAsync(examples, TestContext.Current.CancellationToken));

        List<string> code = CodeOf(await File.ReadAllLinesAsync(Repository.PathTo(name), TestContext.Current.CancellationToken));

        Assert.NotEmpty(code);
        Assert.DoesNotContain(code, line => !compiled.Contains(WithoutLayout(line).TrimEnd(','), StringComparison.Ordinal));
    }

    public static TheoryData<string> Pages { get; } =
    [
        .. Directory
            .GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path)),
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_file_that_a_page_points_to_is_there(string page)
    {
        string text = await File.ReadAllTextAsync(Repository.PathTo(page), TestContext.Current.CancellationToken);
        string folder = Path.GetDirectoryName(Repository.PathTo(page))!;

        IEnumerable<string> targets = text.Split("](")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));

        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), target));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.fr.md")]
    public async Task Every_namespace_with_public_types_is_named(string name)
    {
        string text = await File.ReadAllTextAsync(Repository.PathTo(name), TestContext.Current.CancellationToken);
        const string root = "Zourit.Zimbra.Sharing";

        string[] namespaces = [.. typeof(ZimbraClient).Assembly.ExportedTypes.Select(type => type.Namespace!).Distinct()];

        Assert.Contains($"{root}.Messages.Admin", namespaces);
        Assert.DoesNotContain(namespaces, space =>
            !text.Contains($"`{space[root.Length..]}`", StringComparison.Ordinal) && !text.Contains($"`{space}`", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Every_promise_about_security_names_tests_that_are_there()
    {
        string[] promises =
        [
            .. (await File.ReadAllLinesAsync(Repository.PathTo("SECURITY.md"), TestContext.Current.CancellationToken))
                .Where(line => line.EndsWith(" |", StringComparison.Ordinal))
                .Skip(1),
        ];

        Assert.True(promises.Length >= 10, $"only {promises.Length}");
        Assert.All(promises, promise =>
        {
            string[] tests = [.. promise.Split(" | ")[^1].Split('`').Where((_, i) => i % 2 == 1)];
            Assert.NotEmpty(tests);
            Assert.All(tests, test =>
                Assert.True(
                    Path.Exists(Repository.PathTo($"tests/Zourit.Zimbra.Sharing.Tests/{test}"))
                        || File.Exists(Repository.PathTo($"tests/Zourit.Zimbra.Sharing.Tests/{test}.cs")),
                    test
                )
            );
        });
    }

    // A README is narrower than code, aligns its comments, and does not split texts.
    private static string WithoutLayout(string code) =>
        string.Concat(code.Where(c => !char.IsWhiteSpace(c)))
            .Replace(",}", "}", StringComparison.Ordinal)
            .Replace(",)", ")", StringComparison.Ordinal)
            .Replace("\"+$\"", "", StringComparison.Ordinal);

    private static List<string> CodeOf(string[] lines)
    {
        var code = new List<string>();
        bool inside = false;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (inside && !isFence && line.Length > 0)
            {
                code.Add(line);
            }

            inside = isFence ? line == "```csharp" : inside;
        }

        return code;
    }
}

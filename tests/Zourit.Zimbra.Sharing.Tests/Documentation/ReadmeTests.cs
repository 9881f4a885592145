namespace Zourit.Zimbra.Sharing.Tests.Documentation;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.fr.md")]
    public async Task Every_line_of_code_in_the_README_is_compiled_and_run(string name)
    {
        string examples = Repository.PathTo("tests/Zourit.Zimbra.Sharing.Tests/Documentation/ReadmeExamples.cs");
        HashSet<string> compiled =
        [
            .. (await File.ReadAllLinesAsync(examples, TestContext.Current.CancellationToken)).Select(line => line.Trim()),
        ];

        List<string> code = CodeOf(await File.ReadAllLinesAsync(Repository.PathTo(name), TestContext.Current.CancellationToken));

        Assert.NotEmpty(code);
        Assert.DoesNotContain(code, line => !compiled.Contains(line));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.fr.md")]
    [InlineData("SECURITY.md")]
    public async Task Every_file_the_README_points_to_is_there(string name)
    {
        string text = await File.ReadAllTextAsync(Repository.PathTo(name), TestContext.Current.CancellationToken);

        IEnumerable<string> targets = text.Split("](")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

        Assert.DoesNotContain(targets, target => !Path.Exists(Repository.PathTo(target)));
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

using System.Xml.Linq;
using Zourit.Zimbra.Sharing.Tests.Conventions;

namespace Zourit.Zimbra.Sharing.Tests.Documentation;

public sealed class ReadmeTests
{
    public static TheoryData<string> Pages { get; } =
    [
        .. Directory
            .GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path)),
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_line_of_code_on_a_page_is_compiled_and_run(string page)
    {
        string compiled = WithoutLayout(await CompiledAsync());

        List<string> code = CodeOf(await File.ReadAllLinesAsync(Repository.PathTo(page), TestContext.Current.CancellationToken));

        Assert.True(page is not ("README.md" or "README.fr.md") || code.Count > 0);
        Assert.DoesNotContain(code, line => !compiled.Contains(WithoutLayout(line).TrimEnd(','), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_file_and_heading_that_a_page_points_to_is_there(string page)
    {
        string text = await ReadAsync(page);
        string folder = Path.GetDirectoryName(Repository.PathTo(page))!;

        IEnumerable<string[]> targets = text.Split("](")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Select(target => target.Split('#'));

        Assert.All(targets, target =>
        {
            string file = target[0].Length == 0 ? Repository.PathTo(page) : Path.Combine(folder, target[0]);
            Assert.True(Path.Exists(file), target[0]);
            Assert.True(target.Length == 1 || AnchorsOf(File.ReadAllText(file)).Contains(target[1]), string.Join('#', target));
        });
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_that_refers_to_a_project_of_a_clone_says_before_where_the_clone_is(string page)
    {
        const string clone = "../Zourit.Zimbra.Sharing";
        string[] lines = (await ReadAsync(page)).Split('\n');
        string address = XDocument.Load(Repository.PathTo("Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

        Assert.All(
            Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains($"dotnet add reference {clone}", StringComparison.Ordinal)),
            i =>
            {
                Assert.Contains($"git clone {address} {clone}", lines[..i]);
                Assert.True(Directory.Exists(Repository.PathTo(lines[i].Split($"{clone}/")[1])), lines[i]);
            }
        );
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_of_docs_begins_with_the_one_question_that_it_answers(string page)
    {
        string first = (await ReadAsync(page)).Split('\n')[0];

        Assert.True(!page.StartsWith("docs", StringComparison.Ordinal) || IsOneQuestion(first), first);

        static bool IsOneQuestion(string line) =>
            line.StartsWith("# ", StringComparison.Ordinal)
            && line.IndexOf('?', StringComparison.Ordinal) == line.Length - 1
            && !line.Contains(", and ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_asks_what_each_page_answers()
    {
        string index = await ReadAsync("docs/README.md");
        string[][] rows =
        [
            .. index.Split('\n').Where(line => line.Contains(".md)", StringComparison.Ordinal)).Select(line => line.Split(" | ")),
        ];

        Assert.True(rows.Length >= 25, $"only {rows.Length}");
        Assert.All(rows, row =>
        {
            string page = row[1].Split("](")[1].Split(')')[0];
            Assert.True(
                page.StartsWith("..", StringComparison.Ordinal)
                    || page.Contains('#', StringComparison.Ordinal)
                    || FirstLineOf(page) == $"# {row[0].TrimStart('|', ' ')}",
                page
            );
        });

        static string FirstLineOf(string page) => File.ReadLines(Repository.PathTo($"docs/{page}")).First();
    }

    [Fact]
    public async Task The_index_leads_to_every_page_of_docs()
    {
        string index = await ReadAsync("docs/README.md") + await ReadAsync("docs/plans/README.md");
        string[] pages =
        [
            .. Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.TopDirectoryOnly).Select(Path.GetFileName)!,
        ];

        Assert.DoesNotContain(pages, page => page != "README.md" && !index.Contains($"({page})", StringComparison.Ordinal));
        string site = await ReadAsync("docs/toc.yml");
        Assert.DoesNotContain(pages, page => page != "README.md" && !site.Contains($"href: {page}\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_namespace_with_public_types_is_named_where_one_starts()
    {
        string text = await ReadAsync("docs/getting-started.md");
        const string root = "Zourit.Zimbra.Sharing";

        string[] namespaces = [.. Packages.PublicTypes.Select(type => type.Namespace!).Distinct()];

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

    private static Task<string> ReadAsync(string page) =>
        File.ReadAllTextAsync(Repository.PathTo(page), TestContext.Current.CancellationToken);

    // What belongs to one package is compiled by the tests of that package.
    private static async Task<string> CompiledAsync()
    {
        string[] files =
        [
            .. Directory
                .GetFiles(Repository.PathTo("tests"), "*Examples.cs", SearchOption.AllDirectories)
                .Append(Repository.PathTo("tests/Zourit.Zimbra.Sharing.Plans.Tests/ReadmeTests.cs")),
        ];
        return string.Concat(await Task.WhenAll(files.Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))));
    }

    // As the hosts of repositories make them of headings; and those that a page sets itself.
    private static HashSet<string> AnchorsOf(string text) =>
        [
            .. text.Split('\n')
                .Where(line => line.StartsWith('#'))
                .Select(line =>
                    string.Concat(
                            line.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')
                        )
                        .Replace(' ', '-')
                ),
            .. text.Split("<a id=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]),
        ];

    // A README is narrower than code, aligns its comments, and does not split texts.
    private static string WithoutLayout(string code) =>
        string.Concat(code.Where(c => !char.IsWhiteSpace(c)))
            .Replace(",}", "}", StringComparison.Ordinal)
            .Replace(",)", ")", StringComparison.Ordinal)
            .Replace("\"+$\"", "", StringComparison.Ordinal);

    // A whole program, with its usings, is compiled and run as such, on the packages (PackageTests, FirstMinutesTests).
    private static List<string> CodeOf(string[] lines)
    {
        var blocks = new List<List<string>>();
        bool inside = false;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line == "```csharp";
                blocks.Add([]);
            }
            else if (inside && line.Length > 0)
            {
                blocks[^1].Add(line);
            }
        }

        return
        [
            .. blocks
                .Where(block => block is not [var first, ..] || !first.StartsWith("using Z", StringComparison.Ordinal))
                .SelectMany(block => block),
        ];
    }
}

using Zourit.Zimbra.Sharing.Tool.Commands;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Documents;

public sealed class CommandPageTests
{
    private static readonly string[] Others = ["README.md", "commands.md", "options.md", "recipes.md"];

    public static TheoryData<string> Commands =>
        [.. new RootDefinition().Tools().Where(tool => !tool.Hidden).Select(RootDefinition.PathOf)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_a_page_that_says_what_its_definition_says(string command)
    {
        ToolCommand tool = new RootDefinition().Tools().Single(each => RootDefinition.PathOf(each) == command);

        ToolFolder.AssertGenerated(CommandPage.NameOf(tool), CommandPage.Of(tool));
    }

    [Fact]
    public void All_commands_and_the_options_of_every_command_have_a_page()
    {
        var root = new RootDefinition();

        ToolFolder.AssertGenerated("commands.md", CommandPage.Index(root));
        ToolFolder.AssertGenerated("options.md", CommandPage.Options(root));
    }

    [Fact]
    public void No_page_is_left_of_a_command_that_there_is_no_more()
    {
        IEnumerable<string> known = new RootDefinition().Tools().Select(CommandPage.NameOf).Concat(Others);

        Assert.Empty(Directory.EnumerateFiles(ToolFolder.PathTo(""), "*.md").Select(Path.GetFileName).Except(known));
    }

    [Fact]
    public void Every_page_is_linked_from_the_front_page_or_the_list_and_is_in_the_sites_contents()
    {
        string front = File.ReadAllText(ToolFolder.PathTo("README.md"));
        string list = File.ReadAllText(ToolFolder.PathTo("commands.md"));
        string contents = File.ReadAllText(ToolFolder.Contents);

        Assert.All(Directory.EnumerateFiles(ToolFolder.PathTo(""), "*.md").Select(Path.GetFileName), page =>
        {
            Assert.True(page == "README.md" || (front + list).Contains($"]({page})", StringComparison.Ordinal), $"no link to {page}");
            Assert.Contains($"href: tool/{page}\n", contents, StringComparison.Ordinal);
        });
    }
}

using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.CommandLines;

public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
        [.. new RootDefinition().Tools().Where(tool => !tool.Hidden).Select(RootDefinition.PathOf)];

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_first_page_fits_on_a_screen_and_names_every_command(string language)
    {
        ToolRun run = await ToolRun.OfAsync("--help", "--lang", language);

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.InRange(run.Output.Split('\n').Length, 10, 25);
        Assert.DoesNotContain(run.Output.Split('\n'), line => line.Length > 80);
        Assert.All(new RootDefinition().Subcommands.Where(each => !each.Hidden), each =>
            Assert.Contains(each.Name, run.Output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_page_fits_on_a_screen_and_has_an_example(string command)
    {
        ToolRun english = await ToolRun.OfAsync([.. command.Split(' '), "--help"]);
        ToolRun french = await ToolRun.OfAsync([.. command.Split(' '), "--help", "--lang", "fr"]);

        foreach (ToolRun page in new[] { english, french })
        {
            Assert.Equal(ExitCode.Done, page.Exit);
            Assert.InRange(page.Output.Split('\n').Length, 5, 34);
            Assert.DoesNotContain(page.Output.Split('\n'), line => line.Length > 80);
            Assert.Contains($"  zimbra-share {command}", page.Output, StringComparison.Ordinal);
        }

        Assert.NotEqual(english.Output, french.Output);
    }

    [Fact]
    public async Task The_manual_holds_every_command_and_every_exit_code()
    {
        ToolRun run = await ToolRun.OfAsync("man");

        Assert.All(Commands, command =>
            Assert.Contains(
                $".SS \"{((string)command).Replace("-", "\\-", StringComparison.Ordinal)}",
                run.Output,
                StringComparison.Ordinal
            )
        );
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n.TP\n{(int)code}\n", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task A_shell_asks_the_program_for_words(string shell)
    {
        ToolRun run = await ToolRun.OfAsync("completion", shell);

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("zimbra-share __complete", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zimbra-share gue", "guest")]
    [InlineData("zimbra-share guest re", "renew\nrevoke")]
    [InlineData("zimbra-share guest add --ri", "--rights")]
    [InlineData("zimbra-share guest add --rights m", "manager")]
    [InlineData("zimbra-share completion f", "fish")]
    public async Task A_word_is_completed(string line, string words)
    {
        ToolRun run = await ToolRun.OfAsync("__complete", $"{line.Length}", line);

        Assert.Equal(words, run.Output.Trim());
    }
}

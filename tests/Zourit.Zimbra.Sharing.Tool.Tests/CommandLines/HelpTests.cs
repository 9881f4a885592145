using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.CommandLines;

public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
        [.. new RootDefinition().Tools().Where(tool => !tool.Hidden).Select(RootDefinition.PathOf)];

    public static TheoryData<string> Groups => [.. new RootDefinition().Subcommands.OfType<CommandGroup>().Select(group => group.Name)];

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_first_page_fits_on_a_screen_and_names_every_command(string language)
    {
        ToolRun run = await ToolRun.OfAsync("--help", "--lang", language);

        Assert.Equal(ExitCode.Done, run.Exit);
        AssertFitsOnAScreen(run.Output);
        Assert.All(new RootDefinition().Subcommands.Where(each => !each.Hidden), each =>
            Assert.Contains(each.Name, run.Output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_word_help_is_no_unknown_command_and_the_program_alone_is_no_mistake()
    {
        ToolRun asked = await ToolRun.OfAsync("--help");
        ToolRun word = await ToolRun.OfAsync("help");
        ToolRun alone = await ToolRun.OfAsync();
        ToolRun command = await ToolRun.OfAsync("help", "guest", "add");

        Assert.Equal((ExitCode.Done, asked.Output), (word.Exit, word.Output));
        Assert.Equal((ExitCode.Done, asked.Output, ""), (alone.Exit, alone.Output, alone.Error));
        Assert.Equal((await ToolRun.OfAsync("guest", "add", "--help")).Output, command.Output);
    }

    [Fact]
    public async Task Names_in_place_of_values_are_French_on_a_French_page()
    {
        ToolRun page = await ToolRun.OfAsync("guest", "add", "--help", "--lang", "fr");
        ToolRun missing = await ToolRun.OfAsync("guest", "add", "/x", "--lang", "fr");

        Assert.Contains("guest add AGENDA INVITÉ…", page.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GUEST", page.Output, StringComparison.Ordinal);
        Assert.Contains("Il manque INVITÉ", missing.Error, StringComparison.Ordinal);
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
            AssertFitsOnAScreen(page.Output);
            Assert.Contains($"\n  zimbra-share {command}", page.Output, StringComparison.Ordinal);
        }

        Assert.NotEqual(english.Output, french.Output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_whole_page_has_every_option_and_a_shorter_one_says_how_to_get_it(string command)
    {
        ToolCommand tool = new RootDefinition().Tools().Single(each => RootDefinition.PathOf(each) == command);
        string[] names = [.. tool.Options.Where(option => !option.Hidden).Select(option => option.Name)];

        foreach (string language in new[] { "en", "fr" })
        {
            ToolRun shorter = await ToolRun.OfAsync([.. command.Split(' '), "--help", "--lang", language]);
            ToolRun whole = await ToolRun.OfAsync([.. command.Split(' '), "--help", "--verbose", "--lang", language]);
            int left = names.Count(name => !Has(shorter.Output, name));

            Assert.All(names, name => Assert.True(Has(whole.Output, name), name));
            Assert.Equal(
                left > 0,
                shorter.Output.Contains($" {left} ", StringComparison.Ordinal)
                    && shorter.Output.Contains($"zimbra-share {command} --help --verbose\n", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task The_page_of_a_group_fits_on_a_screen_and_has_an_example(string group)
    {
        foreach (string language in new[] { "en", "fr" })
        {
            ToolRun page = await ToolRun.OfAsync(group, "--help", "--lang", language);

            AssertFitsOnAScreen(page.Output);
            Assert.Contains($"\n  zimbra-share {group} ", page.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_options_of_every_command_are_on_the_whole_page_of_config()
    {
        ToolRun page = await ToolRun.OfAsync("config", "--help", "-v");

        Assert.All(new RootDefinition().Options.All, option => Assert.True(Has(page.Output, option.Name), option.Name));
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

    // PowerShell cannot be installed where the tests run, so the script's form is looked at: other shells run theirs (CompletionTests).
    [Fact]
    public async Task The_script_for_PowerShell_registers_a_completer_that_asks_the_program()
    {
        string script = (await ToolRun.OfAsync("completion", "pwsh")).Output;

        Assert.StartsWith(
            "Register-ArgumentCompleter -Native -CommandName zimbra-share -ScriptBlock {\n",
            script,
            StringComparison.Ordinal
        );
        Assert.Contains("param($wordToComplete, $commandAst, $cursorPosition)\n", script, StringComparison.Ordinal);
        Assert.Contains("$place = $cursorPosition - $commandAst.Extent.StartOffset\n", script, StringComparison.Ordinal);
        Assert.Contains("zimbra-share __complete $place \"$commandAst\" 2>$null | ForEach-Object {\n", script, StringComparison.Ordinal);
        Assert.Contains(
            "[System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
            script,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\n}\n", script, StringComparison.Ordinal);
        Assert.All(new[] { "{}", "()", "[]" }, pair =>
            Assert.Equal(script.Count(letter => letter == pair[0]), script.Count(letter => letter == pair[1]))
        );
        Assert.Equal(0, script.Count(letter => letter == '"') % 2);
    }

    [Fact]
    public async Task A_line_that_comes_without_the_space_before_the_cursor_is_completed_by_the_next_word()
    {
        ToolRun run = await ToolRun.OfAsync("__complete", "20", "zimbra-share public");

        Assert.Equal(["off", "on"], run.Output.Split('\n').Where(word => !word.StartsWith('-') && word.Length > 0).Order());
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

    // 24 lines of 80 columns, of which the prompt has one.
    private static void AssertFitsOnAScreen(string page)
    {
        string[] lines = page.TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 5, 23);
        Assert.DoesNotContain(lines, line => line.Length > 80);
    }

    private static bool Has(string page, string option) =>
        page.Contains($"\n  {option} ", StringComparison.Ordinal) || page.Contains($"\n  {option},", StringComparison.Ordinal);
}

using System.Text;
using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Terminals;

namespace Zourit.Zimbra.Sharing.Tool.Tests.CommandLines;

public sealed class ParseTests
{
    [Theory]
    [InlineData("guest ad", "did you mean 'add'?")]
    [InlineData("gest", "did you mean 'guest'?")]
    [InlineData("guest add /x a@b.fr --dryrun", "did you mean '--dry-run'?")]
    [InlineData("gets add", "did you mean 'guest'?")]
    [InlineData("guest add /x", "GUEST is missing")]
    [InlineData("calendars /x", "One argument too many for 'calendars'.")]
    [InlineData("guest renew /x a@b.fr", "--expires is missing")]
    [InlineData("read https://mail.example/home/o/Calendar.ics", "write - and give it on standard input")]
    [InlineData("list --server https://mail.example --account a@b.example --password-file absent.txt", "There is no file 'absent.txt'")]
    [InlineData("list --server https://mail.example --account o@b.example", "last, ZIMBRA_PASSWORD is read")]
    [InlineData("list --ending-within soon", "number of days")]
    [InlineData("guest add /x a@b.fr --expires soon --server https://x.example --account o@x.example", "is no end")]
    [InlineData("list", "Name the server")]
    [InlineData("list --server mail", "no server's address")]
    [InlineData("list --server https://mail.example --profile none", "no profile 'none'")]
    [InlineData("list --server https://mail.example --account a@b.example", "No password")]
    [InlineData("identifier nobody monasso.org", "nobody")]
    public async Task A_wrong_command_line_is_exit_code_64_and_says_what_is_wrong(string line, string text)
    {
        ToolRun run = await ToolRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("calendars --password hello", "calendars")]
    [InlineData("nosuch", "")]
    [InlineData("guest", "guest")]
    [InlineData("list --dryrun", "list")]
    [InlineData("list --lang de", "list")]
    public async Task A_script_reads_in_JSON_that_the_command_line_is_wrong(string line, string command)
    {
        ToolRun run = await ToolRun.OfAsync([.. line.Split(' '), "--json"]);

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Equal(["version", "error"], run.Lines.Select(each => each.GetProperty("type").GetString()));
        Assert.Equal(command, run.Line("version").GetProperty("command").GetString());
        Assert.Equal(64, run.Line("error").GetProperty("exit").GetInt32());
        Assert.DoesNotContain("hello", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest add  a@b.fr", "CALENDAR is empty.", "AGENDA est vide.")]
    [InlineData("guest add /x a@b.fr ", "GUEST is empty.", "INVITÉ est vide.")]
    [InlineData("list ", "CALENDAR is empty.", "AGENDA est vide.")]
    public async Task An_empty_argument_is_named_as_help_names_it(string line, string english, string french)
    {
        ToolRun inEnglish = await ToolRun.OfAsync([.. line.Split(' '), "--lang", "en"]);
        ToolRun inFrench = await ToolRun.OfAsync([.. line.Split(' '), "--lang", "fr"]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (inEnglish.Exit, inFrench.Exit));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(french, inFrench.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apply x.yaml --keep-journals 30", "--keep-journals does nothing without --journal.")]
    [InlineData("apply x.yaml --journal-new", "--journal-new does nothing without --journal.")]
    [InlineData("apply x.yaml --run night --no-lock", "--run does nothing beside --no-lock.")]
    [InlineData("apply x.yaml --allow-empty", "--allow-empty does nothing without --prune-from or --prune-scope.")]
    [InlineData("plan x.yaml --allow-empty", "--allow-empty does nothing without --prune-from or --prune-scope.")]
    [InlineData("guest add /x a@b.fr --note Hello --no-mail", "--note does nothing beside --no-mail.")]
    [InlineData("guest add /x a@b.fr --guest-password-file p.txt", "--guest-password-file does nothing without --grant-password.")]
    [InlineData("user add /x a@b.fr --note Hello --no-mail", "--note does nothing beside --no-mail.")]
    [InlineData("read /x --guest-password-file p.txt", "--guest-password-file does nothing without --guest.")]
    [InlineData(
        "account create a@b.fr --passwords-out x --guest-password-file p",
        "--passwords-out does nothing beside --guest-password-file."
    )]
    [InlineData("account reset-password a@b.fr --passwords-out x --guest-password-file p", "--passwords-out does nothing beside")]
    public async Task An_option_that_did_nothing_without_another_one_is_refused(string line, string text)
    {
        ToolRun english = await ToolRun.OfAsync([.. line.Split(' '), "--lang", "en"]);
        ToolRun french = await ToolRun.OfAsync([.. line.Split(' '), "--lang", "fr"]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (english.Exit, french.Exit));
        Assert.Contains(text, english.Error, StringComparison.Ordinal);
        Assert.Contains("est sans effet", french.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest add /x a@b.fr --password hunter2")]
    [InlineData("guest add /x a@b.fr --password=hunter2")]
    [InlineData("list --token hunter2")]
    [InlineData("list --passwrod hunter2")]
    [InlineData("list --passwrod=hunter2")]
    [InlineData("link https://mail.example/service/extuserprov/?p=hunter2")]
    [InlineData("read https://o:hunter2@mail.example/home/o/Calendar.ics")]
    [InlineData("read https://mail.example/home/o/Calendar.ics?zauthtoken=hunter2")]
    [InlineData("list a hunter2 c")]
    public async Task A_secret_among_the_arguments_is_refused_and_not_repeated(string line)
    {
        ToolRun run = await ToolRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.DoesNotContain("hunter2", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_locale_chooses_the_language()
    {
        var french = new ToolConsole { Variables = { ["LANG"] = "fr_FR.UTF-8" } };

        ToolRun run = await french.RunAsync("guest", "ad");

        Assert.Contains("vouliez-vous dire « add »", run.Error.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_hold_nothing_of_an_earlier_command_line()
    {
        var commands = new RootDefinition();

        string json = await OutputAsync(commands, "identifier", "adresse@orange.fr", "monasso.org", "--json");
        string text = await OutputAsync(commands, "identifier", "ali@free.fr", "monasso.org");

        Assert.StartsWith("{", json, StringComparison.Ordinal);
        Assert.Equal("ali.free.fr@monasso.org\n", text);
    }

    [Fact]
    public async Task An_identifier_and_an_address_are_one_line()
    {
        ToolRun identifier = await ToolRun.OfAsync("identifier", "adresse@orange.fr", "monasso.org");
        ToolRun url = await ToolRun.OfAsync("url", "/my-events", "--server", "https://mail1.example.net", "--account", "o@monasso.org");

        Assert.Equal("adresse.orange.fr@monasso.org\n", identifier.Output);
        Assert.Equal("https://mail1.example.net/home/o@monasso.org/my-events.ics\n", url.Output);
    }

    private static async Task<string> OutputAsync(RootDefinition commands, params string[] arguments)
    {
        using var output = new MemoryStream();
        var terminal = new Terminal
        {
            Input = TextReader.Null,
            Output = output,
            Error = Stream.Null,
            Variable = _ => null,
        };
        Assert.Equal(ExitCode.Done, await Application.RunAsync(commands, arguments, terminal, TestContext.Current.CancellationToken));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}

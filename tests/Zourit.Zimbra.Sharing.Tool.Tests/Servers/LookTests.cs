using Zourit.Zimbra.Sharing.Tool.Commands;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

public sealed class LookTests
{
    [Fact]
    public async Task A_review_finds_the_public_calendar()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("public", "on", "/public");

        ToolRun run = await world.OwnerAsync("review", "--json");
        ToolRun domain = await world.AdminAsync("review", "--domain", "monasso.org", "--json");

        Assert.Equal("publicCalendar", run.Line("reviewFinding").GetProperty("code").GetString());
        Assert.Equal("publicCalendar", domain.Line("reviewFinding").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_policy_says_what_may_be_shared()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("policy", "--guest", ToolWorld.Guest, "--json");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal("version", run.Lines[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_is_refused()
    {
        string[] line = ["read", "-", "--from", "2030-01-02", "--to", "2030-01-01"];

        ToolRun run = await new ToolConsole { Input = "https://127.0.0.1/home/lead@monasso.org/open.ics\n" }.RunAsync(line);

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("--to is not after --from.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_calendar_is_read_by_its_path_and_by_its_address()
    {
        await using ToolWorld world = await ToolWorld.StartAsync(seed =>
            seed.Account("lead@monasso.org", ToolWorld.Password, account =>
                account.Calendar("/open", calendar =>
                    calendar.Event(
                        "Assemblée",
                        new DateTimeOffset(2030, 1, 2, 10, 0, 0, TimeSpan.Zero),
                        new DateTimeOffset(2030, 1, 2, 11, 0, 0, TimeSpan.Zero)
                    )
                )
            )
        );
        string server = world.Server.ServerUri.AbsoluteUri;
        string[] lead = ["--server", server, "--account", "lead@monasso.org", "--password-file", world.PasswordFile];
        ToolRun open = await new ToolConsole().RunAsync(["public", "on", "/open", .. lead]);
        Assert.True(open.Exit == ExitCode.Done, open.Error);

        ToolRun path = await ToolRun.OfAsync("read", "/open", "--server", server, "--account", "lead@monasso.org", "--json");
        ToolRun address = await new ToolConsole { Input = $"{server}home/lead@monasso.org/open.ics\n" }.RunAsync("read", "-", "--json");
        ToolRun other = await new ToolConsole { Input = "hello" }.RunAsync("read", "-");

        Assert.Equal("Assemblée", path.Line("event").GetProperty("summary").GetString());
        Assert.Equal("2030-01-02T10:00:00Z", address.Line("event").GetProperty("start").GetString());
        Assert.Equal(ExitCode.Usage, other.Exit);
    }

    [Fact]
    public async Task A_guide_tells_the_guest_what_to_do_and_has_the_link_only_on_demand()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest);

        ToolRun text = await world.OwnerAsync("guide", "/my-events", ToolWorld.Guest, "--lang", "fr");
        ToolRun html = await world.OwnerAsync("guide", "/my-events", ToolWorld.Guest, "--format", "html", "--show-links");
        ToolRun nobody = await world.OwnerAsync("guide", "/my-events", "marie@example.com");

        Assert.Contains("adresse.orange.fr@monasso.org", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("extuserprov", text.Output, StringComparison.Ordinal);
        Assert.Contains("extuserprov", html.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NeedsEdit, nobody.Exit);
    }

    [Fact]
    public async Task The_doctor_logs_in_once_and_names_the_rights()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun owner = await world.OwnerAsync("doctor", "--json");
        ToolRun admin = await world.AdminAsync("doctor", "--json");

        Assert.Equal(ExitCode.Done, owner.Exit);
        Assert.Contains(owner.Lines, line =>
            line.GetProperty("type").GetString() == "check" && line.GetProperty("check").GetString() == "login"
        );
        string[] rights =
        [
            .. admin
                .Lines.Where(line => line.GetProperty("type").GetString() == "check")
                .Select(line => line.GetProperty("check").GetString()!)
                .Where(check => check.StartsWith("right.", StringComparison.Ordinal))
                .Select(check => check["right.".Length..]),
        ];
        string[] commands = [.. new RootDefinition().Tools().Select(RootDefinition.PathOf), "--on-behalf-of"];
        Assert.Contains("account create", rights);
        Assert.All(rights, right => Assert.Contains(right.Split(" --")[0], commands));
        Assert.Single(world.Server.Journal.Of("AuthRequest"), entry => !entry.Target.Contains("admin", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "The answer (HTTP 200) is a web page. Something before the Zimbra server answered")]
    [InlineData("fr", "La réponse (HTTP 200) est une page web. Ce qui se trouve devant le serveur Zimbra a répondu")]
    public async Task A_web_page_in_place_of_an_answer_is_said_without_the_name_of_a_request(string language, string text)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        world.Server.Misbehave.On("AuthRequest").HtmlPage(200);

        ToolRun run = await world.OwnerAsync("list", "--lang", language);

        Assert.Equal(ExitCode.NotReached, run.Exit);
        Assert.StartsWith(text, run.Error, StringComparison.Ordinal);
    }
}

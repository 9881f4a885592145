using System.Text;
using Zourit.Zimbra.Sharing.Tool.Failures;
using Zourit.Zimbra.Sharing.Tool.Tests.Servers;

namespace Zourit.Zimbra.Sharing.Tool.Tests.CommandLines;

public sealed class StreamTests
{
    [Fact]
    public async Task A_reader_who_left_does_not_stop_the_work()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var console = new ToolConsole { Output = new ClosedPipe() };

        ToolRun run = await world.OwnerAsync(console, "guest", "add", "/my-events", "marie@example.com", "ali@free.fr", "--json");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal(2, world.Grants().Length);
    }

    [Fact]
    public async Task An_interruption_gives_an_account_and_exit_code_130()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        using var stop = new CancellationTokenSource();
        world.Server.Misbehave.On("FolderActionRequest").StallBody();
        Task<ToolRun> running = world.OwnerAsync(
            new ToolConsole { Stop = stop.Token },
            "guest",
            "add",
            "/my-events",
            ToolWorld.Guest,
            "--json"
        );
        await world.Server.Misbehave.WhenInjectedAsync(1, TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        ToolRun run = await running;

        Assert.Equal(ExitCode.Interrupted, run.Exit);
        Assert.Contains("Interrupted. Done: 0.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locale_without_unicode_gets_letters_that_it_has_and_JSON_stays_whole()
    {
        ToolConsole Latin() => new() { Encoding = Encoding.Latin1 };

        ToolRun french = await Latin().RunAsync("guest", "ad", "--lang", "fr");
        ToolRun json = await new ToolConsole { Encoding = Encoding.ASCII }.RunAsync(
            "url",
            "/Événements",
            "--server",
            "https://a.example",
            "--account",
            "o@a.example",
            "--json"
        );

        Assert.Contains("commande \" ad \" ; vouliez-vous", french.Error, StringComparison.Ordinal);
        Assert.Equal("/Événements", json.Line("address").GetProperty("calendar").GetString());
    }

    [Fact]
    public async Task Colours_are_for_terminals_that_want_them()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun colours = await world.OwnerAsync(new ToolConsole { IsTerminal = true }, "calendars");
        ToolRun none = await world.OwnerAsync(new ToolConsole { IsTerminal = true, Variables = { ["NO_COLOR"] = "1" } }, "calendars");
        ToolRun narrow = await world.OwnerAsync(new ToolConsole { IsTerminal = true, Width = 40 }, "calendars", "--no-color");

        Assert.Contains('\u001b', colours.Output);
        Assert.DoesNotContain('\u001b', none.Output);
        Assert.DoesNotContain(narrow.Output.Split('\n'), line => line.TrimEnd().Length > 40);
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}

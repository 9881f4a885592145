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
    public async Task A_full_disk_under_standard_output_is_said_and_does_not_stop_the_work()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun added = await world.OwnerAsync(
            new ToolConsole { Output = new FullDisk() },
            "guest",
            "add",
            "/my-events",
            "marie@example.com",
            "ali@free.fr"
        );
        ToolRun exported = await world.OwnerAsync(new ToolConsole { Output = new FullDisk() }, "export", "--lang", "fr");
        ToolRun identifier = await new ToolConsole { Output = new FullDisk() }.RunAsync("identifier", ToolWorld.Guest, "monasso.org");

        Assert.Equal((ExitCode.InvalidFile, 2), (added.Exit, world.Grants().Length));
        Assert.EndsWith(
            "Standard output is not whole: the disk is full. What the command was to do, it did.\n",
            added.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.InvalidFile, exported.Exit);
        Assert.Contains("La sortie standard est incomplète", exported.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidFile, identifier.Exit);
    }

    [Fact]
    public async Task Standard_output_that_was_closed_from_the_start_does_not_stop_the_work()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var console = new ToolConsole { Output = new NoStream() };

        ToolRun run = await world.OwnerAsync(console, "guest", "add", "/my-events", "marie@example.com", "ali@free.fr");

        Assert.Equal((ExitCode.Done, 2), (run.Exit, world.Grants().Length));
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
    public async Task A_list_of_guests_that_is_interrupted_leaves_nobody_unmailed_and_the_next_run_does_the_rest()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string[] guests = [.. Enumerable.Range(1, 150).Select(n => $"g{n}@orange.fr")];
        using var stop = new CancellationTokenSource();
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).Delay(TimeSpan.FromSeconds(1));
        Task<ToolRun> running = world.OwnerAsync(new ToolConsole { Stop = stop.Token }, ["guest", "add", "/my-events", .. guests]);
        await world.Server.Misbehave.WhenInjectedAsync(1, TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        ToolRun stopped = await running;
        int mails = world.Server.Outbox.Mails.Count;
        ToolRun next = await world.OwnerAsync(["guest", "add", "/my-events", .. guests]);

        Assert.Equal((ExitCode.Interrupted, ExitCode.Done), (stopped.Exit, next.Exit));
        Assert.StartsWith("Stopping: what was started is finished, mails included.", stopped.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Interrupted. Done: 100; not started: 50. Running it again does the rest.",
            stopped.Error,
            StringComparison.Ordinal
        );
        Assert.Equal((100, 150), (mails, world.Server.Outbox.Mails.Count));
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

        Assert.Contains('\u001b', colours.Output);
        Assert.DoesNotContain('\u001b', none.Output);
    }

    [Fact]
    public async Task An_address_that_was_broken_to_fit_the_terminal_could_not_be_copied()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun fields = await world.OwnerAsync(new ToolConsole { IsTerminal = true, Width = 40 }, "calendars", "--no-color");

        Assert.Contains($"  {world.Server.ServerUri}home/{ToolWorld.Owner}/my-events.ics\n", fields.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_the_same_for_all_guests_of_a_list_is_said_once_where_lines_are_short()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync(
            new ToolConsole { IsTerminal = true, Width = 80 },
            "guest",
            "add",
            "/my-events",
            "marie@example.com",
            "ali@free.fr",
            "--no-color"
        );

        Assert.Equal(1, Count(run.Output, "my-events.ics\n"));
        Assert.Matches("\nmarie@example.com +marie.example.com@monasso.org *\n", run.Output);
        Assert.Equal(1, Count(run.Error, "http address"));

        static int Count(string text, string part) => text.Split(part).Length - 1;
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", 28);
    }

    private sealed class NoStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new UnauthorizedAccessException("Bad file descriptor");
    }
}

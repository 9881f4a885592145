using System.Text.Json;
using Zourit.Zimbra.Sharing.Clients.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Clients.Tests.PythonCaldav;

/// <summary>A guest's calendar read and written by python-caldav.</summary>
public sealed class VisitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_only_calendar_is_read_and_not_written()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        ClientProgram.Result ended = await VisitAsync(asso.CalDav(SharedCalendars.Read).AbsoluteUri, "at");

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("PutError", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(asso.ItemsOf(SharedCalendars.Read), item => item.Uid == "couture");
    }

    [Fact]
    public async Task A_guest_finds_their_calendars_from_the_server_and_writes()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        Seen seen = Read(await VisitAsync($"{asso.Root}/dav/", "discover", "Atelier de Mon Asso"));

        Assert.Contains("Événements de l'asso", seen.Calendars);
        Assert.Contains("Calendar", seen.Calendars);
        AssertVisited(seen, asso);
    }

    [Fact]
    public async Task A_guest_writes_by_the_address_of_the_calendar()
    {
        await using SharedCalendars asso = await SharedCalendars.StartAsync(Cancel);

        AssertVisited(Read(await VisitAsync(asso.CalDav(SharedCalendars.Written).AbsoluteUri, "at")), asso);
    }

    private static void AssertVisited(Seen seen, SharedCalendars asso)
    {
        Assert.Equal(["Atelier vélo"], seen.Before);
        Assert.Equal(["Atelier couture", "Atelier vélo"], seen.Added);
        Assert.Equal(["Atelier couture et tricot"], seen.Found);
        Assert.Equal(["Atelier couture et tricot"], seen.After);
        Assert.Equal(["Atelier couture et tricot"], asso.ItemsOf(SharedCalendars.Written).Select(item => item.Summary));
    }

    private static Seen Read(ClientProgram.Result ended)
    {
        Assert.True(ended.ExitCode == 0, ended.All);
        return JsonSerializer.Deserialize<Seen>(ended.Output, JsonSerializerOptions.Web)!;
    }

    // Debian's own Python has the package; another one that comes first in the path may not.
    private static async Task<ClientProgram.Result> VisitAsync(string address, params string[] how)
    {
        const string Python = "/usr/bin/python3";
        using var home = new TemporaryFolder();
        Assert.SkipUnless(File.Exists(Python), "There is no Python on this machine.");
        ClientProgram.Result imported = await ClientProgram.RunAsync(Python, ["-c", "import caldav"], home, Cancel);
        Assert.SkipUnless(imported.ExitCode == 0, "python-caldav is not installed on this machine.");
        return await ClientProgram.RunAsync(
            Python,
            [
                Path.Combine(AppContext.BaseDirectory, "PythonCaldav", "visit.py"),
                address,
                SharedCalendars.Identifier,
                SharedCalendars.Password,
                .. how,
            ],
            home,
            Cancel
        );
    }

    private sealed record Seen
    {
        public IReadOnlyList<string> Calendars { get; init; } = [];

        public required IReadOnlyList<string> Before { get; init; }

        public required IReadOnlyList<string> Added { get; init; }

        public required IReadOnlyList<string> Found { get; init; }

        public required IReadOnlyList<string> After { get; init; }
    }
}

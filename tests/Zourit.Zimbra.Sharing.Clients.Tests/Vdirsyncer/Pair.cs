using Zourit.Zimbra.Sharing.Clients.Tests.Processes;

namespace Zourit.Zimbra.Sharing.Clients.Tests.Vdirsyncer;

/// <summary>A folder with a file for each event, and a guest's calendar on the server, which vdirsyncer keeps alike.</summary>
internal sealed class Pair : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly string _program = ClientProgram.Find("vdirsyncer");

    /// <param name="address">The server, where calendars are looked for, or the calendar itself.</param>
    /// <param name="collection">The calendar's name on the server; null where the address is the calendar's own.</param>
    public Pair(string address, string? collection)
    {
        Folder = _home.Folder(collection is null ? "events" : Path.Combine("events", collection));
        File.WriteAllText(
            _home.File("config"),
            $"""
            [general]
            status_path = "{_home.File("status")}"

            [pair guest]
            a = "here"
            b = "server"
            collections = {(collection is null ? "null" : $"[\"{collection}\"]")}
            conflict_resolution = "b wins"

            [storage here]
            type = "filesystem"
            path = "{_home.File("events")}"
            fileext = ".ics"

            [storage server]
            type = "caldav"
            url = "{address}"
            username = "{SharedCalendars.Identifier}"
            password = "{SharedCalendars.Password}"
            """
        );
    }

    /// <summary>Where the files lie.</summary>
    public string Folder { get; }

    public IEnumerable<string> Files => Directory.GetFiles(Folder, "*.ics").Select(File.ReadAllText);

    public Task<ClientProgram.Result> DiscoverAsync(CancellationToken cancellationToken) => RunAsync("discover", cancellationToken);

    public Task<ClientProgram.Result> SynchronizeAsync(CancellationToken cancellationToken) => RunAsync("sync", cancellationToken);

    public void Dispose() => _home.Dispose();

    private Task<ClientProgram.Result> RunAsync(string command, CancellationToken cancellationToken) =>
        ClientProgram.RunAsync(_program, ["--config", _home.File("config"), command], _home, cancellationToken);
}

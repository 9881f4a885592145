using System.Diagnostics;
using System.Globalization;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>This same program in a second process, as server: what it costs is not counted.</summary>
internal sealed class StubProcess : IDisposable
{
    public const string Argument = "stub";

    private readonly Process _process;

    private StubProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<StubProcess> StartAsync()
    {
        string program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(StubProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Argument);
        Process process = Process.Start(start)!;
        string? port = await process.StandardOutput.ReadLineAsync();
        return port is null
            ? throw new InvalidOperationException("The stub ended before it told its port.")
            : new StubProcess(process, new UriBuilder("http", "127.0.0.1", int.Parse(port, CultureInfo.InvariantCulture)).Uri);
    }

    /// <summary>How many SOAP requests it has got.</summary>
    public async Task<int> RequestsAsync()
    {
        using var http = new HttpClient();
        return int.Parse(await http.GetStringAsync(new Uri(Address, PreparedReplies.CountPath)), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

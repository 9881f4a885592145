using System.Diagnostics;
using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Benchmarks.Stubs;

/// <summary>A fake server with many owners in a second process: what it costs is not counted.</summary>
internal sealed class PlanServer : IDisposable
{
    public const string Argument = "plan-server";

    private const string Mailbox = "DelegateAuthRequest";
    private static readonly string[] MailboxRequests = [Mailbox, "GetInfoRequest", "GetFolderRequest"];

    private readonly Process _process;
    private readonly string[] _address;

    private PlanServer(Process process, string[] address)
    {
        _process = process;
        _address = address;
    }

    public static string Owner(int number) => string.Create(CultureInfo.InvariantCulture, $"o{number}@monasso.org");

    /// <summary>In the second process: serves, and counts requests, until the input ends.</summary>
    public static async Task ServeAsync(int owners, TextReader input, TextWriter output)
    {
        await using FakeZimbra server = await FakeZimbra.StartAsync(
            seed =>
            {
                for (int i = 0; i < owners; i++)
                {
                    seed.Account(Owner(i), "Secret-1owner", account => account.Calendar("/e"));
                }
            },
            new() { JournalCapacity = 10_000 }
        );
        await output.WriteLineAsync($"{server.ServerUri} {server.AdminUri} {server.AdminName} {server.AdminPassword}");
        while (await input.ReadLineAsync() is not null)
        {
            int mailboxes = server.Journal.Entries.Count(entry => entry.Operations.Contains(Mailbox));
            int others = server.Journal.Entries.Count(entry => !entry.Operations.Any(MailboxRequests.Contains));
            server.Journal.Clear();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{mailboxes} {others}"));
        }
    }

    public static async Task<PlanServer> StartAsync(int owners)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(PlanServer).Assembly.Location, Argument, owners.ToString(CultureInfo.InvariantCulture)]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        string? address = await process.StandardOutput.ReadLineAsync();
        return address is null
            ? throw new InvalidOperationException("The server ended before it told its address.")
            : new PlanServer(process, address.Split(' '));
    }

    /// <summary>An administrator's client.</summary>
    public ZimbraClient Connect() =>
        new(
            new Uri(_address[0]),
            ZimbraCredentials.Admin(_address[2], new Secret(_address[3])),
            new ZimbraClientOptions { AdminUri = new Uri(_address[1]) }
        );

    /// <summary>How many mailboxes were opened since the last question, and how many requests were sent besides those that read
    /// them.</summary>
    public async Task<(int Mailboxes, int Others)> RequestsAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        string[] counts = (await _process.StandardOutput.ReadLineAsync())!.Split(' ');
        return (int.Parse(counts[0], CultureInfo.InvariantCulture), int.Parse(counts[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

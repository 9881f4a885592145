using System.Globalization;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Samples.Tests.FakeServer;

/// <summary>
/// samples/FakeZimbra serves the library across processes. What it prints and refuses in detail is tested with the fake itself.
/// </summary>
public sealed class FakeServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seed_that_is_not_there_ends_it_with_code_2()
    {
        SampleProcess.Result run = await SampleProcess.RunAsync(Server, ["--seed", "/nowhere/seed.json"], Cancel);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/nowhere/seed.json", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_code_2_and_no_stack_trace()
    {
        await using FakeZimbra other = await Association.StartAsync(Cancel);
        string taken = other.ServerUri.Port.ToString(CultureInfo.InvariantCulture);

        SampleProcess.Result run = await SampleProcess.RunAsync(Server, ["--port", taken], Cancel);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(taken, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task It_prints_its_addresses_and_serves_the_library()
    {
        await using SampleProcess process = SampleProcess.Start(
            Server,
            ["--seed", Path.Combine(BuiltSample.Folder, "FakeZimbra", "seed.example.json")]
        );
        using JsonDocument line = JsonDocument.Parse((await process.Output.ReadLineAsync(Cancel))!);
        var server = new Uri(new Uri(line.RootElement.GetProperty("soap").GetString()!), "/");

        await using ZimbraClient zimbra = new(server, ZimbraCredentials.Password("owner@monasso.org", new Secret("Secret-1owner")));
        GuestShare share = await zimbra.Calendars.ShareWithGuestAsync("/my-events", "autre@orange.fr", cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Contains(
            await zimbra.Calendars.ListSharesAsync(new() { Calendar = "/my-events" }, cancellationToken: Cancel).ToListAsync(Cancel),
            grant => grant.Grantee is { Type: GranteeType.Guest, Name: "autre@orange.fr" }
        );
        using var http = new HttpClient();
        Assert.Contains(
            "autre@orange.fr",
            await http.GetStringAsync(new Uri(line.RootElement.GetProperty("outbox").GetString()!), Cancel),
            StringComparison.Ordinal
        );
    }

    private static string Server => BuiltSample.Assembly("FakeZimbra", "FakeZimbraServer");
}

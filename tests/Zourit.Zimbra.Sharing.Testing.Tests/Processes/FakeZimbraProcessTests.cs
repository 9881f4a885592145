using System.Diagnostics;
using System.Text.Json;
using Zourit.Zimbra.Sharing.Testing.Tests.Replay;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Processes;

/// <summary>samples/FakeZimbra as tests in other languages use it: a process, one line of JSON, HTTP.</summary>
public sealed class FakeZimbraProcessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seed_that_cannot_be_read_is_reported_on_the_error_stream()
    {
        var seed = Path.GetTempFileName();
        await File.WriteAllTextAsync(seed, """{ "acounts": [] }""", Cancel);
        using var process = Start("--seed", seed);

        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(Cancel));
        var message = await process.StandardError.ReadToEndAsync(Cancel);
        Assert.Contains("acounts", message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
        File.Delete(seed);
    }

    [Theory]
    [InlineData(null, "alice@example.test", "Secret-1alice")]
    [InlineData("seed.example.json", "owner@monasso.org", "Secret-1owner")]
    public async Task It_prints_one_line_and_serves_until_it_is_stopped(string? seed, string user, string password)
    {
        using var process = Start([
            "--port",
            "0",
            "--admin-port",
            "0",
            .. seed is null ? [] : new[] { "--seed", Path.Combine(AppContext.BaseDirectory, seed) },
        ]);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(Cancel);
            using var json = JsonDocument.Parse(line!);
            var root = json.RootElement;
            Assert.Equal(
                ["soap", "adminSoap", "rest", "admin", "adminPassword", "outbox"],
                root.EnumerateObject().Select(member => member.Name)
            );
            var soap = new Uri(root.GetProperty("soap").GetString()!);
            var adminSoap = new Uri(root.GetProperty("adminSoap").GetString()!);
            Assert.NotEqual(soap.Port, adminSoap.Port);
            using var sender = new Sender(soap, adminSoap);

            var login = await sender.SoapAsync(
                toAdmin: false,
                null,
                $"""<AuthRequest xmlns="urn:zimbraAccount"><account by="name">{user}</account><password>{password}</password></AuthRequest>""",
                Cancel
            );
            var admin = await sender.SoapAsync(
                toAdmin: true,
                null,
                $"""<AuthRequest xmlns="urn:zimbraAdmin"><name>{root.GetProperty("admin")}</name><password>{root.GetProperty("adminPassword")}</password></AuthRequest>""",
                Cancel
            );
            Assert.Equal((200, 200), (login.Status, admin.Status));

            using var http = new HttpClient();
            using var outbox = JsonDocument.Parse(await http.GetStringAsync(new Uri(root.GetProperty("outbox").GetString()!), Cancel));
            Assert.Equal(JsonValueKind.Array, outbox.RootElement.ValueKind);
            foreach (var mail in outbox.RootElement.EnumerateArray())
                Assert.Equal(["to", "raw"], mail.EnumerateObject().Select(member => member.Name));
            using var rest = await http.GetAsync(new Uri(new Uri(root.GetProperty("rest").GetString()!), $"{user}/nothing.ics"), Cancel);
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, rest.StatusCode);
            Assert.False(process.HasExited);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "FakeZimbraServer.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

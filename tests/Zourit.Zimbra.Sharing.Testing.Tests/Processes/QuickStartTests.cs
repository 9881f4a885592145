using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Zourit.Zimbra.Sharing.Testing.Tests.Processes;

/// <summary>samples/QuickStart as a process: by itself, and on a server that is there already.</summary>
public sealed class QuickStartTests
{
    private const string Owner = "moncompte@monasso.org";
    private const string Password = "Owner-pa55word";
    private const string Calendar = "/Événements de l'asso";
    private const string Guest = "adresse@orange.fr";
    private static readonly string[] Fields = ["icsUrl", "guestIdentifier", "guestEvents", "publicEvents", "revoked"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, Calendar, Guest, "ZIMBRA_PASSWORD")]
    [InlineData("wr0ng", Calendar, Guest, Owner)]
    [InlineData(Password, "/Événements", Guest, Calendar)]
    [InlineData(Password, Calendar, "Jean <adresse@orange.fr>", "Give the bare address: 'adresse@orange.fr'")]
    [InlineData(Password, Calendar, "adresse", "'@'")]
    [InlineData(Password, Calendar, "", "--guest")]
    public async Task What_cannot_be_done_is_reported_in_one_line_and_nothing_is_shared(
        string? password,
        string calendar,
        string guest,
        string told
    )
    {
        await using var zimbra = await StartServerAsync();

        var run = await RunAsync(
            password,
            null,
            ["--server", zimbra.ServerUri.AbsoluteUri, "--user", Owner, "--calendar", calendar, "--guest", guest, "--json"]
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("wr0ng", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(zimbra.GrantsOf(Owner, Calendar));
        Assert.Empty(zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task By_itself_it_tells_the_whole_story()
    {
        var run = await RunAsync(null, null, []);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Calendar, run.Output, StringComparison.Ordinal);
        Assert.Contains("/service/extuserprov/?p=", run.Output, StringComparison.Ordinal);
        Assert.Contains("adresse.orange.fr@monasso.org", run.Output, StringComparison.Ordinal);
        Assert.Contains("/home/moncompte@monasso.org/%C3%89v%C3%A9nements%20de%20l'asso.ics", run.Output, StringComparison.Ordinal);
        Assert.Contains("not let in (HTTP 401)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_itself_it_prints_one_json_object_when_asked()
    {
        var run = await RunAsync(null, null, ["--json"]);

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var outcome = json.RootElement;
        Assert.Equal(Fields, outcome.EnumerateObject().Select(field => field.Name));
        Assert.Equal("adresse.orange.fr@monasso.org", outcome.GetProperty("guestIdentifier").GetString());
        Assert.Equal(3, outcome.GetProperty("guestEvents").GetArrayLength());
        Assert.Equal(3, outcome.GetProperty("publicEvents").GetArrayLength());
        Assert.DoesNotContain("embauche", run.Output, StringComparison.Ordinal);
        Assert.True(outcome.GetProperty("revoked").GetBoolean());
    }

    [Fact]
    public async Task On_a_server_it_leaves_the_share_standing_and_the_guests_step_to_the_guest()
    {
        await using var zimbra = await StartServerAsync();

        var run = await RunAsync(
            Password,
            null,
            ["--server", zimbra.ServerUri.AbsoluteUri, "--user", Owner, "--calendar", Calendar, "--guest", Guest]
        );

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(zimbra.Outbox.To(Guest)[^1].PersonalLink!.AbsoluteUri, run.Output, StringComparison.Ordinal);
        Assert.Contains("What to tell adresse@orange.fr", run.Output, StringComparison.Ordinal);
        Assert.Equal(["guest", "pub"], zimbra.GrantsOf(Owner, Calendar).Select(grant => grant.Type));
        Assert.Null(zimbra.Directory.FindAccount("adresse.orange.fr@monasso.org"));
    }

    [Fact]
    public async Task On_a_server_it_takes_the_guests_step_and_everything_back_when_asked_to()
    {
        await using var zimbra = await StartServerAsync();

        var run = await RunAsync(
            Password,
            "Guest-pa55word",
            [
                "--server",
                zimbra.ServerUri.AbsoluteUri,
                "--user",
                Owner,
                "--calendar",
                Calendar,
                "--guest",
                Guest,
                "--accept-as-guest",
                "--revoke",
                "--json",
            ]
        );

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var outcome = json.RootElement;
        Assert.Equal(Fields, outcome.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            "Fête de quartier",
            Assert.Single(outcome.GetProperty("guestEvents").EnumerateArray()).GetProperty("summary").GetString()
        );
        Assert.Equal(
            "Fête de quartier",
            Assert.Single(outcome.GetProperty("publicEvents").EnumerateArray()).GetProperty("summary").GetString()
        );
        Assert.True(outcome.GetProperty("revoked").GetBoolean());
        Assert.Empty(zimbra.GrantsOf(Owner, Calendar));
        Assert.NotNull(zimbra.Directory.FindAccount("adresse.orange.fr@monasso.org"));
        Assert.Single(zimbra.Outbox.Mails);
    }

    private static Task<FakeZimbra> StartServerAsync()
    {
        var tomorrow = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        return FakeZimbra.StartAsync(
            seed =>
                seed.Account(Owner, Password, account =>
                    account.Calendar(Calendar, events => events.Event("Fête de quartier", tomorrow.AddHours(14), tomorrow.AddHours(18)))
                ),
            cancellationToken: Cancel
        );
    }

    private static async Task<Run> RunAsync(string? password, string? guestPassword, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "QuickStart.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Set("ZIMBRA_PASSWORD", password);
        Set("ZIMBRA_GUEST_PASSWORD", guestPassword);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Cancel);
            var error = process.StandardError.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            return new Run(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        void Set(string variable, string? value)
        {
            start.Environment.Remove(variable);
            if (value is not null)
                start.Environment[variable] = value;
        }
    }

    private sealed record Run(int ExitCode, string Output, string Error);
}

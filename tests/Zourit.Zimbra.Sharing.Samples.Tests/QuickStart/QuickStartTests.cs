using System.Text.Json;
using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Samples.Tests.QuickStart;

public sealed class QuickStartTests
{
    private static readonly string[] OnServer =
    [
        "--user",
        Association.Owner,
        "--calendar",
        Association.Events,
        "--guest",
        Association.Guest,
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_option_that_it_does_not_know_is_named()
    {
        SampleProcess.Result run = await RunAsync(["--sever", "https://mail1.example.net"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("--sever", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no address", "'no address' is no address", "--server", "no address")]
    [InlineData("no user", "--user must be given", "--server", "https://mail1.example.net")]
    [InlineData("no calendar", "--calendar must be given", "--server", "https://mail1.example.net", "--user", "a@b.example")]
    [InlineData("no guest", "--guest must be given", "--server", "https://mail1.example.net", "--user", "a@b.example", "--calendar", "/c")]
    [InlineData(
        "no password",
        "ZIMBRA_PASSWORD",
        "--server",
        "https://mail1.example.net",
        "--user",
        "a@b.example",
        "--calendar",
        "/c",
        "--guest",
        "g@h.example"
    )]
    [InlineData(
        "no guest password",
        "ZIMBRA_GUEST_PASSWORD",
        "--server",
        "https://mail1.example.net",
        "--user",
        "a@b.example",
        "--calendar",
        "/c",
        "--guest",
        "g@h.example",
        "--accept-as-guest"
    )]
    [InlineData("a bad mail address", "orange", "--guest", "adresse.orange.fr")]
    public async Task Bad_input_is_named_on_the_error_stream_and_ends_with_code_1(string what, string said, params string[] arguments)
    {
        SampleProcess.Result run = await RunAsync(arguments);

        Assert.True(run.ExitCode == 1, $"{what}: {run}");
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_ends_with_code_1_and_is_not_shown()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        SampleProcess.Result run = await RunAsync(
            ["--server", zimbra.ServerUri.AbsoluteUri, .. OnServer],
            ("ZIMBRA_PASSWORD", "wr0ng-one")
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(Association.Owner, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng-one", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Empty(zimbra.Outbox.Mails);
    }

    [Fact]
    public async Task The_story_runs_to_its_end_on_a_fake_server()
    {
        SampleProcess.Result run = await RunAsync([]);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("The guest's share: Removed.", run.Output, StringComparison.Ordinal);
        Assert.Contains("not let in (HTTP 401)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_it_prints_one_object_with_all_that_the_story_came_to()
    {
        SampleProcess.Result run = await RunAsync(["--json"]);

        Assert.True(run.ExitCode == 0, run.ToString());
        using JsonDocument outcome = JsonDocument.Parse(run.Output);
        JsonElement root = outcome.RootElement;
        Assert.Equal(
            ["icsUrl", "guestIdentifier", "guestEvents", "publicEvents", "revoked"],
            root.EnumerateObject().Select(member => member.Name)
        );
        Assert.EndsWith(".ics", root.GetProperty("icsUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(Association.Identifier, root.GetProperty("guestIdentifier").GetString());
        Assert.Equal(3, root.GetProperty("guestEvents").GetArrayLength());
        Assert.Contains(root.GetProperty("guestEvents").EnumerateArray(), item =>
            item.GetProperty("summary").GetString() == "Assemblée générale"
        );
        Assert.Equal(3, root.GetProperty("publicEvents").GetArrayLength());
        Assert.True(root.GetProperty("revoked").GetBoolean());
    }

    [Fact]
    public async Task On_a_server_it_leaves_the_share_and_tells_the_guest_what_to_do()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        SampleProcess.Result run = await RunAsync(
            ["--server", zimbra.ServerUri.AbsoluteUri, .. OnServer, "--no-public"],
            ("ZIMBRA_PASSWORD", Association.Password)
        );

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("Open the personal link", run.Output, StringComparison.Ordinal);
        Assert.Contains($"sign in as {Association.Identifier} with the password you chose", run.Output, StringComparison.Ordinal);
        Assert.Equal(Association.Guest, Assert.Single(zimbra.GrantsOf(Association.Owner, Association.Events)).GranteeId);
        Assert.Single(zimbra.Outbox.To(Association.Guest));
        Assert.Null(zimbra.GuestOf(Association.Guest, "monasso.org"));
    }

    [Fact]
    public async Task A_guest_whose_step_was_taken_is_not_asked_to_take_it()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        SampleProcess.Result run = await RunAsync(
            ["--server", zimbra.ServerUri.AbsoluteUri, .. OnServer, "--accept-as-guest", "--no-public"],
            ("ZIMBRA_PASSWORD", Association.Password),
            ("ZIMBRA_GUEST_PASSWORD", "Guest-pa55word")
        );

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.DoesNotContain("Open the personal link", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("you chose", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"sign in as {Association.Identifier} with the password of ZIMBRA_GUEST_PASSWORD",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Association.Colleague, "sign in as collegue@monasso.org with the password of this account")]
    public async Task Whom_the_server_knows_already_is_asked_to_sign_in_with_an_account_that_is_there(string guest, string told)
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        SampleProcess.Result run = await RunAsync(
            [
                "--server",
                zimbra.ServerUri.AbsoluteUri,
                "--user",
                Association.Owner,
                "--calendar",
                Association.Events,
                "--guest",
                guest,
                "--no-public",
            ],
            ("ZIMBRA_PASSWORD", Association.Password)
        );

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.DoesNotContain("Open the personal link", run.Output, StringComparison.Ordinal);
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_server_it_can_take_the_guests_step_and_take_all_back()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        SampleProcess.Result run = await RunAsync(
            ["--server", zimbra.ServerUri.AbsoluteUri, .. OnServer, "--accept-as-guest", "--revoke", "--json"],
            ("ZIMBRA_PASSWORD", Association.Password),
            ("ZIMBRA_GUEST_PASSWORD", "Guest-pa55word")
        );

        Assert.True(run.ExitCode == 0, run.ToString());
        using JsonDocument outcome = JsonDocument.Parse(run.Output);
        Assert.Equal(
            "Assemblée générale",
            Assert.Single(outcome.RootElement.GetProperty("guestEvents").EnumerateArray()).GetProperty("summary").GetString()
        );
        Assert.True(outcome.RootElement.GetProperty("revoked").GetBoolean());
        Assert.Empty(zimbra.GrantsOf(Association.Owner, Association.Events));
        Assert.NotNull(zimbra.GuestOf(Association.Guest, "monasso.org"));
        Assert.DoesNotContain("pa55", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opened_the_calendar_to_everybody_is_sent_to_what_closes_it()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        string[] arguments = ["--server", zimbra.ServerUri.AbsoluteUri, .. OnServer];

        SampleProcess.Result opened = await RunAsync(arguments, ("ZIMBRA_PASSWORD", Association.Password));
        SampleProcess.Result again = await RunAsync([.. arguments, "--revoke"], ("ZIMBRA_PASSWORD", Association.Password));

        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Equal("pub", Assert.Single(zimbra.GrantsOf(Association.Owner, Association.Events)).Type);
        Assert.DoesNotContain("revoke both", opened.Output, StringComparison.Ordinal);
        Assert.Contains("zimbra-share public off", opened.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("both shares", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_that_is_documented_for_a_real_server_shares_the_calendar()
    {
        const string start = "dotnet run --project samples/QuickStart -- --server https://mail1.example.net ";
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(BuiltSample.Folder, "..", "docs/getting-started.md"), Cancel);
        string command = Assert.Single(lines, line => line.TrimStart().StartsWith(start, StringComparison.Ordinal)).Trim();
        await using FakeZimbra zimbra = await FakeZimbra.StartAsync(
            seed => seed.Account("owner@monasso.org", Association.Password, account => account.Calendar("/my-events")),
            cancellationToken: Cancel
        );

        SampleProcess.Result run = await RunAsync(
            ["--server", zimbra.ServerUri.AbsoluteUri, .. command[start.Length..].Split(' ')],
            ("ZIMBRA_PASSWORD", Association.Password)
        );

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("adresse@orange.fr", Assert.Single(zimbra.GrantsOf("owner@monasso.org", "/my-events")).GranteeId);
    }

    private static Task<SampleProcess.Result> RunAsync(string[] arguments, params (string Name, string? Value)[] environment) =>
        SampleProcess.RunAsync(BuiltSample.Assembly("QuickStart"), arguments, Cancel, environment);
}

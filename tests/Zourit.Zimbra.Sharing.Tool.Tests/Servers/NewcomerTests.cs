using System.Text;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

/// <summary>What people stumbled over in their first minutes.</summary>
public sealed class NewcomerTests
{
    [Fact]
    public async Task A_profile_of_a_file_that_is_not_there_is_said_to_be_missing_with_its_file_and_how_to_write_it()
    {
        ToolRun run = await ToolRun.OfAsync("list", "--profile", "asso");

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("there is no file /nonexistent/config.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"asso\": { \"server\":", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest", "zimbra-share guest"), InlineData("config", "zimbra-share config"), InlineData("--quiet", "zimbra-share")]
    public async Task Words_that_name_no_command_yet_are_said_to_lack_one_before_those_that_there_are(string word, string typed)
    {
        ToolRun run = await ToolRun.OfAsync(word);
        ToolRun french = await ToolRun.OfAsync(word, "--lang", "fr");
        ToolRun asked = await ToolRun.OfAsync(word, "--help");

        Assert.Equal((ExitCode.Usage, ExitCode.Usage, ExitCode.Done), (run.Exit, french.Exit, asked.Exit));
        Assert.Equal($"A command is missing after '{typed}'.\n\n{asked.Output}", run.Error);
        Assert.StartsWith($"Il manque une commande après « {typed} ».", Plain(french.Error), StringComparison.Ordinal);

        static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
    }

    [Fact]
    public async Task A_setting_that_is_a_yes_or_no_reads_as_a_sentence()
    {
        ToolRun run = await ToolRun.OfAsync("config", "show");

        Assert.Contains("file exists    no\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagnosis_of_a_share_in_order_does_not_say_that_what_was_typed_is_wrong()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest);

        ToolRun run = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest);

        Assert.Contains("Nothing is wrong", run.Output, StringComparison.Ordinal);
        Assert.Contains($"The guest may be signing in with the bare address {ToolWorld.Guest}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_date_is_corrected_in_the_readers_language()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """
            version: 1
            timezone: Europe/Paris
            shares:
              - { owner: owner@monasso.org, calendar: /my-events, guest: marie@example.com, expires: 31/08/2027 }
            """,
            TestContext.Current.CancellationToken
        );

        ToolRun english = await ToolRun.OfAsync("validate", file);
        ToolRun french = await ToolRun.OfAsync("validate", file, "--lang", "fr");
        File.Delete(file);

        Assert.Contains("yyyy-MM-dd", english.Error + english.Output, StringComparison.Ordinal);
        Assert.Contains("aaaa-mm-jj", french.Error + french.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagnosis_with_an_owners_login_says_in_one_line_what_it_cannot_look_at()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest);

        ToolRun text = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest);
        ToolRun french = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest, "--lang", "fr");
        ToolRun json = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest, "--json");

        int unknown = json.Lines.Count(line =>
            line.TryGetProperty("certainty", out var certainty) && certainty.GetString() == "notKnowable"
        );
        Assert.InRange(unknown, 2, 50);
        Assert.DoesNotContain("It cannot be known whether", text.Output, StringComparison.Ordinal);
        Assert.Single(text.Output.Split('\n'), line =>
            line.StartsWith($"{unknown} more possible causes cannot be looked at", StringComparison.Ordinal)
        );
        Assert.Contains($"{unknown} autres causes possibles", french.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_of_a_diagnosis_checks_of_the_doctor_and_rows_of_a_policy_are_said_in_French()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun diagnosis = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest, "--lang", "fr");
        ToolRun doctor = await world.OwnerAsync("doctor", "--lang", "fr");
        ToolRun policy = await world.OwnerAsync("policy", "--guest", ToolWorld.Guest, "--lang", "fr");

        Assert.DoesNotContain("not granted", diagnosis.Output, StringComparison.Ordinal);
        Assert.Contains("connexion\toui\t", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("règle : invités\t", doctor.Output.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("guest\t", policy.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_another_port_says_which_ports_and_a_saved_plan_says_that_it_is_one()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await using ToolWorld other = await ToolWorld.StartAsync();
        string manifest = world.Write(
            "one.yaml",
            $"version: 1\nshares:\n  - {{ owner: {ToolWorld.Owner}, calendar: /my-events, guest: {ToolWorld.Guest} }}\n"
        );
        string plan = Path.ChangeExtension(manifest, ".plan");
        ToolRun planned = await world.OwnerAsync("plan", manifest, "-o", plan);

        ToolRun elsewhere = await other.OwnerAsync("apply", plan);
        ToolRun applied = await world.OwnerAsync("apply", plan);

        Assert.Equal((ExitCode.Done, ExitCode.Stale, ExitCode.Done), (planned.Exit, elsewhere.Exit, applied.Exit));
        Assert.Contains($":{world.Server.ServerUri.Port}, not from http://127.0.0.1:{other.Server.ServerUri.Port}", elsewhere.Error);
        Assert.Contains("as things were when it was made", applied.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("as things were when it was made", applied.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_of_a_mail_says_that_a_mail_would_be_sent_and_not_that_the_share_would_be_changed()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--no-mail");

        ToolRun run = await world.OwnerAsync("guest", "notify", "/my-events", ToolWorld.Guest, "--dry-run");

        Assert.Contains($"A mail would be sent to {ToolWorld.Guest}; none was.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("changed", run.Error, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_guest_without_a_share_is_named_by_the_revocation_that_finds_none()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("guest", "revoke", "/my-events", ToolWorld.Guest);

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains($"{ToolWorld.Guest} had no share of /my-events", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_without_an_administrator_are_a_wrong_command_line_and_none_at_all_is_said()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun owner = await world.OwnerAsync("account", "inspect", ToolWorld.Guest, "--domain", "monasso.org");
        ToolRun admin = await world.AdminAsync("account", "list", "--domain", "monasso.org");

        Assert.Equal((ExitCode.Usage, ExitCode.Done), (owner.Exit, admin.Exit));
        Assert.Contains("--admin", owner.Error, StringComparison.Ordinal);
        Assert.Contains("There are no guests' accounts in monasso.org.", admin.Error, StringComparison.Ordinal);
        Assert.Empty(admin.Output);
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_not_reported_as_an_empty_one()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun text = await ToolRun.OfAsync("report", world.Write("notes.txt", "hello\n"));
        ToolRun empty = await ToolRun.OfAsync("report", world.Write("empty.journal", ""));

        Assert.Equal((ExitCode.InvalidFile, ExitCode.Done), (text.Exit, empty.Exit));
        Assert.Contains("is no journal", text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_down_is_named_without_the_request_that_did_not_reach_it()
    {
        string[] line = ["calendars", "--server", "http://127.0.0.1:1", "--account", "a@b.example", "--password-file", "-"];

        ToolRun english = await new ToolConsole { Input = "x\n" }.RunAsync(line);
        ToolRun french = await new ToolConsole { Input = "x\n" }.RunAsync([.. line, "--lang", "fr"]);

        Assert.Equal((ExitCode.NotReached, ExitCode.NotReached), (english.Exit, french.Exit));
        Assert.StartsWith("Nothing answers at http://127.0.0.1:1", english.Error, StringComparison.Ordinal);
        Assert.StartsWith("Aucune réponse de http://127.0.0.1:1", french.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spreadsheets_list_names_the_option_that_reads_it()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string list = world.Write("list.csv", "");
        await File.WriteAllBytesAsync(
            list,
            Encoding.Latin1.GetBytes($"owner;calendar;guest;note\n{ToolWorld.Owner};/my-events;{ToolWorld.Guest};été\n"),
            TestContext.Current.CancellationToken
        );

        ToolRun run = await ToolRun.OfAsync("validate", list);

        Assert.Equal(ExitCode.InvalidFile, run.Exit);
        Assert.Contains("--encoding windows-1252", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_explained_in_French_without_the_systems_English()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string missing = Path.Combine(world.Folder, "none", "one.plan");
        string manifest = world.Write("one.yaml", "version: 1\nshares: []\n");

        ToolRun run = await world.OwnerAsync("plan", manifest, "-o", missing, "--lang", "fr");

        Assert.Equal(ExitCode.InvalidFile, run.Exit);
        Assert.Contains("son dossier n’existe pas", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_change_is_counted_in_the_singular_in_French()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest);
        string manifest = world.Write(
            "one.yaml",
            $"version: 1\nshares:\n  - {{ owner: {ToolWorld.Owner}, calendar: /my-events, guests: [{ToolWorld.Guest}, ali@free.fr] }}\n"
        );

        ToolRun run = await world.OwnerAsync("apply", manifest, "--yes", "--lang", "fr");

        Assert.Contains("1 inchangé,", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 fait,", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 envoyé,", run.Output, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

public sealed class GuestTests
{
    [Fact]
    public async Task A_refused_login_is_exit_code_4_and_repeats_no_password()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string wrong = world.Write("wrong.txt", "not-it-7131");

        ToolRun run = await new ToolConsole().RunAsync([
            "guest",
            "add",
            "/my-events",
            ToolWorld.Guest,
            "-v",
            "--server",
            world.Server.ServerUri.AbsoluteUri,
            "--account",
            ToolWorld.Owner,
            "--password-file",
            wrong,
        ]);

        Assert.Equal(ExitCode.LoginRefused, run.Exit);
        Assert.Empty(world.Grants());
        Assert.DoesNotContain("7131", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_that_is_missing_is_exit_code_7_and_names_the_nearest()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("guest", "add", "/my-event", ToolWorld.Guest, "--json");

        Assert.Equal(ExitCode.NeedsEdit, run.Exit);
        Assert.Contains("/my-events", run.Error, StringComparison.Ordinal);
        JsonElement error = run.Line("error");
        Assert.Equal(7, error.GetProperty("exit").GetInt32());
        Assert.Contains("/my-events", error.GetProperty("message").GetProperty("fr").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_looks_mistyped_is_refused_with_the_option_that_says_that_it_is_right()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun refused = await world.OwnerAsync("guest", "add", "/my-events", "marie@gmial.com");
        ToolRun meant = await world.OwnerAsync("guest", "add", "/my-events", "marie@gmial.com", "--any-address");

        Assert.Equal(ExitCode.NeedsEdit, refused.Exit);
        Assert.Contains("--any-address", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("CheckAddress", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, meant.Exit);
        Assert.Single(world.Grants());
    }

    [Theory]
    [InlineData("guest add /Inbox marie@example.com")]
    [InlineData("user add /Inbox tresor@monasso.org")]
    [InlineData("public on /Inbox")]
    public async Task A_folder_that_is_no_calendar_is_refused_with_the_option_that_shares_it(string line)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun refused = await world.OwnerAsync(line.Split(' '));
        ToolRun meant = await world.OwnerAsync([.. line.Split(' '), "--any-folder"]);

        Assert.NotEqual(ExitCode.Done, refused.Exit);
        Assert.Contains("use --any-folder to share this one all the same", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, meant.Exit);
    }

    [Fact]
    public async Task A_dry_run_shows_the_share_and_the_mail_and_makes_neither()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--dry-run", "--json");

        Assert.Equal(ExitCode.Done, run.Exit);
        JsonElement planned = run.Line("plannedShare");
        Assert.Equal("created", planned.GetProperty("outcome").GetString());
        Assert.Equal(ToolWorld.Guest, planned.GetProperty("grantee").GetString());
        Assert.Equal(ToolWorld.Guest, planned.GetProperty("mailTo").GetString());
        Assert.True(run.Line("version").GetProperty("dryRun").GetBoolean());
        Assert.Empty(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_guest_is_added_once_and_mailed_once()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun first = await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--json");
        ToolRun second = await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.Exit, second.Exit));
        JsonElement share = first.Line("share");
        Assert.Equal("created", share.GetProperty("outcome").GetString());
        Assert.Equal("sent", share.GetProperty("mail").GetString());
        Assert.Equal("adresse.orange.fr@monasso.org", share.GetProperty("identifier").GetString());
        Assert.Equal("unchanged", second.Line("share").GetProperty("outcome").GetString());
        Assert.Equal([$"guest {ToolWorld.Guest} r"], world.Grants());
        Assert.Single(world.Server.Outbox.To(ToolWorld.Guest));
    }

    [Fact]
    public async Task A_list_on_standard_input_goes_on_after_a_guest_that_is_none()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var console = new ToolConsole { Input = "marie@example.com\n# a remark\n\nnobody\nali@free.fr\n" };

        ToolRun run = await world.OwnerAsync(console, "guest", "add", "/my-events", "-", "--no-mail", "--json");

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Equal("nobody", run.Line("failure").GetProperty("item").GetString());
        Assert.Equal(["guest ali@free.fr r", "guest marie@example.com r"], world.Grants().Order());
    }

    [Fact]
    public async Task A_share_is_listed_renewed_mailed_again_and_revoked()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest);

        ToolRun renewed = await world.OwnerAsync("guest", "renew", "/my-events", ToolWorld.Guest, "--expires", "90d", "--json");
        ToolRun mailed = await world.OwnerAsync("guest", "notify", "/my-events", ToolWorld.Guest, "--json");
        ToolRun listed = await world.OwnerAsync("guest", "list", "--json");
        ToolRun revoked = await world.OwnerAsync("guest", "revoke", "/my-events", ToolWorld.Guest, "--json");
        ToolRun again = await world.OwnerAsync("guest", "revoke", "/my-events", ToolWorld.Guest, "--json");

        Assert.Equal("changed", renewed.Line("share").GetProperty("outcome").GetString());
        Assert.Equal("sent", mailed.Line("notification").GetProperty("mail").GetString());
        Assert.NotNull(listed.Line("grant").GetProperty("expires").GetString());
        Assert.Equal("removed", revoked.Line("revocation").GetProperty("outcome").GetString());
        Assert.Equal("notThere", again.Line("revocation").GetProperty("outcome").GetString());
        Assert.Equal(2, world.Server.Outbox.To(ToolWorld.Guest).Count);
    }

    [Fact]
    public async Task A_diagnosis_says_in_french_why_a_guest_does_not_get_in()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest, "--json", "--lang", "fr");

        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal("notGranted", run.Line("finding").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_guest_with_an_account_is_shown_the_CalDAV_server_and_one_with_a_grant_password_learns_that_it_is_not_for_CalDAV()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string password = world.Write("guest.txt", "f0r-this-0ne");

        ToolRun shared = await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--json");
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest, "--grant-password", "--guest-password-file", password);
        ToolRun diagnosis = await world.OwnerAsync("guest", "diagnose", "/my-events", ToolWorld.Guest, "--caldav", "--json");

        JsonElement share = shared.Line("share");
        Assert.StartsWith(share.GetProperty("calDavServer").GetString()!, share.GetProperty("calDavAddress").GetString()!);
        Assert.EndsWith("/my-events/", share.GetProperty("calDavAddress").GetString()!, StringComparison.Ordinal);
        Assert.Contains("grantPasswordNotForCalDav", diagnosis.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_link_is_accepted_from_standard_input_and_shown_only_on_demand()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", ToolWorld.Guest);
        string link = world.Server.Outbox.To(ToolWorld.Guest).Single().PersonalLink!.AbsoluteUri;
        string password = world.Write("guest.txt", "Guest-pass-1");

        ToolRun refused = await ToolRun.OfAsync("link", link);
        ToolRun hidden = await new ToolConsole { Input = link }.RunAsync("link", "-", "--json");
        ToolRun shown = await new ToolConsole { Input = link }.RunAsync("link", "-", "--json", "--show-links");
        ToolRun accepted = await world.OwnerAsync(
            new ToolConsole { Input = link },
            "guest",
            "accept",
            "-",
            "--name",
            "Marie",
            "--guest-password-file",
            password,
            "--json"
        );

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.DoesNotContain(link, refused.Error + hidden.Output + accepted.Output + accepted.Error, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, hidden.Line("link").GetProperty("link").ValueKind);
        Assert.Equal(link, shown.Line("link").GetProperty("link").GetString());
        Assert.Equal("accountCreated", accepted.Line("acceptance").GetProperty("outcome").GetString());
        Assert.NotNull(world.Server.GuestOf(ToolWorld.Guest, "monasso.org"));
    }

    [Fact]
    public async Task On_a_terminal_a_long_list_shows_how_much_is_done_and_how_long_it_takes_yet()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var console = new ToolConsole { IsTerminal = true, TimeProvider = new LeapingTime() };

        ToolRun run = await world.OwnerAsync(console, "guest", "add", "/my-events", "marie@example.com", "ali@free.fr", "--no-mail");
        ToolRun quiet = await world.OwnerAsync(console, "guest", "add", "/my-events", "marie@example.com", "ali@free.fr", "-q");

        Assert.Matches(@"2 of 2, \d+\.\d/s, 00:00:00 left", run.Error);
        Assert.DoesNotContain("left", quiet.Error, StringComparison.Ordinal);
    }

    // Every look at the clock is three seconds later than the one before.
    private sealed class LeapingTime : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => Interlocked.Add(ref _looks, 3 * TimestampFrequency);
    }

    [Fact]
    public async Task A_line_that_is_no_address_does_not_keep_the_other_guests_their_shares()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await world.OwnerAsync("guest", "add", "/my-events", "ali@free.fr", "zoe@free.fr", "--no-mail");
        string[] line = ["guest", "revoke", "/my-events", "ali@free.fr", "no address", "zoe@free.fr", "--json"];

        ToolRun planned = await world.OwnerAsync([.. line, "--dry-run"]);
        ToolRun run = await world.OwnerAsync(line);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (planned.Exit, run.Exit));
        Assert.Equal(2, planned.Lines.Count(each => each.GetProperty("type").GetString() == "plannedRevocation"));
        Assert.Equal("no address", run.Line("failure").GetProperty("item").GetString());
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_guest_who_is_named_twice_is_one_guest()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var list = new ToolConsole { Input = "ali@free.fr\nALI@free.fr \nali@free.fr\n" };

        ToolRun planned = await world.OwnerAsync("guest", "add", "/my-events", "ali@free.fr", "Ali@Free.fr", "--dry-run", "--json");
        ToolRun added = await world.OwnerAsync(list, "guest", "add", "/my-events", "-", "--json");
        ToolRun revoked = await world.OwnerAsync("guest", "revoke", "/my-events", "ali@free.fr", "ali@free.fr", "--json");

        Assert.Equal((2, 2, 2), (planned.Lines.Count, added.Lines.Count, revoked.Lines.Count));
        Assert.Equal("removed", revoked.Line("revocation").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_list_of_Windows_has_a_byte_order_mark_that_is_no_part_of_the_first_address()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        var list = new ToolConsole { Input = "\uFEFFali@free.fr\r\n\r\nzoe@free.fr\r\n" };

        ToolRun run = await world.OwnerAsync(list, "guest", "add", "/my-events", "-", "--no-mail");

        Assert.Equal((ExitCode.Done, 2), (run.Exit, world.Grants().Length));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named_by_its_number_in_the_file()
    {
        var list = new ToolConsole { Input = $"# volunteers\n\nali@free.fr\n{new string('a', 2_000)}" };

        ToolRun run = await list.RunAsync("guest", "add", "/my-events", "-");

        Assert.Contains("line 4 is too long", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest", "adresse@orange.fr")]
    [InlineData("user", "tresor@monasso.org")]
    public async Task Rights_that_are_empty_are_a_variable_that_is_not_set_and_not_a_share_without_rights(string kind, string who)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync(kind, "add", "/my-events", who, "--rights", "");

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Empty(world.Grants());
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_dry_run_of_a_mail_about_no_share_fails_as_the_mail_does()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun planned = await world.OwnerAsync("guest", "notify", "/my-events", ToolWorld.Guest, "--dry-run", "--json");
        ToolRun done = await world.OwnerAsync("guest", "notify", "/my-events", ToolWorld.Guest);

        Assert.Equal((ExitCode.NeedsEdit, ExitCode.NeedsEdit), (planned.Exit, done.Exit));
        Assert.Equal(7, planned.Line("error").GetProperty("exit").GetInt32());
    }
}

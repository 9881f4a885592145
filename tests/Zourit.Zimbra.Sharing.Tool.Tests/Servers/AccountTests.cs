using System.Text.Json;
using Zourit.Zimbra.Sharing.Tool.Failures;

namespace Zourit.Zimbra.Sharing.Tool.Tests.Servers;

public sealed class AccountTests
{
    [Fact]
    public async Task A_user_is_no_administrator()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.OwnerAsync("account", "list", "--admin", "--admin-server", world.Server.AdminUri.AbsoluteUri);

        Assert.Equal(ExitCode.LoginRefused, run.Exit);
    }

    [Theory]
    [InlineData("inspect"), InlineData("repair"), InlineData("suspend"), InlineData("resume")]
    public async Task Of_a_guest_who_has_not_signed_up_yet_it_is_said_how_they_get_an_account(string command)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();

        ToolRun run = await world.AdminAsync("account", command, ToolWorld.Guest);

        Assert.Equal(ExitCode.NeedsEdit, run.Exit);
        Assert.StartsWith("adresse.orange.fr@monasso.org has no account", run.Error, StringComparison.Ordinal);
        Assert.Contains("zimbra-share guest notify", run.Error, StringComparison.Ordinal);
        Assert.Contains("zimbra-share account create", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guests_account_is_made_with_a_password_that_only_the_file_has()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string file = Path.Combine(Path.GetDirectoryName(world.PasswordFile)!, "new.txt");

        ToolRun noFile = await world.AdminAsync("account", "create", ToolWorld.Guest, "--calendar", "/my-events");
        ToolRun planned = await world.AdminAsync("account", "create", ToolWorld.Guest, "--dry-run");
        Assert.Null(world.Server.GuestOf(ToolWorld.Guest, "monasso.org"));
        ToolRun made = await world.AdminAsync(
            "account",
            "create",
            ToolWorld.Guest,
            "--calendar",
            "/my-events",
            "--passwords-out",
            file,
            "--json"
        );
        ToolRun again = await world.AdminAsync("account", "create", ToolWorld.Guest, "--passwords-out", file);

        Assert.Equal((ExitCode.Usage, ExitCode.Done, ExitCode.Done), (noFile.Exit, planned.Exit, made.Exit));
        string[] written = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim().Split('\t');
        Assert.Equal("adresse.orange.fr@monasso.org", written[0]);
        Assert.Equal(world.Server.GuestOf(ToolWorld.Guest, "monasso.org")!.Password, written[1]);
        Assert.DoesNotContain(written[1], made.Output + made.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, again.Exit);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Rules_for_passwords_that_nobody_can_keep_are_no_bug_of_the_program()
    {
        await using ToolWorld world = await ToolWorld.StartAsync(seed =>
            seed.Cos("defaultExternal", cos => cos.Attribute("zimbraPasswordMinLength", "2000"))
        );
        string[] create = ["account", "create", ToolWorld.Guest, "--lang", "fr", "--passwords-out"];

        ToolRun refused = await world.AdminAsync([.. create, Path.Combine(world.Folder, "new.txt")]);

        Assert.Equal(ExitCode.Refused, refused.Exit);
        Assert.Contains("Aucun mot de passe ne peut suivre les règles du serveur", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_listed_inspected_repaired_suspended_resumed_and_retired()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string folder = Path.GetDirectoryName(world.PasswordFile)!;
        await world.AdminAsync(
            "account",
            "create",
            ToolWorld.Guest,
            "--calendar",
            "/my-events",
            "--passwords-out",
            Path.Combine(folder, "a")
        );

        ToolRun listed = await world.AdminAsync("account", "list", "--json");
        ToolRun inspected = await world.AdminAsync("account", "inspect", ToolWorld.Guest, "--json");
        ToolRun repaired = await world.AdminAsync("account", "repair", ToolWorld.Guest, "--json");
        ToolRun reset = await world.AdminAsync(
            "account",
            "reset-password",
            ToolWorld.Guest,
            "--passwords-out",
            Path.Combine(folder, "b"),
            "--json"
        );
        ToolRun suspended = await world.AdminAsync("account", "suspend", ToolWorld.Guest, "--json");
        ToolRun resumed = await world.AdminAsync("account", "resume", ToolWorld.Guest, "--json");
        ToolRun seen = await world.AdminAsync("account", "retire", ToolWorld.Guest, "--dry-run", "--json");
        ToolRun kept = await world.AdminAsync("account", "retire", ToolWorld.Guest, "--dry-run");
        ToolRun gone = await world.AdminAsync("account", "retire", ToolWorld.Guest, "--dry-run", "--delete-account");
        ToolRun unasked = await world.AdminAsync("account", "retire", ToolWorld.Guest);
        Assert.Single(world.Grants());
        ToolRun retired = await world.AdminAsync("account", "retire", ToolWorld.Guest, "--yes", "--json");

        Assert.Equal("active", listed.Line("account").GetProperty("status").GetString());
        Assert.Equal(ExitCode.Done, inspected.Exit);
        Assert.Equal(ExitCode.Done, repaired.Exit);
        Assert.Equal("adresse.orange.fr@monasso.org", reset.Line("passwordReset").GetProperty("identifier").GetString());
        Assert.Equal("locked", suspended.Line("accountChange").GetProperty("status").GetString());
        Assert.Equal("active", resumed.Line("accountChange").GetProperty("status").GetString());
        Assert.Equal("/my-events", seen.Line("access").GetProperty("calendar").GetString());
        Assert.Contains("adresse.orange.fr@monasso.org would stay", kept.Error, StringComparison.Ordinal);
        Assert.Contains("adresse.orange.fr@monasso.org would be deleted", gone.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, unasked.Exit);
        Assert.True(retired.Line("retirement").GetProperty("complete").GetBoolean());
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    [InlineData("repair")]
    [InlineData("reset-password")]
    public async Task A_dry_run_fails_of_an_account_that_is_not_there_as_the_command_does(string verb)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string[] output = verb == "reset-password" ? ["--passwords-out", Path.Combine(world.Folder, "new.txt")] : [];

        ToolRun planned = await world.AdminAsync(["account", verb, ToolWorld.Guest, "--dry-run", .. output]);
        ToolRun done = await world.AdminAsync(["account", verb, ToolWorld.Guest, .. output]);

        Assert.Equal((ExitCode.NeedsEdit, ExitCode.NeedsEdit), (planned.Exit, done.Exit));
    }

    [Theory]
    [InlineData("suspend", "locked")]
    [InlineData("resume", "active")]
    [InlineData("repair", "active")]
    public async Task A_dry_run_says_whether_the_account_would_be_changed(string verb, string status)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        await MakeAsync(world, "a");
        if (verb == "resume")
        {
            await world.AdminAsync("account", "suspend", ToolWorld.Guest);
        }

        ToolRun before = await world.AdminAsync("account", verb, ToolWorld.Guest, "--dry-run");
        ToolRun done = await world.AdminAsync("account", verb, ToolWorld.Guest, "--json");
        ToolRun after = await world.AdminAsync("account", verb, ToolWorld.Guest, "--dry-run", "--json");

        bool isChanged = done.Lines[^1].GetProperty("outcome").GetString() == "changed";
        Assert.Equal(isChanged, before.Error.Contains("It would be changed; nothing was.", StringComparison.Ordinal));
        Assert.Contains("Nothing would be changed", after.Error, StringComparison.Ordinal);
        Assert.Equal(status, after.Line("account").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_dry_run_of_a_new_account_finds_what_would_refuse_it()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string[] create = ["account", "create", ToolWorld.Guest, "--dry-run"];

        ToolRun missing = await world.AdminAsync([.. create, "--calendar", "/none"]);
        ToolRun mistyped = await world.AdminAsync("account", "create", "marie@gmial.com", "--dry-run", "--calendar", "/my-events");
        ToolRun old = await world.AdminAsync([.. create, "--passwords-out", world.PasswordFile]);
        ToolRun fine = await world.AdminAsync([.. create, "--calendar", "/my-events", "--json"]);

        Assert.Equal((ExitCode.NeedsEdit, ExitCode.NeedsEdit, ExitCode.Usage), (missing.Exit, mistyped.Exit, old.Exit));
        Assert.Equal(ExitCode.Done, fine.Exit);
        Assert.Equal("created", fine.Line("plannedShare").GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, fine.Line("plannedShare").GetProperty("mailTo").ValueKind);
        Assert.Contains("it would be made", fine.Error, StringComparison.Ordinal);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task An_account_that_keeps_its_password_leaves_no_file_with_another_one()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string first = await MakeAsync(world, "first");
        string second = Path.Combine(world.Folder, "second");

        ToolRun again = await world.AdminAsync("account", "create", ToolWorld.Guest, "--calendar", "/kitchen", "--passwords-out", second);

        Assert.Equal(ExitCode.Done, again.Exit);
        Assert.True(File.Exists(first));
        Assert.False(File.Exists(second));
    }

    [Theory]
    [InlineData("create marie@gmial.com --calendar /my-events")]
    [InlineData("create marie@example.com --calendar /none")]
    [InlineData("reset-password marie@example.com")]
    public async Task A_password_of_an_account_that_was_not_made_is_in_no_file(string line)
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string file = Path.Combine(world.Folder, "new.txt");

        ToolRun refused = await world.AdminAsync(["account", .. line.Split(' '), "--passwords-out", file]);

        Assert.Equal(ExitCode.NeedsEdit, refused.Exit);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_password_of_which_it_is_not_known_whether_it_was_taken_stays_in_its_file()
    {
        await using ToolWorld world = await ToolWorld.StartAsync();
        string file = Path.Combine(world.Folder, "new.txt");
        world.Server.Misbehave.On("CreateAccountRequest").FaultAfterEffect("service.FAILURE");

        await world.AdminAsync("account", "create", ToolWorld.Guest, "--calendar", "/my-events", "--passwords-out", file);

        Assert.True(File.Exists(file));
    }

    private static async Task<string> MakeAsync(ToolWorld world, string name)
    {
        string file = Path.Combine(world.Folder, name);
        await world.AdminAsync("account", "create", ToolWorld.Guest, "--calendar", "/my-events", "--passwords-out", file);
        return file;
    }
}

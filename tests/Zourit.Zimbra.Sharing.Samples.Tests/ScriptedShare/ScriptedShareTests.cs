using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ScriptedShare;

public sealed class ScriptedShareTests : IClassFixture<ScriptedShareTests.BuiltScripts>
{
    // Enough to compile a script on a machine that is busy; a script that fails would be waited for in vain.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shell_script_tells_how_it_is_used()
    {
        SampleProcess.Result run = await ShellAsync(["https://mail1.example.net"], password: null);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("usage:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_guests_that_is_not_there_is_named()
    {
        SampleProcess.Result run = await ShellAsync(
            ["https://mail1.example.net", "a@b.example", "/c", "/nowhere/guests.txt"],
            password: "any"
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/nowhere/guests.txt", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_guests_with_the_word_public_in_it_opened_the_calendar_to_everybody()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        string list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, "public\n", Cancel);

        SampleProcess.Result run = await ShellAsync(
            [zimbra.ServerUri.AbsoluteUri, Association.Owner, Association.Events, list],
            Association.Password
        );
        File.Delete(list);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("public: no mail address", run.Errors, StringComparison.Ordinal);
        Assert.Empty(zimbra.GrantsOf(Association.Owner, Association.Events));
    }

    [Fact]
    public async Task Both_share_with_guests_and_with_everybody_and_say_what_failed()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        string server = zimbra.ServerUri.AbsoluteUri;

        SampleProcess.Result missing = await ScriptAsync([server, Association.Owner, Association.Events], Association.Password);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("usage:", missing.Errors, StringComparison.Ordinal);

        SampleProcess.Result noCalendar = await ScriptAsync(
            [server, Association.Owner, "/Evenements", Association.Guest],
            Association.Password
        );
        Assert.Equal(1, noCalendar.ExitCode);
        Assert.Contains("/Evenements", noCalendar.Errors, StringComparison.Ordinal);
        Assert.Empty(zimbra.Outbox.Mails);

        SampleProcess.Result open = await ScriptAsync([server, Association.Owner, Association.Events, "public"], Association.Password);
        Assert.True(open.ExitCode == 0, open.ToString());
        Assert.StartsWith("Created\thttp", open.Output, StringComparison.Ordinal);

        string list = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            list,
            $"# our guests\n{Association.Guest}\n\nreject@orange.fr # whose mail the server refuses\nautre@orange.fr",
            Cancel
        );
        SampleProcess.Result all = await ShellAsync([server, Association.Owner, Association.Events, list], Association.Password);
        File.Delete(list);

        Assert.True(all.ExitCode == 1, all.ToString());
        Assert.Contains("reject@orange.fr", all.Errors, StringComparison.Ordinal);
        string[] lines = all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{Association.Guest}\tCreated\thttp", lines[0], StringComparison.Ordinal);
        Assert.Contains($"\t{Association.Identifier}\tSent", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("autre@orange.fr\tCreated\t", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, zimbra.GrantsOf(Association.Owner, Association.Events).Count);
        Assert.DoesNotContain(Association.Password, all.Output + all.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_looked_after_from_the_first_day_to_the_last()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        async Task<SampleProcess.Result> GuestAsync(string what, string guest = Association.Guest)
        {
            await using SampleProcess process = SampleProcess.StartFile(
                "dotnet",
                [
                    "run",
                    "--no-build",
                    Path.Combine(Folder, "guest.cs"),
                    "--",
                    what,
                    zimbra.ServerUri.AbsoluteUri,
                    zimbra.AdminName,
                    Association.Owner,
                    Association.Events,
                    guest,
                ],
                [.. Environment(zimbra.AdminPassword), ("ZIMBRA_ADMIN_URI", zimbra.AdminUri.AbsoluteUri)]
            );
            SampleProcess.Result result = await process.EndAsync(Cancel);
            Assert.DoesNotContain(zimbra.AdminPassword, result.Output + result.Errors, StringComparison.Ordinal);
            return result;
        }

        Assert.Contains("'destroy'", (await GuestAsync("destroy")).Errors, StringComparison.Ordinal);
        SampleProcess.Result regular = await GuestAsync("create", Association.Owner);
        Assert.True(regular.ExitCode == 1, regular.ToString());
        Assert.Contains($"NoGuestAccount\t", (await GuestAsync("why")).Output, StringComparison.Ordinal);
        SampleProcess.Result created = await GuestAsync("create");
        Assert.True(created.ExitCode == 0, created.ToString());
        Assert.StartsWith($"Created\t{Association.Identifier}\t", created.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            $"Unchanged\t{Association.Identifier}\t(the guest's own",
            (await GuestAsync("create")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\tLocked", (await GuestAsync("suspend")).Output, StringComparison.Ordinal);
        Assert.Contains("GuestAccountLocked\t", (await GuestAsync("why")).Output, StringComparison.Ordinal);
        Assert.Contains("\tActive", (await GuestAsync("resume")).Output, StringComparison.Ordinal);
        Assert.Contains("\t0 problems left", (await GuestAsync("repair")).Output, StringComparison.Ordinal);
        Assert.StartsWith(
            $"Removed\t{Association.Owner}{Association.Events}",
            (await GuestAsync("retire")).Output,
            StringComparison.Ordinal
        );
        Assert.Empty(zimbra.GrantsOf(Association.Owner, Association.Events));
    }

    [Fact]
    public async Task A_script_that_is_interrupted_while_it_shares_says_what_the_server_holds()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        zimbra.Misbehave.On("SendShareNotificationRequest").Call(1).StallBody();

        SampleProcess.Result result = await InterruptedAsync(
            zimbra,
            "dotnet",
            [
                "run",
                "--no-build",
                Path.Combine(Folder, "share.cs"),
                "--",
                zimbra.ServerUri.AbsoluteUri,
                Association.Owner,
                Association.Events,
                Association.Guest,
            ],
            Environment(Association.Password)
        );

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains(
            $"'{Association.Events}' is shared with {Association.Guest}, and the mail about it is in the Sent folder",
            result.Errors,
            StringComparison.Ordinal
        );
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_script_that_is_interrupted_while_it_makes_a_guest_says_whether_the_account_exists()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        zimbra.Misbehave.On("CreateAccountRequest").Call(1).StallBody();

        SampleProcess.Result result = await InterruptedAsync(
            zimbra,
            "dotnet",
            [
                "run",
                "--no-build",
                Path.Combine(Folder, "guest.cs"),
                "--",
                "create",
                zimbra.ServerUri.AbsoluteUri,
                zimbra.AdminName,
                Association.Owner,
                Association.Events,
                Association.Guest,
            ],
            [.. Environment(zimbra.AdminPassword), ("ZIMBRA_ADMIN_URI", zimbra.AdminUri.AbsoluteUri)]
        );

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains($"The account {Association.Identifier} exists", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_list_that_is_interrupted_says_how_far_it_came()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh on this machine.");
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);

        // The first guest's is the first.
        zimbra.Misbehave.On("FolderActionRequest").Call(2).StallBody();
        string list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, [Association.Guest, "autre@orange.fr", "dernier@orange.fr"], Cancel);

        SampleProcess.Result result = await InterruptedAsync(
            zimbra,
            "/bin/sh",
            [Path.Combine(Folder, "share-all.sh"), zimbra.ServerUri.AbsoluteUri, Association.Owner, Association.Events, list],
            Environment(Association.Password)
        );
        File.Delete(list);

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("Stopped at autre@orange.fr: 1 guests done, 0 failed.", result.Errors, StringComparison.Ordinal);
        Assert.Contains($"'{Association.Events}' is shared with autre@orange.fr", result.Errors, StringComparison.Ordinal);
        Assert.StartsWith($"{Association.Guest}\tCreated\t", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(zimbra.GrantsOf(Association.Owner, Association.Events), grant => grant.GranteeId == "dernier@orange.fr");
    }

    /// <summary>Presses Ctrl-C once a request has met its rule: a terminal sends that to all processes of the command.</summary>
    private static async Task<SampleProcess.Result> InterruptedAsync(
        FakeZimbra zimbra,
        string file,
        string[] arguments,
        (string Name, string? Value)[] environment
    )
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setsid"), "There is no setsid on this machine, to put processes into a group.");

        // Whoever started the tests in the background has the signal ignored, which processes inherit.
        await using SampleProcess process = SampleProcess.StartFile(
            "env",
            ["--default-signal=INT", "setsid", file, .. arguments],
            environment
        );
        Task<SampleProcess.Result> end = process.EndAsync(Cancel);
        Task injected = zimbra.Misbehave.WhenInjectedAsync(1, Cancel);
        Assert.True(
            await Task.WhenAny(injected, end).WaitAsync(Patience, Cancel) == injected,
            $"It ended before it met the rule: {(end.IsCompleted ? await end : null)}"
        );
        await Unix.InterruptAsync(-process.Id, Cancel);
        return await end.WaitAsync(Patience, Cancel);
    }

    private static string Folder => Path.Combine(BuiltSample.Folder, "ScriptedShare");

    // No build server stays behind, holding the output open.
    private static (string Name, string? Value)[] Environment(string? password) =>
        [("ZIMBRA_PASSWORD", password), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false")];

    private static async Task<SampleProcess.Result> ScriptAsync(string[] arguments, string password)
    {
        await using SampleProcess process = SampleProcess.StartFile(
            "dotnet",
            ["run", "--no-build", Path.Combine(Folder, "share.cs"), "--", .. arguments],
            Environment(password)
        );
        return await process.EndAsync(Cancel);
    }

    private static async Task<SampleProcess.Result> ShellAsync(string[] arguments, string? password)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh on this machine.");
        await using SampleProcess process = SampleProcess.StartFile(
            "/bin/sh",
            [Path.Combine(Folder, "share-all.sh"), .. arguments],
            Environment(password)
        );
        return await process.EndAsync(Cancel);
    }

    /// <summary>The C# scripts, compiled as their first run would.</summary>
    public sealed class BuiltScripts : IAsyncLifetime
    {
        public async ValueTask InitializeAsync()
        {
            foreach (string script in new[] { "share.cs", "guest.cs" })
            {
                await using SampleProcess process = SampleProcess.StartFile(
                    "dotnet",
                    ["build", Path.Combine(Folder, script), "--verbosity", "quiet"],
                    Environment(password: null)
                );
                SampleProcess.Result built = await process.EndAsync(Cancel);
                Assert.True(built.ExitCode == 0, built.ToString());
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

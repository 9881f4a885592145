using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Samples.Tests.ScriptedShare;

public sealed class ScriptedShareTests
{
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

    // One test for all runs: the script is compiled once, and not twice at a time.
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

    // One test for all runs here, too.
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

    private static string Folder => Path.Combine(BuiltSample.Folder, "ScriptedShare");

    // No build server stays behind, holding the output open.
    private static (string Name, string? Value)[] Environment(string? password) =>
        [("ZIMBRA_PASSWORD", password), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false")];

    private static async Task<SampleProcess.Result> ScriptAsync(string[] arguments, string password)
    {
        await using SampleProcess process = SampleProcess.StartFile(
            "dotnet",
            ["run", Path.Combine(Folder, "share.cs"), "--", .. arguments],
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
}

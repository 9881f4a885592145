using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Testing;

namespace Zourit.Zimbra.Sharing.Samples.Tests;

/// <summary>Ctrl-C in the middle of the work: what was done is said, and the exit code is 130.</summary>
public sealed class InterruptTests
{
    // Enough to compile a script on a machine that is busy; a script that fails would be waited for in vain.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_that_is_interrupted_says_what_it_changed()
    {
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        zimbra.Misbehave.On("FolderActionRequest").Call(2).StallBody();
        await using SampleProcess story = SampleProcess.Start(
            BuiltSample.Assembly("QuickStart"),
            [
                "--server",
                zimbra.ServerUri.AbsoluteUri,
                "--user",
                Association.Owner,
                "--calendar",
                Association.Events,
                "--guest",
                Association.Guest,
            ],
            ("ZIMBRA_PASSWORD", Association.Password)
        );
        await zimbra.Misbehave.WhenInjectedAsync(1, Cancel).WaitAsync(Patience, Cancel);

        await Unix.InterruptAsync(story.Id, Cancel);
        SampleProcess.Result result = await story.EndAsync(Cancel);

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains($"'{Association.Events}' is shared with {Association.Guest}", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("public", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fake_server_that_is_interrupted_says_how_much_it_served()
    {
        await using SampleProcess server = SampleProcess.Start(BuiltSample.Assembly("FakeZimbra", "FakeZimbraServer"), []);
        await server.Output.ReadLineAsync(Cancel);

        await Unix.InterruptAsync(server.Id, Cancel);
        SampleProcess.Result result = await server.EndAsync(Cancel);

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("after 0 requests", result.Errors, StringComparison.Ordinal);
    }

    // All scripts in one test, so that none is compiled twice at a time.
    [Fact]
    public async Task Scripts_that_are_interrupted_say_what_the_server_holds()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setsid"), "There is no setsid on this machine.");
        await using FakeZimbra zimbra = await Association.StartAsync(Cancel);
        string folder = Path.Combine(BuiltSample.Folder, "ScriptedShare");
        string[] share = [zimbra.ServerUri.AbsoluteUri, Association.Owner, Association.Events];

        zimbra.Misbehave.On("FolderActionRequest").Call(1).StallBody();
        SampleProcess.Result one = await InterruptedAsync(
            ["dotnet", "run", Path.Combine(folder, "share.cs"), "--", .. share, Association.Guest],
            Association.Password,
            injected: 1
        );
        Assert.True(one.ExitCode == 130, one.ToString());
        Assert.Contains($"is shared with {Association.Guest}", one.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be read", one.Errors, StringComparison.Ordinal);

        string list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, "un@orange.fr\ndeux@orange.fr\ntrois@orange.fr\n", Cancel);
        zimbra.Misbehave.On("FolderActionRequest").Call(3).StallBody();
        SampleProcess.Result many = await InterruptedAsync(
            ["/bin/sh", Path.Combine(folder, "share-all.sh"), .. share, list],
            Association.Password,
            injected: 2
        );
        File.Delete(list);
        Assert.True(many.ExitCode == 130, many.ToString());
        Assert.Contains("Stopped at deux@orange.fr: 1 guests done, 0 failed", many.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("trois", many.Output + many.Errors, StringComparison.Ordinal);

        zimbra.Misbehave.On("CreateAccountRequest").Call(1).StallBody();
        SampleProcess.Result guest = await InterruptedAsync(
            [
                "dotnet",
                "run",
                Path.Combine(folder, "guest.cs"),
                "--",
                "create",
                zimbra.ServerUri.AbsoluteUri,
                zimbra.AdminName,
                Association.Owner,
                Association.Events,
                "quatre@orange.fr",
            ],
            zimbra.AdminPassword,
            injected: 3,
            ("ZIMBRA_ADMIN_URI", zimbra.AdminUri.AbsoluteUri)
        );
        Assert.True(guest.ExitCode == 130, guest.ToString());
        Assert.Contains("The account quatre.orange.fr@monasso.org exists", guest.Errors, StringComparison.Ordinal);

        // As at a terminal, all processes of the command get the signal: it is a group of its own.
        async Task<SampleProcess.Result> InterruptedAsync(
            string[] command,
            string password,
            int injected,
            params (string Name, string? Value)[] environment
        )
        {
            await using SampleProcess process = SampleProcess.StartFile(
                "setsid",
                command,
                [("ZIMBRA_PASSWORD", password), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), .. environment]
            );
            await zimbra.Misbehave.WhenInjectedAsync(injected, Cancel).WaitAsync(Patience, Cancel);
            await Unix.InterruptAsync(-process.Id, Cancel);
            return await process.EndAsync(Cancel);
        }
    }
}

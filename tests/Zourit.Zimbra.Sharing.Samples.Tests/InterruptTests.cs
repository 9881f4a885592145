using Zourit.Zimbra.Sharing.Samples.Tests.Processes;
using Zourit.Zimbra.Sharing.Samples.Tests.WebApp;
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
    public async Task A_question_and_a_share_that_is_there_are_no_changes_in_the_account_of_a_page_that_is_stopped()
    {
        await using Site site = await Site.StartAsync(Cancel, board => board.ShareWithGuest(Association.Guest, "r").SharePublicly("r"));
        string calendar = $"/calendars/{site.Zimbra.FolderOf(Association.Owner, Association.Board)!.Id}";
        await site.PostAsync($"{calendar}/revoke", ("only", Association.Guest));
        await site.PostAsync($"{calendar}/guests", ("guest", Association.Guest), ("permissions", "r"));
        await site.PostAsync($"{calendar}/guests", ("guest", "nobody"), ("permissions", "r"));
        await site.PostAsync($"{calendar}/revoke", ("grantee", Association.Guest), ("grantee", ""), ("confirmed", "yes"));

        SampleProcess.Result result = await site.InterruptAsync(Cancel);

        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("2 made, 1 failed.", result.Errors, StringComparison.Ordinal);
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
}

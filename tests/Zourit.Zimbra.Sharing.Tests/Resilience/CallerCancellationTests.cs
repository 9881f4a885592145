using Zourit.Zimbra.Sharing.Resilience;

namespace Zourit.Zimbra.Sharing.Tests.Resilience;

/// <summary>
/// Work that ran under a token linked to the caller's ends with the caller's own when they gave up, and with its own else.
/// </summary>
public sealed class CallerCancellationTests : IDisposable
{
    private readonly CancellationTokenSource _caller = new();
    private readonly CancellationTokenSource _work = new();

    [Fact]
    public async Task Work_that_went_well_gives_its_result() =>
        Assert.Equal("done", await Task.FromResult("done").ForCallerAsync(_caller.Token));

    [Fact]
    public async Task Work_that_ended_because_the_caller_gave_up_carries_their_token_and_says_what_it_said()
    {
        await _caller.CancelAsync();
        await _work.CancelAsync();
        var said = new OperationCanceledException("FolderActionRequest was cancelled.", _work.Token);

        OperationCanceledException e = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            Task.FromException<string>(said).ForCallerAsync(_caller.Token)
        );

        Assert.Equal(_caller.Token, e.CancellationToken);
        Assert.Equal("FolderActionRequest was cancelled.", e.Message);
        Assert.Same(said, e.InnerException);
    }

    [Fact]
    public async Task What_carries_the_callers_token_already_passes_as_it_is()
    {
        await _caller.CancelAsync();
        var said = new OperationCanceledException("FolderActionRequest was cancelled.", _caller.Token);

        Assert.Same(
            said,
            await Assert.ThrowsAsync<OperationCanceledException>(() => Task.FromException<string>(said).ForCallerAsync(_caller.Token))
        );
    }

    [Fact]
    public async Task Work_that_ended_by_itself_is_not_called_the_callers_doing()
    {
        await _work.CancelAsync();
        var said = new OperationCanceledException("The run was ended.", _work.Token);

        Assert.Same(
            said,
            await Assert.ThrowsAsync<OperationCanceledException>(() => Task.FromException<string>(said).ForCallerAsync(_caller.Token))
        );
    }

    [Fact]
    public async Task A_caller_who_turns_away_does_not_wait_for_the_end_of_the_work()
    {
        var unfinished = new TaskCompletionSource<string>();

        Task<string> call = unfinished.Task.ForCallerAsync(_caller.Token);
        await _caller.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(_caller.Token, e.CancellationToken);
    }

    public void Dispose()
    {
        _caller.Dispose();
        _work.Dispose();
    }
}

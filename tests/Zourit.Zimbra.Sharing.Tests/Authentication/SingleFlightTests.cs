using Zourit.Zimbra.Sharing.Authentication;

namespace Zourit.Zimbra.Sharing.Tests.Authentication;

/// <summary>Who shares one run of the work, and who starts another.</summary>
public sealed class SingleFlightTests
{
    private readonly TaskCompletionSource[] _begun = [new(), new(), new(), new()];
    private readonly TaskCompletionSource<string>[] _ends = [new(), new(), new(), new()];
    private readonly CancellationToken[] _tokens = new CancellationToken[4];
    private readonly SingleFlight<string> _flight;
    private int _runs;

    public SingleFlightTests() =>
        _flight = new(token =>
        {
            int run = Interlocked.Increment(ref _runs);
            _tokens[run] = token;
            _begun[run].SetResult();
            return _ends[run].Task;
        });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_who_come_while_the_work_runs_share_it()
    {
        Task<string>[] calls = [.. Enumerable.Range(0, 5).Select(_ => _flight.RunAsync(Token))];
        await EndAsync(1);

        Assert.All(await Task.WhenAll(calls), result => Assert.Equal("run 1", result));
        Assert.Equal(1, _runs);
        Assert.False(_tokens[1].IsCancellationRequested);
    }

    [Fact]
    public async Task Who_comes_when_it_is_over_starts_it_anew_also_after_a_failure()
    {
        Task<string> first = _flight.RunAsync(Token);
        await _begun[1].Task.WaitAsync(Token);
        _ends[1].SetException(new FormatException("no"));
        await Assert.ThrowsAsync<FormatException>(() => first);

        Task<string> second = _flight.RunAsync(Token);
        await EndAsync(2);

        Assert.Equal("run 2", await second);
    }

    [Fact]
    public async Task Who_gave_up_beforehand_starts_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _flight.RunAsync(new CancellationToken(canceled: true)));

        Task<string> other = _flight.RunAsync(Token);
        await EndAsync(1);
        Assert.Equal("run 1", await other);
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task The_work_ends_when_the_last_one_has_given_up_and_not_before()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        Task<string> one = _flight.RunAsync(first.Token);
        Task<string> two = _flight.RunAsync(second.Token);
        await _begun[1].Task.WaitAsync(Token);

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(_tokens[1].IsCancellationRequested);

        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        Assert.True(_tokens[1].IsCancellationRequested);
    }

    [Fact]
    public async Task Nobody_is_given_the_work_that_all_others_left()
    {
        using var cancellation = new CancellationTokenSource();
        Task<string> left = _flight.RunAsync(cancellation.Token);
        await _begun[1].Task.WaitAsync(Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        Task<string> next = _flight.RunAsync(Token);
        await EndAsync(2);

        Assert.Equal("run 2", await next);
    }

    [Fact]
    public async Task Work_that_is_over_is_given_to_nobody_new_and_who_fetches_its_result_late_leaves_the_next_run_alone()
    {
        Task<string> first = _flight.RunAsync(Token);
        Task<string> late = _flight.RunAsync(Token);

        // Runs when the first one has their result and the late one has not: a finished task serves who waits for it one after the other.
        Task<string> next = first
            .ContinueWith(_ => _flight.RunAsync(Token), Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
            .Unwrap();
        await EndAsync(1);
        Assert.Equal("run 1", await late);
        await _begun[2].Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);

        Task<string> joining = _flight.RunAsync(Token);
        _ends[3].SetResult("run 3");
        await EndAsync(2);

        Assert.Equal("run 2", await next);
        Assert.Equal("run 2", await joining);
    }

    private async Task EndAsync(int run)
    {
        await _begun[run].Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);

        // On a thread without a context of the test runner, whose continuations would be sent elsewhere.
        await Task.Run(() => _ends[run].SetResult($"run {run}"), Token);
    }
}

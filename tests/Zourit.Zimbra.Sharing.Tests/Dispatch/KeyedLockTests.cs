using Zourit.Zimbra.Sharing.Dispatch;

namespace Zourit.Zimbra.Sharing.Tests.Dispatch;

/// <summary>What must not be done twice at once is done by one after the other, and nobody who gives up keeps others waiting.</summary>
public sealed class KeyedLockTests
{
    private readonly KeyedLock _turns = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_second_waits_for_the_end_of_the_first_and_others_pass_by()
    {
        IDisposable first = await TakeAsync("256 paul@monasso.org");
        Task<IDisposable> second = TakeAsync("256 PAUL@monasso.org");
        using IDisposable other = await TakeAsync("257 paul@monasso.org");
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await InTimeAsync(second)).Dispose();
    }

    [Theory]
    [InlineData("autre@monasso.org", "256", "paul@monasso.org")]
    [InlineData("owner@monasso.org", "257", "paul@monasso.org")]
    [InlineData("owner@monasso.org", "256", "")]
    public void Another_owner_folder_or_grantee_is_another_key(string owner, string folder, string grantee) =>
        Assert.NotEqual(KeyedLock.KeyOf("owner@monasso.org", "256", "paul@monasso.org"), KeyedLock.KeyOf(owner, folder, grantee));

    [Fact]
    public async Task The_same_key_twice_is_one_turn()
    {
        using IDisposable turn = await InTimeAsync(TakeAsync("a", "A", "a"));

        Assert.False(TakeAsync("a").IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_for_one_key_gives_back_the_others()
    {
        using IDisposable held = await TakeAsync("b");
        using var impatient = new CancellationTokenSource();
        Task<IDisposable> waiting = _turns.TakeAsync(["a", "b"], impatient.Token).AsTask();
        Task<IDisposable> behind = TakeAsync("a");
        Assert.False(behind.IsCompleted);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        (await InTimeAsync(behind)).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_lets_nobody_in_before_the_turn_is_over()
    {
        IDisposable held = await TakeAsync("a");
        using var impatient = new CancellationTokenSource();
        Task<IDisposable> waiting = _turns.TakeAsync(["a"], impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Task<IDisposable> next = TakeAsync("a");
        Assert.False(next.IsCompleted);
        held.Dispose();

        (await InTimeAsync(next)).Dispose();
    }

    [Fact]
    public async Task A_turn_that_is_ended_twice_ends_nobody_elses()
    {
        IDisposable first = await TakeAsync("a");
        first.Dispose();
        using IDisposable second = await InTimeAsync(TakeAsync("a"));
        first.Dispose();

        Assert.False(TakeAsync("a").IsCompleted);
    }

    [Fact]
    public async Task Many_who_want_the_same_keys_in_any_order_all_come_to_their_turn()
    {
        int inside = 0;
        await InTimeAsync(
            Task.WhenAll(
                Enumerable
                    .Range(0, 40)
                    .Select(i =>
                        Task.Run(
                            async () =>
                            {
                                using IDisposable turn = await TakeAsync(i % 2 == 0 ? ["a", "b", "c"] : ["c", "a"]);
                                Assert.Equal(1, Interlocked.Increment(ref inside));
                                await Task.Yield();
                                Interlocked.Decrement(ref inside);
                                return turn;
                            },
                            Token
                        )
                    )
            )
        );
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Of_people_whose_turn_is_over_nothing_is_kept(bool givesUp)
    {
        using var impatient = new CancellationTokenSource();
        IDisposable first = await TakeAsync("key");
        Task<IDisposable> second = _turns.TakeAsync(["key"], impatient.Token).AsTask();
        if (givesUp)
        {
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }

        Assert.Equal(1, _turns.Count);
        first.Dispose();
        if (!givesUp)
        {
            (await InTimeAsync(second)).Dispose();
        }

        Assert.Equal(0, _turns.Count);
    }

    private Task<IDisposable> TakeAsync(params string[] keys) => _turns.TakeAsync(keys, Token).AsTask();

    private static Task<T> InTimeAsync<T>(Task<T> turn) => turn.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);
}

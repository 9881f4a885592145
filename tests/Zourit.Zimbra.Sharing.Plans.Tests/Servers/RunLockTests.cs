using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Plans.Applying;

namespace Zourit.Zimbra.Sharing.Plans.Tests.Servers;

public sealed class RunLockTests
{
    [Fact]
    public async Task Of_two_runs_at_once_one_gets_the_lock_and_the_other_hears_whose_it_is()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();

        RunLock[] locks = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => RunLock.TakeAsync(world.Admin, new() { Run = $"run-{i}" }, Files.Token))
        );

        RunLock held = Assert.Single(locks, each => each.IsHeld);
        Assert.All(locks, each => Assert.Equal(held.Run, each.Run));
        await held.DisposeAsync();
        await using RunLock next = await RunLock.TakeAsync(world.Admin, null, Files.Token);
        Assert.True(next.IsHeld);
    }

    [Fact]
    public async Task What_was_given_back_leaves_nothing_in_the_mailbox()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        await using (await RunLock.TakeAsync(world.Admin, null, Files.Token))
        {
            await using RunLock other = await RunLock.TakeAsync(world.Admin, null, Files.Token);
            Assert.False(other.IsHeld);
            Assert.Single(await LocksAsync(world));
        }

        Assert.Empty(await LocksAsync(world));
    }

    [Fact]
    public async Task Shards_of_one_run_hold_it_together_until_the_last_is_done()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        RunLockOptions nightly = new() { Run = "pipeline-17" };
        RunLock first = await RunLock.TakeAsync(world.Admin, nightly, Files.Token);
        RunLock second = await RunLock.TakeAsync(world.Admin, nightly, Files.Token);

        await first.DisposeAsync();
        await using RunLock other = await RunLock.TakeAsync(world.Admin, null, Files.Token);
        await second.DisposeAsync();
        await using RunLock next = await RunLock.TakeAsync(world.Admin, null, Files.Token);

        Assert.Equal((true, true, false, true), (first.IsHeld, second.IsHeld, other.IsHeld, next.IsHeld));
        Assert.Equal("pipeline-17", other.Run);
    }

    [Fact]
    public async Task A_run_that_was_killed_loses_the_lock_at_its_deadline()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        RunLockOptions options = new() { TimeProvider = clock, Deadline = TimeSpan.FromHours(1) };
        RunLock killed = await RunLock.TakeAsync(world.Admin, options, Files.Token);

        RunLock early = await RunLock.TakeAsync(world.Admin, options, Files.Token);
        clock.Advance(TimeSpan.FromHours(1));
        RunLock[] late = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunLock.TakeAsync(world.Admin, options, Files.Token)));

        Assert.Equal((false, killed.Deadline), (early.IsHeld, early.Deadline));
        Assert.Single(late, each => each.IsHeld);
    }

    [Fact]
    public async Task Replies_that_are_lost_neither_lose_nor_double_the_lock()
    {
        await using PlanWorld world = await PlanWorld.StartAsync();
        world.Server.Misbehave.On("CreateFolderRequest").Calls(1, 2).ResetAfterEffect();
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetAfterEffect();

        await using (RunLock held = await RunLock.TakeAsync(world.Admin, null, Files.Token))
        {
            Assert.True(held.IsHeld);
        }

        Assert.Empty(await LocksAsync(world));
        world.Server.Misbehave.AssertAllInjected();
    }

    [Theory]
    [InlineData(""), InlineData("two words"), InlineData("a/b")]
    public void A_run_whose_name_no_folder_could_carry_is_refused(string run) =>
        Assert.ThrowsAny<ArgumentException>(() => new RunLockOptions { Run = run });

    private static async Task<Folder[]> LocksAsync(PlanWorld world) =>
        [
            .. (await world.Admin.SendAsync(new GetFolderRequest(), Files.Token)).Folder.Children.Where(folder =>
                folder.Name?.StartsWith("Plan lock", StringComparison.Ordinal) == true
            ),
        ];
}

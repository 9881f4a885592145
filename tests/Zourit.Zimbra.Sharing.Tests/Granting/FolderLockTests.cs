using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Granting;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Granting;

/// <summary>Whoever changes a share keeps others from changing it, however they name the grantee.</summary>
public sealed class FolderLockTests
{
    private const string Alias = "president@monasso.org";
    private const string Account = "paul@monasso.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_list_and_a_call_that_name_an_account_in_two_ways_knew_nothing_of_each_other(bool isFirstForOne, bool isSecondForOne)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var first = new FolderLock(world.Client.Dispatcher, FolderReference.Parse(Events));
        using var second = new FolderLock(world.Client.Dispatcher, FolderReference.Parse(Events));
        await second.ReadAsync(Cancel);
        (await first.TakeAsync([Alias], isFirstForOne, Cancel)).Dispose();
        world.Server.Journal.Clear();

        (await second.TakeAsync([Account], isSecondForOne, Cancel)).Dispose();

        Assert.Single(world.Server.Journal.Entries, entry => entry.Operations.Contains("GetFolderRequest"));
    }

    [Fact]
    public async Task What_others_do_with_other_shares_costs_no_reading()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var first = new FolderLock(world.Client.Dispatcher, FolderReference.Parse(Events));
        using var second = new FolderLock(world.Client.Dispatcher, FolderReference.Parse(Events));
        await second.ReadAsync(Cancel);
        (await first.TakeAsync([Guest], isForOne: false, Cancel)).Dispose();
        world.Server.Journal.Clear();

        (await second.TakeAsync([Account], isForOne: false, Cancel)).Dispose();

        Assert.DoesNotContain(world.Server.Journal.Entries, entry => entry.Operations.Contains("GetFolderRequest"));
    }
}

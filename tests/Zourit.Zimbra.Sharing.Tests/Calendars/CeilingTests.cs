using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// To move the ceiling of an ACL its whole list is written anew: what others change at the same moment is neither lost nor undone, or that
/// is said.
/// </summary>
public sealed class CeilingTests
{
    private const string Update = "op=\"update\"";
    private const string Gone = "parti@orange.fr";
    private const string New = "venu@orange.fr";
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_reply_hides_what_others_changed_and_that_is_told()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world));
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RenewAsync(world));

        Assert.Contains("ListSharesAsync", e.Message, StringComparison.Ordinal);
        Assert.Equal(1, world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("FolderActionRequest")));
    }

    [Fact]
    public async Task A_lost_request_is_sent_again_with_what_others_changed_meanwhile()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world));
        world.Server.Misbehave.On("FolderActionRequest").Call(1).Fault("service.FAILURE");
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal([SharingWorld.Guest, New], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task A_request_that_may_arrive_late_is_not_sent_again()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RenewAsync(world));

        Assert.Equal(1, world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("FolderActionRequest")));
    }

    [Fact]
    public async Task What_others_changed_is_done_again_though_the_list_could_not_be_read_back()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world));
        world.Server.Misbehave.On("GetFolderRequest").Call(4).Fault("mail.MAINTENANCE");

        RenewedShare share = await RenewAsync(world);

        Assert.Equal(Start.AddDays(50), share.Expiry);
        Assert.Equal([SharingWorld.Guest, New], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task Where_what_others_changed_cannot_be_done_again_that_is_told()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world));
        world.Server.Misbehave.On("FolderActionRequest").FromCall(2).Fault("service.PERM_DENIED");

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RenewAsync(world));

        Assert.Contains("was renewed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_before_is_not_written()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        world.Server.Misbehave.On("GetFolderRequest").Call(3).Fault("mail.MAINTENANCE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => RenewAsync(world));

        Assert.True(e.IsOutcomeKnown);
        Assert.All(world.Grants(), grant => Assert.Equal(0, grant.Expiry));
    }

    [Fact]
    public async Task A_share_that_somebody_revokes_at_the_same_moment_is_not_brought_back_and_not_told_as_renewed()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world, list => list.RemoveAll(grant => grant.GranteeId == SharingWorld.Guest)));

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => RenewAsync(world));

        Assert.Contains("revoked by somebody else", e.Message, StringComparison.Ordinal);
        Assert.Equal(Gone, Assert.Single(world.Grants()).GranteeId);
    }

    [Fact]
    public async Task New_rights_that_somebody_gives_at_the_same_moment_stay_with_the_new_end()
    {
        using var others = new Interference();
        await using SharingWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world, list => list.Find(grant => grant.GranteeId == SharingWorld.Guest)!.Rights = "rwidx"));

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((Permissions.Manager, Start.AddDays(50)), (share.Permissions, share.Expiry));
    }

    private static async Task<SharingWorld> StartAsync(Interference others)
    {
        var time = new FakeTimeProvider(Start);
        SharingWorld world = await SharingWorld.StartAmidAsync(others, options => options.TimeProvider = time, time);
        world.Server.Change(directory => directory.FindAccount(SharingWorld.Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, Gone, new() { Notify = false }, Cancel);
        time.Advance(TimeSpan.FromDays(25));
        await world.Client.Calendars.ListSharesAsync(SharingWorld.Events, Cancel).ToListAsync(Cancel);
        world.Server.Journal.Clear();
        return world;
    }

    private static Task<RenewedShare> RenewAsync(SharingWorld world) =>
        world.Client.Calendars.RenewAsync(SharingWorld.Events, SharingWorld.Guest, Start.AddDays(50), Cancel);

    private static void Change(SharingWorld world) => Change(world, list =>
        {
            list.RemoveAll(grant => grant.GranteeId == Gone);
            list.Add(new AccessGrant(New, "guest", "r"));
        });

    private static void Change(SharingWorld world, Action<List<AccessGrant>> change) =>
        world.Server.Change(_ => change(world.Folder(SharingWorld.Events).Acl!.Grants));
}

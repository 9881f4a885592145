using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// To move the ceiling of an ACL its whole list is written anew: what others change at the same moment is neither lost nor undone, since
/// the server refuses a list that was read before, and the call starts again.
/// </summary>
public sealed class CeilingTests
{
    private const string Update = "op=\"update\"";
    private const string Gone = "parti@orange.fr";
    private const string New = "venu@orange.fr";
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_others_change_between_reading_and_writing_is_neither_lost_nor_undone()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world));

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal([Guest, New], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task What_others_change_between_the_requests_of_the_batch_is_neither_lost_nor_undone()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world
            .Server.Misbehave.On("BatchRequest")
            .Call(2)
            .BetweenItems(_ =>
            {
                Change(world);
                return Task.CompletedTask;
            });

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal([Guest, New], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task A_list_that_was_written_though_its_reply_was_lost_is_found()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).CutReply();

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal(1, Writes(world));
    }

    [Fact]
    public async Task A_lost_request_is_sent_again_with_what_others_changed_meanwhile()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before(Update, () => Change(world));
        world.Server.Misbehave.On("FolderActionRequest").Call(2).ResetBeforeEffect();

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal([Guest, New], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task A_list_that_arrives_late_is_refused_and_undoes_nothing()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, TimeSpan.FromDays(1));

        RenewedShare share = await RenewAsync(world);
        Change(world);
        await world.Server.Misbehave.FinishLateAsync();

        Assert.Equal(Start.AddDays(50), share.Expiry);
        Assert.Equal([Guest, New], world.Grants().Select(grant => grant.GranteeId));
    }

    [Fact]
    public async Task A_folder_that_is_changed_each_time_is_given_up_with_a_conflict()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        for (int i = 0; i < 15; i++)
        {
            others.Before(Update, () => Change(world));
        }

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() => RenewAsync(world));

        Assert.Contains("nothing was changed", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Grants().Single(grant => grant.GranteeId == Guest).Expiry);
    }

    [Fact]
    public async Task A_share_that_somebody_revokes_at_the_same_moment_is_not_brought_back_and_not_reported_as_renewed()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before(Update, () => world.ChangeGrants(Events, list => list.RemoveAll(grant => grant.GranteeId == Guest)));

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() => RenewAsync(world));

        Assert.Contains("revoked by somebody else", e.Message, StringComparison.Ordinal);
        Assert.Equal(Gone, Assert.Single(world.Grants()).GranteeId);
    }

    [Fact]
    public async Task New_rights_that_somebody_gives_at_the_same_moment_stay_with_the_new_end()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before(Update, () => world.ChangeGrants(Events, list => list.Find(grant => grant.GranteeId == Guest)!.Rights = "rwidx"));

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((Permissions.Manager, Start.AddDays(50)), (share.Permissions, share.Expiry));
    }

    private static async Task<AssociationWorld> StartAsync(Interference others)
    {
        var time = new FakeTimeProvider(Start);
        AssociationWorld world = await new Association()
            .Amid(others)
            .Using(options => options.TimeProvider = time)
            .On(new() { TimeProvider = time })
            .StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "30d");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.ShareWithGuestAsync(Events, Gone, new() { Notify = false }, Cancel);
        time.Advance(TimeSpan.FromDays(25));
        await world.Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).ToListAsync(Cancel);
        world.Server.Journal.Clear();
        return world;
    }

    private static Task<RenewedShare> RenewAsync(AssociationWorld world) =>
        world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(50), Cancel);

    private static void Change(AssociationWorld world) => world.ChangeGrants(Events, list =>
        {
            list.RemoveAll(grant => grant.GranteeId == Gone || grant.GranteeId == New);
            list.Add(new AccessGrant(New, "guest", "r"));
        });

    private static int Writes(AssociationWorld world) =>
        world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("FolderActionRequest"));
}

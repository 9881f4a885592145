using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
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
    public async Task A_share_could_not_be_without_end_though_the_policy_that_set_its_ceiling_was_gone()
    {
        await using AssociationWorld world = await LimitedAsync(("zimbraExternalShareLifetime", "10d"));
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.ShareWithGuestAsync(Events, New, new() { Notify = false }, Cancel);
        DateTimeOffset? former = (await world.Client.Calendars.FindShareAsync(Events, New, Cancel))?.EffectiveExpiry;
        ZimbraClient owner = Limit(world, ("zimbraExternalShareLifetime", "0"));

        ShareChanges plan = await owner.Calendars.PlanRenewalAsync(Events, Guest, ShareExpiry.Never, Cancel);
        RenewedShare share = await owner.Calendars.RenewAsync(Events, Guest, ShareExpiry.Never, Cancel);

        Assert.Equal((ShareOutcome.Changed, null), (plan.Outcome, plan.Expiry));
        Assert.Equal((ShareOutcome.Changed, null), (share.Outcome, share.EffectiveExpiry));
        Assert.Equal(former, (await owner.Calendars.FindShareAsync(Events, New, Cancel))?.EffectiveExpiry);
        Assert.Equal(ShareOutcome.Unchanged, (await owner.Calendars.RenewAsync(Events, Guest, ShareExpiry.Never, Cancel)).Outcome);
    }

    [Fact]
    public async Task An_end_of_another_share_that_the_server_would_not_take_again_was_planned_away_and_called_the_wanted_one()
    {
        await using AssociationWorld world = await LimitedAsync(("zimbraExternalShareLifetime", "10d"), ("zimbraShareLifetime", "300d"));
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        ZimbraClient owner = Limit(world, ("zimbraExternalShareLifetime", "60d"), ("zimbraShareLifetime", "20d"));
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(50);

        ZimbraConflictException plan = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            owner.Calendars.PlanRenewalAsync(Events, Guest, end, Cancel)
        );
        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            owner.Calendars.RenewAsync(Events, Guest, end, Cancel)
        );

        Assert.Equal(plan.Message, e.Message);
        Assert.Contains("paul@monasso.org", e.Message, StringComparison.Ordinal);
        Assert.Contains("zimbraShareLifetime", e.Message, StringComparison.Ordinal);
        await owner.Calendars.RenewAsync(Events, "paul", TimeProvider.System.GetUtcNow().AddDays(15), Cancel);
        Assert.Equal(ShareOutcome.Changed, (await owner.Calendars.RenewAsync(Events, Guest, end, Cancel)).Outcome);
    }

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
        for (int i = 0; i < 11; i++)
        {
            others.Before(Update, () => Change(world));
        }

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() => RenewAsync(world));

        Assert.Contains("nothing was changed", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Grants().Single(grant => grant.GranteeId == Guest).Expiry);
    }

    [Fact]
    public async Task A_folder_that_others_change_ten_times_is_written_in_the_end()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        for (int i = 0; i < 10; i++)
        {
            others.Before(Update, () => Change(world));
        }

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
    }

    [Fact]
    public async Task A_list_that_was_written_and_cannot_be_read_back_is_not_reported_as_unwritten()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before(Update, () => world.Server.Misbehave.On("GetFolderRequest").Fault("service.PERM_DENIED"));

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => RenewAsync(world));

        Assert.Contains("renewed as far as the server said", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Equal(Start.AddDays(50).ToUnixTimeMilliseconds(), world.Grants().Single(grant => grant.GranteeId == Guest).Expiry);
    }

    [Fact]
    public async Task A_list_that_was_written_and_read_back_only_by_itself_is_renewed()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before(Update, () => world.Server.Misbehave.On("GetFolderRequest").Call(1).Fault("service.PERM_DENIED"));

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal(1, Writes(world));
    }

    [Fact]
    public async Task A_list_that_was_written_though_the_server_failed_afterwards_is_found()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Misbehave.On("FolderActionRequest").FaultAfterEffect("service.FAILURE");

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
    }

    [Fact]
    public async Task An_error_of_the_server_leaves_the_share_as_it_was()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Misbehave.On("FolderActionRequest").Fault("service.FAILURE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => RenewAsync(world));

        Assert.Equal(("service.FAILURE", "FolderActionRequest"), (e.Code, e.Operation));
        Assert.Equal(0, world.Grants().Single(grant => grant.GranteeId == Guest).Expiry);
    }

    [Fact]
    public async Task A_policy_that_was_set_since_the_last_reading_is_named()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "10d");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => RenewAsync(world));

        Assert.Contains("zimbraExternalShareLifetime", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.Grants().Single(grant => grant.GranteeId == Guest).Expiry);
    }

    [Theory]
    [InlineData("100d", 100)]
    [InlineData(null, null)]
    public async Task The_end_that_users_shares_have_stays_when_a_guest_s_is_moved(string? lifetime, int? days)
    {
        using var others = new Interference();
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await StartAsync(others, time);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraShareLifetime"] = lifetime ?? "0");
        ZimbraClient owner = world.AsOwner();
        await owner.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        DateTimeOffset? former = (await owner.Calendars.FindShareAsync(Events, "paul", Cancel))?.EffectiveExpiry;
        time.Advance(TimeSpan.FromDays(2));

        RenewedShare share = await RenewAsync(world);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(50)), (share.Outcome, share.Expiry));
        Assert.Equal(days is null, former is null);
        Assert.Equal(former, (await owner.Calendars.FindShareAsync(Events, "paul", Cancel))?.EffectiveExpiry);
    }

    [Fact]
    public async Task The_ends_that_guests_shares_have_stay_when_a_user_s_is_moved()
    {
        using var others = new Interference();
        var time = new FakeTimeProvider(Start);
        await using AssociationWorld world = await StartAsync(others, time);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraShareLifetime"] = "30d");
        ZimbraClient owner = world.AsOwner();
        await owner.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        await owner.Calendars.ShareWithUserAsync(Events, "bureau@monasso.org", new() { Notify = false }, Cancel);
        DateTimeOffset? group = (await owner.Calendars.FindShareAsync(Events, "bureau@monasso.org", Cancel))?.EffectiveExpiry;
        time.Advance(TimeSpan.FromDays(2));

        RenewedShare share = await world.Client.Calendars.RenewAsync(Events, "paul", Start.AddDays(56), Cancel);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(56)), (share.Outcome, share.Expiry));
        Assert.Equal(group, (await owner.Calendars.FindShareAsync(Events, "bureau@monasso.org", Cancel))?.EffectiveExpiry);
        Assert.Equal(Start.AddDays(30), (await owner.Calendars.FindShareAsync(Events, Guest, Cancel))?.EffectiveExpiry);
    }

    [Fact]
    public async Task An_end_within_the_ceiling_is_set_without_writing_the_list()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);

        bool isWritten = false;
        others.Before(Update, () => isWritten = true);

        RenewedShare share = await world.Client.Calendars.RenewAsync(Events, Guest, Start.AddDays(30), Cancel);

        Assert.Equal((ShareOutcome.Changed, Start.AddDays(30)), (share.Outcome, share.Expiry));
        Assert.False(isWritten);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_without_ends_whose_reply_was_lost_is_written_once(bool wasDone)
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "0");
        ZimbraClient owner = world.AsOwner(options => options.TimeProvider = new FakeTimeProvider(Start.AddDays(25)));
        MisbehaviourTrigger first = world.Server.Misbehave.On("FolderActionRequest").Call(1);
        _ = wasDone ? first.CutReply() : first.ResetBeforeEffect();

        RenewedShare share = await owner.Calendars.RenewAsync(Events, Guest, ShareExpiry.Never, Cancel);

        Assert.Equal((ShareOutcome.Changed, null), (share.Outcome, share.EffectiveExpiry));
    }

    [Fact]
    public async Task A_folder_whose_change_number_is_not_shown_is_not_written()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        for (int i = 0; i < 5; i++)
        {
            others.Rewrite("GetFolderResponse", reply => reply.Replace(" ms=", " sm=", StringComparison.Ordinal));
        }

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() => RenewAsync(world));

        Assert.Contains("change number (ms)", e.Message, StringComparison.Ordinal);
        Assert.Equal("GetFolderRequest", e.Operation);
        Assert.Equal(0, Writes(world));
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

    private static async Task<AssociationWorld> StartAsync(Interference others, FakeTimeProvider? clock = null)
    {
        FakeTimeProvider time = clock ?? new(Start);
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

    private static Task<AssociationWorld> LimitedAsync(params (string Attribute, string Value)[] limits) =>
        new Association()
            .WithOwner(account => Array.ForEach(limits, limit => account.Attribute(limit.Attribute, limit.Value)))
            .StartAsync();

    /// <summary>A client of the owner's that has read nothing before the policy was changed.</summary>
    private static ZimbraClient Limit(AssociationWorld world, params (string Attribute, string Value)[] limits)
    {
        world.Server.Change(directory =>
            Array.ForEach(limits, limit => directory.FindAccount(Owner)!.Attributes[limit.Attribute] = limit.Value)
        );
        return world.AsOwner();
    }
}

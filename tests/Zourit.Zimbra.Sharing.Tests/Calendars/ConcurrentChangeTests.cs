using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// Another program changes a share between the moment that a call reads the folder and the moment that it writes: what others changed is
/// neither undone nor brought back.
/// </summary>
public sealed class ConcurrentChangeTests
{
    private const string Grant = "op=\"grant\"";
    private const string Other = "autre@orange.fr";
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(
        TimeProvider.System.GetUtcNow().AddDays(30).ToUnixTimeSeconds()
    );
    private static readonly GuestShareOptions Reader = new() { Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renewal_does_not_undo_the_rights_that_somebody_gave_at_the_same_moment()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, () =>
            another.Calendars.ShareWithGuestAsync(Events, Guest, Reader with { Permissions = Permissions.Manager }, Cancel)
        );

        RenewedShare share = await world.Client.Calendars.RenewAsync(Events, Guest, End, Cancel);

        Assert.Equal((Permissions.Manager, End), (share.Permissions, share.Expiry));
        Assert.Equal("rwidx", Assert.Single(world.Grants()).Rights);
    }

    [Fact]
    public async Task A_renewal_does_not_bring_back_a_share_that_somebody_revoked_at_the_same_moment()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, () => another.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel));

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            world.Client.Calendars.RenewAsync(Events, Guest, End, Cancel)
        );

        Assert.Contains("revoked by somebody else", e.Message, StringComparison.Ordinal);
        Assert.True(e.IsOutcomeKnown);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_share_that_somebody_made_at_the_same_moment_is_unchanged_though_the_folder_that_names_its_user_cannot_be_read()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, async () =>
        {
            await another.Calendars.ShareWithUserAsync(Events, "paul@monasso.org", new() { Notify = false }, Cancel);
            world.Server.Misbehave.On("GetFolderRequest").Fault("service.PERM_DENIED");
        });

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, "paul@monasso.org", cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        Assert.Equal(new Grantee { Type = GranteeType.User, Name = "paul@monasso.org" }, share.Grantee);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task New_rights_do_not_undo_the_end_that_somebody_set_at_the_same_moment()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, () => another.Calendars.RenewAsync(Events, Guest, End, Cancel));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            Reader with
            {
                Permissions = Permissions.Manager,
            },
            Cancel
        );

        Assert.Equal((ShareOutcome.Changed, Permissions.Manager, End), (share.Outcome, share.Permissions, share.Expiry));
    }

    [Fact]
    public async Task Somebody_who_shares_with_another_guest_at_the_same_moment_does_not_disturb_a_new_share()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, () => another.Calendars.ShareWithGuestAsync(Events, Other, Reader, Cancel));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, "tiers@orange.fr", Reader, Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(3, world.Grants().Count);
        Assert.Equal(2, world.Server.Journal.Entries.Count(entry => entry.Operations.Contains("FolderActionRequest")));
    }

    [Fact]
    public async Task A_folder_that_is_changed_each_time_is_given_up_with_a_conflict()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        for (int i = 0; i < 11; i++)
        {
            string guest = $"guest{i}@orange.fr";
            others.Before(Grant, () => another.Calendars.ShareWithGuestAsync(Events, guest, Reader, Cancel));
        }

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            world.Client.Calendars.RenewAsync(Events, Guest, End, Cancel)
        );

        Assert.Contains("Call again", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Equal(0, world.Grants().Single(grant => grant.GranteeId == Guest).Expiry);
    }

    [Fact]
    public async Task A_call_that_could_not_read_the_folder_again_in_its_turn_kept_all_others_waiting_for_good()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        others.Before("GetFolderRequest", async () =>
        {
            await world.Client.Calendars.ShareWithGuestAsync(Events, Other, Reader, Cancel);

            // Each reading asks for two folders.
            world.Server.Misbehave.On("GetFolderRequest").Call(3).Fault("service.PERM_DENIED");
        });

        GuestShareOptions manager = Reader with { Permissions = Permissions.Manager };

        await Assert.ThrowsAsync<ZimbraFaultException>(() => world.Client.Calendars.ShareWithGuestAsync(Events, Other, manager, Cancel));
        GuestShare again = await world.Client.Calendars.ShareWithGuestAsync(Events, Other, manager, Cancel);

        Assert.Equal(ShareOutcome.Changed, again.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guest_of_a_list_with_whom_somebody_else_shares_at_the_same_moment_is_mailed_once(bool isLost)
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, () => another.Calendars.ShareWithGuestAsync(Events, Other, new(), Cancel));
        if (isLost)
        {
            // The first is the other's.
            world.Server.Misbehave.On("FolderActionRequest").Call(2).ResetBeforeEffect();
        }

        GuestShareItem[] items = [new() { Calendar = Events, Guest = Other }, new() { Calendar = Events, Guest = "tiers@orange.fr" }];
        List<GuestShare> shares = await world
            .Client.Calendars.ShareWithGuestsAsync(items, cancellationToken: Cancel)
            .Select(each => each.ResultOrThrow())
            .ToListAsync(Cancel);

        Assert.Equal(
            [isLost ? NotificationStatus.Sent : NotificationStatus.NotRequested, NotificationStatus.Sent],
            shares.Select(share => share.Notification.Status)
        );
        Assert.Equal([Other, "tiers@orange.fr"], world.Server.Outbox.Mails.Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task A_share_that_somebody_else_makes_is_reported_though_the_folder_cannot_be_read_any_more()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Grant, async () =>
        {
            await another.Calendars.ShareWithGuestAsync(Events, Other, Reader, Cancel);
            world.Server.Misbehave.On("GetFolderRequest").Fault("service.PERM_DENIED");
        });

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Other, new(), Cancel);

        Assert.Equal((ShareOutcome.Unchanged, Other, "r"), (share.Outcome, share.Grantee.Id, share.Permissions.Letters));
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_share_that_a_late_attempt_of_the_call_makes_is_the_call_s_and_mailed_once(bool canBeRead)
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).HtmlPageBeforeEffect(504, TimeSpan.FromDays(1));
        others.Before(Grant, () => { });
        others.Before(Grant, async () =>
        {
            await world.Server.Misbehave.FinishLateAsync();
            if (!canBeRead)
            {
                world.Server.Misbehave.On("GetFolderRequest").Fault("service.PERM_DENIED");
            }
        });

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Other, new(), Cancel);

        Assert.Equal((ShareOutcome.Created, Other, "r"), (share.Outcome, share.Grantee.Id, share.Permissions.Letters));
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    private static async Task<AssociationWorld> StartAsync(Interference others)
    {
        AssociationWorld world = await new Association().Amid(others).StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Reader, Cancel);
        world.Server.Journal.Clear();
        return world;
    }
}

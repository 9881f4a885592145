using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// Another program changes the folder between the moment that a revocation reads it and the moment that it writes: its mail leaves once,
/// and only with a revocation.
/// </summary>
public sealed class ConcurrentRevocationTests
{
    private const string Revoke = "op=\"!grant\"";
    private static readonly RevokeOptions Mailing = new() { Notify = true };
    private static readonly GuestShareOptions Quiet = new() { Notify = false };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_that_is_changed_each_time_is_given_up_with_a_conflict_and_without_a_mail()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        for (int i = 0; i < 11; i++)
        {
            string guest = $"guest{i}@orange.fr";
            others.Before(Revoke, () => another.Calendars.ShareWithGuestAsync(Events, guest, Quiet, Cancel));
        }

        ZimbraConflictException e = await Assert.ThrowsAsync<ZimbraConflictException>(() =>
            world.Client.Calendars.RevokeGuestAsync(Events, Guest, Mailing, Cancel)
        );

        Assert.Contains("each time that a share of it was to be revoked", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
        Assert.Contains(world.Grants(), grant => grant.GranteeId == Guest);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_folder_that_is_changed_at_the_same_moment_is_read_again_and_the_mail_leaves_once()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        for (int i = 0; i < 10; i++)
        {
            string guest = $"guest{i}@orange.fr";
            others.Before(Revoke, () => another.Calendars.ShareWithGuestAsync(Events, guest, Quiet, Cancel));
        }

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, Mailing, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.DoesNotContain(world.Grants(), grant => grant.GranteeId == Guest);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guest_whom_somebody_else_revokes_at_the_same_moment_is_mailed_once(bool theyMail)
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        others.Before(Revoke, () => another.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = theyMail }, Cancel));

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, Mailing, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Empty(world.Grants());
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Of_a_list_whose_replies_are_lost_each_share_says_whether_it_is_gone()
    {
        using var others = new Interference();
        await using AssociationWorld world = await StartAsync(others);
        ZimbraClient another = world.AsOwner();
        await another.Calendars.ShareWithGuestAsync(Events, "autre@orange.fr", Quiet, Cancel);
        others.Before(Revoke, () => another.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel));
        world.Server.Misbehave.On("FolderActionRequest").FromCall(2).ResetBeforeEffect();
        GuestShareItem[] items = [new() { Calendar = Events, Guest = Guest }, new() { Calendar = Events, Guest = "autre@orange.fr" }];

        List<BulkOutcome<ShareItem, Revocation>> outcomes = await world
            .Client.Calendars.RevokeSharesAsync(items, cancellationToken: Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(RevocationOutcome.Removed, outcomes.Single(each => each.Item == items[0]).ResultOrThrow().Outcome);
        Assert.IsType<ZimbraOutcomeUnknownException>(outcomes.Single(each => each.Item == items[1]).Error);
    }

    private static async Task<AssociationWorld> StartAsync(Interference others)
    {
        AssociationWorld world = await new Association().Amid(others).StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, Quiet, Cancel);
        world.Server.Journal.Clear();
        return world;
    }
}

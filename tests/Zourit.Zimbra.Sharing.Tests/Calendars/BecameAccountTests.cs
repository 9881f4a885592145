using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>
/// A guest's address that has become an account of the server: the guest's grant lets nobody in any more, which must not be called
/// unchanged.
/// </summary>
public sealed class BecameAccountTests
{
    private const string Paul = "paul@monasso.org";
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(
        TimeProvider.System.GetUtcNow().AddDays(30).ToUnixTimeSeconds()
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_account_gets_a_share_the_dead_one_is_revoked_and_that_is_said(bool inList)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Paul, "guest", "r"));

        GuestShare share = inList
            ? (
                await world
                    .Client.Calendars.ShareWithGuestsAsync([new() { Calendar = Events, Guest = Paul }], cancellationToken: Cancel)
                    .SingleAsync(Cancel)
            ).ResultOrThrow()
            : await world.Client.Calendars.ShareWithGuestAsync(Events, Paul, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, GuestLoginKind.InternalAccount), (share.Outcome, share.Login.Kind));
        Assert.Equal((GranteeType.User, Paul), (share.Grantee.Type, share.Grantee.Name));
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.AddressBecameAccount);
        AccessGrant left = Assert.Single(world.Grants());
        Assert.Equal(("usr", world.UserId(Paul)), (left.Type, left.GranteeId));
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
    }

    [Fact]
    public async Task The_end_that_the_guest_s_share_had_is_kept()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Paul, "guest", "r") { Expiry = End.ToUnixTimeMilliseconds() });

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Paul, new() { Notify = false }, Cancel);

        Assert.Equal(End, share.Expiry);
    }

    [Fact]
    public async Task An_end_that_was_over_is_not_given_to_the_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Paul, "guest", "r") { Expiry = End.AddDays(-40).ToUnixTimeMilliseconds() });

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Paul, new() { Notify = false }, Cancel);

        Assert.Equal((ShareOutcome.Created, null), (share.Outcome, share.EffectiveExpiry));
    }

    [Fact]
    public async Task A_second_call_finds_nothing_to_do()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Paul, "guest", "r"));
        await world.Client.Calendars.ShareWithGuestAsync(Events, Paul, new() { Notify = false }, Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Paul, new() { Notify = false }, Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        Assert.DoesNotContain(share.Warnings, warning => warning.Code == ShareWarningCode.AddressBecameAccount);
    }

    [Fact]
    public async Task A_guest_whose_address_is_no_account_s_is_left_as_it_is()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task The_plan_says_which_share_would_be_revoked()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Paul, "guest", "r"));

        ShareChanges plan = await world.Client.Calendars.PlanAsync(Events, Paul, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, Paul), (plan.Outcome, plan.Revokes?.Id));
        Assert.Equal("guest", Assert.Single(world.Grants()).Type);
    }
}

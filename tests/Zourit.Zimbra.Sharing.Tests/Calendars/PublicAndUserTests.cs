using System.Net;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class PublicAndUserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Public_sharing_that_is_switched_off_is_refused_with_the_attribute()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPublicSharingEnabled"] = "FALSE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("zimbraPublicSharingEnabled is FALSE", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_share_without_end_is_refused_where_a_lifetime_is_set()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPublicShareLifetime"] = "7d");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.SharePubliclyAsync(Events, new() { Expiry = ShareExpiry.Never }, Cancel)
        );
        Assert.Contains("zimbraPublicShareLifetime = 7d", e.Message, StringComparison.Ordinal);

        PublicShare share = await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.NotNull(share.Expiry);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.EndsEarlier);

        PublicShare again = await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
    }

    [Fact]
    public async Task A_public_share_costs_two_round_trips_mails_nobody_and_opens_the_door()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        PublicShare share = await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);

        Assert.Equal(2, world.RoundTrips);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(new Grantee { Type = GranteeType.Public }, share.Grantee);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.ReadableByAnybody);
        Assert.Empty(world.Server.Outbox.Mails);
        using var anybody = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(share.IcsAddress.Uri, Cancel)).StatusCode);

        world.Server.Journal.Clear();
        PublicShare again = await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task A_user_is_named_by_address_or_by_bare_name_and_mailed_once()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(
            Events,
            "paul",
            new() { Permissions = Permissions.Admin, Note = "Bonjour" },
            Cancel
        );
        UserShare again = await world.Client.Calendars.ShareWithUserAsync(
            Events,
            "paul@monasso.org",
            new() { Permissions = Permissions.Admin },
            Cancel
        );

        Assert.Equal((ShareOutcome.Created, ShareOutcome.Unchanged), (share.Outcome, again.Outcome));
        Assert.Equal(
            new Grantee
            {
                Type = GranteeType.User,
                Id = world.UserId("paul@monasso.org"),
                Name = "paul@monasso.org",
            },
            share.Grantee
        );
        Assert.Equal(Permissions.Admin, share.Permissions);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Contains("Bonjour", Assert.Single(world.Server.Outbox.Mails).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_shared_with_as_a_whole()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, "bureau@monasso.org", cancellationToken: Cancel);

        Assert.Equal(GranteeType.Group, share.Grantee.Type);
        Assert.Equal("grp", Assert.Single(world.Grants()).Type);
    }

    [Fact]
    public async Task A_bare_name_is_completed_by_the_owners_domain_also_for_an_administrator_of_another_one()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();

        UserShare share = await world.Client.Mailbox(Owner).Calendars.ShareWithUserAsync(Events, "paul", cancellationToken: Cancel);

        Assert.Equal(GranteeType.User, share.Grantee.Type);
        Assert.Equal("paul@monasso.org", share.Grantee.Name);
    }
}

using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ShareWithGuestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_share_costs_two_round_trips_mail_included_and_tells_everything()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(2, world.RoundTrips);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(
            new Grantee
            {
                Type = GranteeType.Guest,
                Id = Guest,
                Name = Guest,
            },
            share.Grantee
        );
        Assert.Equal(Permissions.Viewer, share.Permissions);
        Assert.Null(share.Expiry);
        Assert.Null(share.EffectiveExpiry);
        Assert.Equal(Owner, share.Owner);
        Assert.Equal(FolderPath.Parse(Events), share.Path);
        Assert.Equal($"{world.Server.ServerUri}home/{Owner}/my-events.ics", share.IcsAddress.ToString());
        Assert.Equal("adresse.orange.fr@monasso.org", share.GuestIdentifier?.Value);
        Assert.Equal(new GuestLogin { Kind = GuestLoginKind.VirtualAccount, UserName = "adresse.orange.fr@monasso.org" }, share.Login);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Equal(Guest, share.Notification.Address);
        Assert.Null(share.InheritedFrom);
        OutgoingMail mail = Assert.Single(world.Server.Outbox.To(Guest));
        Assert.NotNull(mail.PersonalLink);
        AccessGrant grant = Assert.Single(world.Grants());
        Assert.Equal(("guest", "r", Guest), (grant.Type, grant.Rights, grant.GranteeId));
    }

    [Fact]
    public async Task Sharing_twice_is_unchanged_costs_one_round_trip_and_mails_nobody()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        world.Server.Journal.Clear();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync("my-events", " ADRESSE@Orange.fr ", cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        Assert.Equal(NotificationStatus.NotRequested, share.Notification.Status);
        Assert.Equal(1, world.RoundTrips);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_known_folder_id_costs_the_same_round_trips()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string id = world.Folder(Events).Id.ToString(null, null);

        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(id, Guest, cancellationToken: Cancel);
        Assert.Equal(2, world.RoundTrips);
        GuestShare second = await world.Client.Calendars.ShareWithGuestAsync(id, Guest, cancellationToken: Cancel);

        Assert.Equal(3, world.RoundTrips);
        Assert.Equal((ShareOutcome.Created, ShareOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal(Events, first.Path.Value);
        Assert.Equal(id, first.FolderId);
    }

    [Fact]
    public async Task Changed_rights_are_mailed_as_an_edit_in_two_round_trips()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        world.Server.Journal.Clear();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager },
            Cancel
        );

        Assert.Equal(2, world.RoundTrips);
        Assert.Equal(ShareOutcome.Changed, share.Outcome);
        Assert.Equal(Permissions.Manager, share.Permissions);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.StartsWith("Share Modified", world.Server.Outbox.Mails[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_notify_nobody_is_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Assert.Equal(NotificationStatus.NotRequested, share.Notification.Status);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task A_note_cannot_bring_markup_into_the_mail()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Note = "L'été <b>& l'hiver</b>" }, Cancel);

        OutgoingMail mail = Assert.Single(world.Server.Outbox.Mails);
        Assert.Contains("L'été &lt;b&gt;&amp; l'hiver&lt;/b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_grant_password_the_guest_signs_in_by_their_bare_mail_address()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { GrantPassword = new Secret("s3cret-grant") },
            Cancel
        );

        Assert.Equal(new GuestLogin { Kind = GuestLoginKind.GrantPassword, UserName = Guest }, share.Login);
        Assert.Equal("s3cret-grant", Assert.Single(world.Grants()).Secret);
        Assert.DoesNotContain("s3cret", share.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "s3cret",
            new GuestShareOptions { GrantPassword = new Secret("s3cret-grant") }.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_announced_http_address_is_warned_of_and_an_https_one_not()
    {
        await using AssociationWorld clear = await AssociationWorld.StartAsync();
        GuestShare inClear = await clear.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        Assert.Contains(inClear.Warnings, warning => warning.Code == ShareWarningCode.UnencryptedAddress);

        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Domain("monasso.org", domain =>
            {
                domain.Attributes["zimbraPublicServiceHostname"] = "mail.monasso.org";
                domain.Attributes["zimbraPublicServiceProtocol"] = "https";
            }));
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal($"https://mail.monasso.org/home/{Owner}/my-events.ics", share.IcsAddress.ToString());
        Assert.Empty(share.Warnings);
    }

    [Fact]
    public async Task An_administrator_shares_for_an_owner_by_a_delegated_token()
    {
        await using AssociationWorld world = await new Association().AsAdmin().StartAsync();
        ZimbraMailbox owner = world.Client.Mailbox(Owner);

        GuestShare share = await owner.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        world.Server.Journal.Clear();
        GuestShare again = await owner.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, ShareOutcome.Unchanged), (share.Outcome, again.Outcome));
        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(Owner, share.Owner);
        Assert.Equal("adresse.orange.fr@monasso.org", share.GuestIdentifier?.Value);
        Assert.Equal(Owner, Assert.Single(world.Server.Outbox.Mails).From);
    }

    [Fact]
    public async Task A_cancelled_call_says_so()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: source.Token)
        );

        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Two_guests_with_the_same_identifier_are_warned_of()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, "jean.dupont@orange.fr", cancellationToken: Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, "jean@dupont.orange.fr", cancellationToken: Cancel);

        Assert.Contains(
            "jean.dupont@orange.fr",
            Assert.Single(share.Warnings, warning => warning.Code == ShareWarningCode.IdentifierCollision).Text.English,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_grant_password_for_an_address_of_the_server_itself_is_not_kept_and_that_is_said()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "paul@monasso.org",
            new() { GrantPassword = new Secret("s3cret") },
            Cancel
        );

        Assert.Equal(GuestLoginKind.InternalAccount, share.Login.Kind);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.GrantPasswordIgnored);
    }

    [Fact]
    public async Task A_folder_whose_name_is_a_number_is_named_by_its_path()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("tresorier@monasso.org", OwnerPassword, account => account.Calendar("/2026"))
        );
        ZimbraClient client = world.As("tresorier@monasso.org");

        GuestShare share = await client.Calendars.ShareWithGuestAsync("/2026", Guest, cancellationToken: Cancel);
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            client.Calendars.ShareWithGuestAsync("2026", Guest, cancellationToken: Cancel)
        );

        Assert.Equal("/2026", share.Path.Value);
        Assert.Contains("'/2026'", e.Message, StringComparison.Ordinal);
    }
}

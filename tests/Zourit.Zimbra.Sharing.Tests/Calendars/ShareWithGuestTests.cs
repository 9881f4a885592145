using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ShareWithGuestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_share_costs_two_round_trips_mail_included_and_tells_everything()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
            cancellationToken: Cancel
        );

        Assert.Equal(2, world.RoundTrips);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(
            new Grantee
            {
                Type = GranteeType.Guest,
                Id = SharingWorld.Guest,
                Name = SharingWorld.Guest,
            },
            share.Grantee
        );
        Assert.Equal(Permissions.Viewer, share.Permissions);
        Assert.Null(share.Expiry);
        Assert.Null(share.EffectiveExpiry);
        Assert.Equal(SharingWorld.Owner, share.Owner);
        Assert.Equal(FolderPath.Parse(SharingWorld.Events), share.Path);
        Assert.Equal($"{world.Server.ServerUri}home/{SharingWorld.Owner}/my-events.ics", share.IcsAddress.ToString());
        Assert.Equal("adresse.orange.fr@monasso.org", share.GuestIdentifier?.Value);
        Assert.Equal(new GuestLogin { Kind = GuestLoginKind.VirtualAccount, UserName = "adresse.orange.fr@monasso.org" }, share.Login);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);
        Assert.Equal(SharingWorld.Guest, share.Notification.Address);
        Assert.Null(share.InheritedFrom);
        OutgoingMail mail = Assert.Single(world.Server.Outbox.To(SharingWorld.Guest));
        Assert.NotNull(mail.PersonalLink);
        AccessGrant grant = Assert.Single(world.Grants());
        Assert.Equal(("guest", "r", SharingWorld.Guest), (grant.Type, grant.Rights, grant.GranteeId));
    }

    [Fact]
    public async Task Sharing_twice_is_unchanged_costs_one_round_trip_and_mails_nobody()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel);
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
        await using SharingWorld world = await SharingWorld.StartAsync();
        string id = world.Folder(SharingWorld.Events).Id.ToString(null, null);

        GuestShare first = await world.Client.Calendars.ShareWithGuestAsync(id, SharingWorld.Guest, cancellationToken: Cancel);
        Assert.Equal(2, world.RoundTrips);
        GuestShare second = await world.Client.Calendars.ShareWithGuestAsync(id, SharingWorld.Guest, cancellationToken: Cancel);

        Assert.Equal(3, world.RoundTrips);
        Assert.Equal((ShareOutcome.Created, ShareOutcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal(SharingWorld.Events, first.Path.Value);
        Assert.Equal(id, first.FolderId);
    }

    [Fact]
    public async Task Changed_rights_are_mailed_as_an_edit_in_two_round_trips()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel);
        world.Server.Journal.Clear();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
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
        await using SharingWorld world = await SharingWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
            new() { Notify = false },
            Cancel
        );

        Assert.Equal(NotificationStatus.NotRequested, share.Notification.Status);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task A_note_cannot_bring_markup_into_the_mail()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
            new() { Note = "L'été <b>& l'hiver</b>" },
            Cancel
        );

        OutgoingMail mail = Assert.Single(world.Server.Outbox.Mails);
        Assert.Contains("L'été &lt;b&gt;&amp; l'hiver&lt;/b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_grant_password_the_guest_signs_in_by_their_bare_mail_address()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
            new() { GrantPassword = new Secret("s3cret-grant") },
            Cancel
        );

        Assert.Equal(new GuestLogin { Kind = GuestLoginKind.GrantPassword, UserName = SharingWorld.Guest }, share.Login);
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
        await using SharingWorld clear = await SharingWorld.StartAsync();
        GuestShare inClear = await clear.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
            cancellationToken: Cancel
        );
        Assert.Contains(inClear.Warnings, warning => warning.Code == ShareWarningCode.UnencryptedAddress);

        await using SharingWorld world = await SharingWorld.StartAsync(seed => seed.Domain("monasso.org", domain =>
            {
                domain.Attributes["zimbraPublicServiceHostname"] = "mail.monasso.org";
                domain.Attributes["zimbraPublicServiceProtocol"] = "https";
            }));
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            SharingWorld.Guest,
            cancellationToken: Cancel
        );

        Assert.Equal($"https://mail.monasso.org/home/{SharingWorld.Owner}/my-events.ics", share.IcsAddress.ToString());
        Assert.Empty(share.Warnings);
    }

    [Fact]
    public async Task An_administrator_shares_for_an_owner_by_a_delegated_token()
    {
        await using SharingWorld world = await SharingWorld.StartAsAdminAsync();
        ZimbraMailbox owner = world.Client.Mailbox(SharingWorld.Owner);

        GuestShare share = await owner.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel);
        world.Server.Journal.Clear();
        GuestShare again = await owner.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Created, ShareOutcome.Unchanged), (share.Outcome, again.Outcome));
        Assert.Equal(1, world.RoundTrips);
        Assert.Equal(SharingWorld.Owner, share.Owner);
        Assert.Equal("adresse.orange.fr@monasso.org", share.GuestIdentifier?.Value);
        Assert.Equal(SharingWorld.Owner, Assert.Single(world.Server.Outbox.Mails).From);
    }

    [Fact]
    public async Task A_cancelled_call_says_so()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: source.Token)
        );

        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Two_guests_with_the_same_identifier_are_warned_of()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, "jean.dupont@orange.fr", cancellationToken: Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
            "jean@dupont.orange.fr",
            cancellationToken: Cancel
        );

        Assert.Contains(
            "jean.dupont@orange.fr",
            Assert.Single(share.Warnings, warning => warning.Code == ShareWarningCode.IdentifierCollision).Text.English,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_grant_password_for_an_address_of_the_server_itself_is_not_kept_and_that_is_said()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            SharingWorld.Events,
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
        await using SharingWorld world = await SharingWorld.StartAsync(seed =>
            seed.Account("tresorier@monasso.org", "pa55-wörd", account => account.Calendar("/2026"))
        );
        await using ZimbraClient client = SharingWorld.Connect(world.Server, account: "tresorier@monasso.org");

        GuestShare share = await client.Calendars.ShareWithGuestAsync("/2026", SharingWorld.Guest, cancellationToken: Cancel);
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            client.Calendars.ShareWithGuestAsync("2026", SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Equal("/2026", share.Path.Value);
        Assert.Contains("'/2026'", e.Message, StringComparison.Ordinal);
    }
}

using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

/// <summary>What surprises whoever grants on the server (docs/protocol.md §4.3, §5.2), one test each.</summary>
public sealed class ServerQuirkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_that_is_an_internal_account_silently_becomes_a_user()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, "Paul@monasso.org", cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(
            new Grantee
            {
                Type = GranteeType.User,
                Id = world.UserId("paul@monasso.org"),
                Name = "paul@monasso.org",
            },
            share.Grantee
        );
        Assert.Null(share.GuestIdentifier);
        Assert.Equal(new GuestLogin { Kind = GuestLoginKind.InternalAccount, UserName = "paul@monasso.org" }, share.Login);
        Assert.Equal(NotificationStatus.Sent, share.Notification.Status);

        world.Server.Journal.Clear();
        GuestShare again = await world.Client.Calendars.ShareWithGuestAsync(Events, "paul@monasso.org", cancellationToken: Cancel);
        Assert.Equal(ShareOutcome.Unchanged, again.Outcome);
        Assert.Equal(1, world.RoundTrips);
    }

    [Fact]
    public async Task A_guest_that_is_a_group_silently_becomes_a_group()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "bureau@monasso.org",
            new() { CheckAddress = false },
            Cancel
        );

        Assert.Equal(GranteeType.Group, share.Grantee.Type);
        Assert.Equal("bureau@monasso.org", share.Grantee.Name);
        Assert.Equal(GuestLoginKind.GroupMember, share.Login.Kind);
    }

    [Fact]
    public async Task An_unknown_user_silently_becomes_a_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, "pual", new() { Notify = false }, Cancel);

        Assert.Equal(
            new Grantee
            {
                Type = GranteeType.Guest,
                Id = "pual@monasso.org",
                Name = "pual@monasso.org",
            },
            share.Grantee
        );
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.NoSuchUser);
    }

    [Theory]
    [InlineData("Jean <adresse@orange.fr>", Guest)]
    [InlineData("marie@société.fr", "marie@société.fr")]
    public async Task A_stored_form_that_matches_nobody_does_not_count_so_the_bare_address_is_granted_too(string stored, string guest)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(stored, "guest", "r"));

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.UselessGrant);
        Assert.Equal(2, world.Grants().Count);
    }

    [Theory]
    [InlineData("Adresse@Orange.FR")]
    [InlineData("adresse@orange.fr")]
    public async Task A_stored_address_in_other_letter_case_is_the_same_guest(string stored)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(stored, "guest", "r") { Secret = "" });

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        Assert.Equal(stored, share.Grantee.Id);
        Assert.Equal(1, world.RoundTrips);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task The_first_own_grant_stops_the_folder_from_inheriting_and_keeps_a_copy()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("un@orange.fr", "guest", "r"));

        GuestShare inherited = await world.Client.Calendars.ShareWithGuestAsync(
            "/Événements de l'asso/Sorties d'été",
            "un@orange.fr",
            cancellationToken: Cancel
        );
        Assert.Equal(ShareOutcome.Unchanged, inherited.Outcome);
        Assert.Equal("/Événements de l'asso", inherited.InheritedFrom?.Value);
        Assert.Equal(1, world.RoundTrips);

        GuestShare own = await world.Client.Calendars.ShareWithGuestAsync(
            "/Événements de l'asso/Sorties d'été",
            "deux@orange.fr",
            cancellationToken: Cancel
        );

        Assert.Equal(ShareOutcome.Created, own.Outcome);
        Assert.Null(own.InheritedFrom);
        Assert.Contains(
            "'/Événements de l'asso'",
            Assert.Single(own.Warnings, warning => warning.Code == ShareWarningCode.StoppedInheriting).Text.English,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["un@orange.fr", "deux@orange.fr"],
            world.Grants("/Événements de l'asso/Sorties d'été").Select(grant => grant.GranteeId)
        );
    }

    [Fact]
    public async Task A_policy_switched_off_after_granting_empties_the_calendar()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        // The owner's attributes are kept for minutes; a client that starts now reads them.
        ZimbraClient client = world.AsOwner();
        GuestShare share = await client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Unchanged, share.Outcome);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.HiddenByPolicy);
    }

    [Fact]
    public async Task An_id_is_taken_unchecked_so_it_is_refused_before_anything_is_sent()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithUserAsync(Events, "1b7c90d2-0000-4000-8000-000000000001", cancellationToken: Cancel)
        );

        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task Across_domains_that_do_not_share_a_standing_users_grant_matches_no_notification()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account("voisin@autre.org", OwnerPassword));
        world.Seed(Events, new AccessGrant(world.UserId("voisin@autre.org"), "usr", "r"));
        world.Server.Change(directory =>
            directory.FindDomain("monasso.org")!.Attributes["zimbraInternalSharingCrossDomainEnabled"] = "FALSE"
        );

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "voisin@autre.org",
            new() { Permissions = Permissions.Manager },
            Cancel
        );

        Assert.Equal((ShareOutcome.Changed, GranteeType.User), (share.Outcome, share.Grantee.Type));
        Assert.Equal("rwidx", Assert.Single(world.Grants()).Rights);
        Assert.Equal(
            (NotificationStatus.Failed, ZimbraFaultCodes.InvalidRequest),
            (share.Notification.Status, share.Notification.Fault?.Code)
        );
    }

    [Fact]
    public async Task Across_domains_that_do_not_share_a_guest_named_by_an_alias_was_mailed_at_another_address()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("voisin@autre.org", OwnerPassword, account => account.Alias("bureau@autre.org"))
        );
        world.Server.Change(directory =>
            directory.FindDomain("monasso.org")!.Attributes["zimbraInternalSharingCrossDomainEnabled"] = "FALSE"
        );

        GuestShare created = await world.Client.Calendars.ShareWithGuestAsync(Events, "bureau@autre.org", cancellationToken: Cancel);
        GuestShare changed = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            "bureau@autre.org",
            new() { Permissions = Permissions.Manager },
            Cancel
        );

        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (created.Outcome, created.Notification.Status));
        Assert.Equal((ShareOutcome.Changed, NotificationStatus.Sent), (changed.Outcome, changed.Notification.Status));
        Assert.All(world.Server.Outbox.Mails, mail => Assert.Equal("bureau@autre.org", mail.To));
        Assert.Equal("bureau@autre.org", created.Notification.Address);
    }

    [Fact]
    public async Task An_empty_password_of_the_web_client_is_not_the_absence_of_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(Guest, "guest", "r") { Secret = "" });

        GuestShare changed = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager, Notify = false },
            Cancel
        );
        Assert.Equal("", Assert.Single(world.Grants()).Secret);
        Assert.Equal(GuestLoginKind.VirtualAccount, changed.Login.Kind);

        GuestShare given = await world.Client.Calendars.ShareWithGuestAsync(
            Events,
            Guest,
            new() { Permissions = Permissions.Manager, GrantPassword = new Secret("s3cret") },
            Cancel
        );
        Assert.Equal((ShareOutcome.Changed, NotificationStatus.NotRequested), (given.Outcome, given.Notification.Status));
        Assert.Equal("s3cret", Assert.Single(world.Grants()).Secret);
    }

    [Fact]
    public async Task A_folder_whose_last_grant_was_revoked_still_does_not_inherit()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("un@orange.fr", "guest", "r"));
        await world.Client.Calendars.RevokeGuestAsync("/Événements de l'asso/Sorties d'été", "un@orange.fr", cancellationToken: Cancel);

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(
            "/Événements de l'asso/Sorties d'été",
            "un@orange.fr",
            cancellationToken: Cancel
        );

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Null(share.InheritedFrom);
        Assert.DoesNotContain(share.Warnings, warning => warning.Code == ShareWarningCode.StoppedInheriting);
    }

    [Fact]
    public async Task The_type_of_a_grant_is_not_compared_so_who_calls_a_standing_guest_a_user_changes_nothing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        UserShare share = await world.Client.Calendars.ShareWithUserAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal((ShareOutcome.Unchanged, GranteeType.Guest), (share.Outcome, share.Grantee.Type));
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.NoSuchUser);
        Assert.Single(world.Grants());
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task The_white_list_knows_no_subdomains_and_no_letter_case()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory =>
        {
            directory.FindAccount(Owner)!.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            directory.FindAccount(Owner)!.Attributes["zimbraExternalShareWhitelistDomain"] = "Orange.FR";
        });

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, "adresse@mail.orange.fr", cancellationToken: Cancel)
        );
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("zimbraExternalShareWhitelistDomain", e.Message, StringComparison.Ordinal);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
    }

    [Fact]
    public async Task The_web_clients_own_switch_is_not_enforced_by_the_server_so_it_refuses_nothing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraFeatureSharingEnabled"] = "FALSE");

        SharingPolicy policy = await world.Client.Calendars.CheckPolicyAsync(new() { Guest = Guest }, Cancel);
        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.NotEqual(PolicyAnswer.Refused, policy.Guests.Answer);
        Assert.Equal((ShareOutcome.Created, NotificationStatus.Sent), (share.Outcome, share.Notification.Status));
    }

    [Fact]
    public async Task The_mail_about_a_revocation_needs_no_grant_so_who_never_had_one_is_not_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.NotThere, NotificationStatus.NotRequested), (revocation.Outcome, revocation.Notification.Status));
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_public_address_that_an_administrator_mistyped_does_not_hide_that_the_share_exists()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory =>
            directory.FindDomain("monasso.org")!.Attributes["zimbraPublicServiceHostname"] = "mail monasso.org"
        );

        GuestShare share = await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.StartsWith(world.Server.ServerUri.ToString(), share.IcsAddress.ToString(), StringComparison.Ordinal);
        Assert.Contains(share.Warnings, warning => warning.Code == ShareWarningCode.AddressAssumed);
    }

    [Fact]
    public async Task The_identifier_is_of_the_primary_domain_whatever_alias_the_owner_signs_in_by()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Domain("monasso.org", domain => domain.Aliases.Add("mon-asso.fr"))
        );
        ZimbraClient owner = world.As("moncompte@mon-asso.fr");

        GuestShare share = await owner.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal("adresse.orange.fr@monasso.org", share.GuestIdentifier?.Value);
        Assert.Equal(Owner, share.Owner);
        Assert.Contains(Owner, share.IcsAddress.ToString(), StringComparison.Ordinal);
    }
}

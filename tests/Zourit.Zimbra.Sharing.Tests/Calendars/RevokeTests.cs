using System.Net;
using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Notifications;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class RevokeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("11111111-2222-4333-8444-555555555555", "dom")]
    [InlineData("11111111-2222-4333-8444-555555555555", "cos")]
    [InlineData("site-web", "key")]
    public async Task A_grant_of_another_kind_was_not_there_for_who_named_it_by_its_id(string id, string type)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant(id, type, "r") { Secret = type == "key" ? "s3cret" : null },
            new AccessGrant(Guest, "guest", "r")
        );
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(5);
        CalendarClient calendars = world.Client.Calendars;

        Assert.Equal(id, (await calendars.FindShareAsync(Events, id, Cancel))?.Grantee.Id);
        Assert.Equal(ShareOutcome.Changed, (await calendars.RenewAsync(Events, id, end, Cancel)).Outcome);
        AccessGrant renewed = world.Grants().Single(grant => grant.Type == type);
        Assert.Equal((end.ToUnixTimeMilliseconds(), type == "key" ? "s3cret" : null), (renewed.Expiry, renewed.Secret));

        RevocationChanges plan = await calendars.PlanRevocationAsync(Events, id, new() { Notify = true }, Cancel);
        Revocation revocation = await calendars.RevokeUserAsync(Events, id, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, RevocationOutcome.Removed), (plan.Outcome, revocation.Outcome));
        Assert.Equal((null, NotificationStatus.NotRequested), (plan.MailTo, revocation.Notification.Status));
        Assert.Equal(Guest, Assert.Single(world.Grants()).GranteeId);
    }

    [Fact]
    public async Task A_calendar_that_was_open_to_the_public_stays_open_to_who_is_signed_in()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(
            Events,
            new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"),
            new AccessGrant("00000000-0000-0000-0000-000000000000", "all", "r")
        );

        Revocation revocation = await world.Client.Calendars.RevokePublicAsync(Events, Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal("all", Assert.Single(world.Grants()).Type);
    }

    [Fact]
    public async Task A_calendar_that_somebody_opens_again_at_the_same_moment_is_not_said_to_be_closed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        world
            .Server.Misbehave.On("BatchRequest")
            .Call(2)
            .BetweenItems(_ =>
            {
                world.Seed(Events, new AccessGrant("99999999-9999-9999-9999-999999999999", "pub", "r"));
                return Task.CompletedTask;
            });

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            world.Client.Calendars.RevokePublicAsync(Events, Cancel)
        );

        Assert.Contains("with the public was revoked, but the ACL read back still holds it", e.Message, StringComparison.Ordinal);
        Assert.Equal("FolderActionRequest", e.Operation);
    }

    [Fact]
    public async Task Revoking_nothing_is_said_though_the_server_would_call_it_a_success()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.NotThere, revocation.Outcome);
        Assert.Equal(1, world.RoundTrips);
        Assert.Empty(revocation.Grantees);
    }

    [Fact]
    public async Task A_calendar_that_is_not_there_is_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.RevokeGuestAsync("/Agenda", Guest, cancellationToken: Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, e.Code);
    }

    [Theory]
    [InlineData("adresse@orange.fr")]
    [InlineData("Adresse@Orange.fr")]
    [InlineData("Jean Dupont <adresse@orange.fr>")]
    [InlineData("\"Dupont, Jean\" <ADRESSE@orange.fr>")]
    public async Task A_guest_is_found_however_the_grant_was_spelled(string stored)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant(stored, "guest", "r"), new AccessGrant("autre@orange.fr", "guest", "r"));

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal(stored, Assert.Single(revocation.Grantees).Id);
        Assert.Equal("autre@orange.fr", Assert.Single(world.Grants()).GranteeId);
        Assert.Equal(2, world.RoundTrips);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task All_spellings_of_one_guest_go_together()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed(Events, new AccessGrant("Jean <adresse@orange.fr>", "guest", "r"), new AccessGrant("adresse@orange.fr", "guest", "r"));

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(
            Events,
            "Jean <Adresse@orange.fr>",
            cancellationToken: Cancel
        );

        Assert.Equal(2, revocation.Grantees.Count);
        Assert.Empty(world.Grants());
        Assert.Equal(2, world.RoundTrips);
    }

    [Fact]
    public async Task A_guest_that_became_an_internal_account_is_revoked_by_its_id()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, "paul@monasso.org", new() { Notify = false }, Cancel);

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, "PAUL@monasso.org", cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal(GranteeType.User, Assert.Single(revocation.Grantees).Type);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Whoever_is_not_in_the_acl_may_be_a_group_s_alias_and_the_result_says_what_to_do()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);

        Revocation revocation = await world.Client.Calendars.RevokeUserAsync(Events, "comite", cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.NotThere, revocation.Outcome);
        Assert.Contains(
            "paul@monasso.org",
            Assert.Single(revocation.Warnings, warning => warning.Code == ShareWarningCode.MaybeAnAlias).Text.English,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_deleted_user_is_revoked_by_their_id()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul", new() { Notify = false }, Cancel);
        string id = world.UserId("paul@monasso.org");
        world.Server.Change(directory => directory.Accounts.Remove(directory.FindAccountById(id)!));

        CalendarGrant orphan = Assert.Single(
            await world.Client.Calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).ToListAsync(Cancel)
        );
        Revocation revocation = await world.Client.Calendars.RevokeUserAsync(Events, orphan.Grantee.Id!, cancellationToken: Cancel);

        Assert.True(orphan.IsOrphan);
        Assert.Null(orphan.Grantee.Name);
        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Empty(world.Grants());
    }

    [Theory]
    [InlineData("service.FAILURE")]
    [InlineData("mail.MAINTENANCE")]
    public async Task An_inherited_share_that_cannot_be_seen_just_now_is_not_reported_as_not_there(string code)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("un@orange.fr", "guest", "r"));
        foreach (int ofParent in (int[])[2, 5, 8])
        {
            world.Server.Misbehave.On("GetFolderRequest").Call(ofParent).Fault(code);
        }

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.RevokeGuestAsync("/Événements de l'asso/Sorties d'été", "un@orange.fr", cancellationToken: Cancel)
        );

        Assert.Equal((code, true), (e.Code, e.IsOutcomeKnown));
    }

    [Fact]
    public async Task A_domain_with_accents_and_its_ascii_form_are_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, "jean@été.fr", new() { Notify = false }, Cancel);

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, "jean@été.fr", cancellationToken: Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task Revoking_an_inherited_share_gives_the_folder_its_own_acl()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Seed("/Événements de l'asso", new AccessGrant("un@orange.fr", "guest", "r"), new AccessGrant("deux@orange.fr", "guest", "r"));

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(
            "/Événements de l'asso/Sorties d'été",
            "un@orange.fr",
            cancellationToken: Cancel
        );

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Contains(revocation.Warnings, warning => warning.Code == ShareWarningCode.StoppedInheriting);
        Assert.Equal("deux@orange.fr", Assert.Single(world.Grants("/Événements de l'asso/Sorties d'été")).GranteeId);
        Assert.Equal(2, world.Grants("/Événements de l'asso").Count);
    }

    [Fact]
    public async Task A_revocation_is_mailed_only_when_asked()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal(NotificationStatus.Sent, revocation.Notification.Status);
        Assert.StartsWith("Share Revoked", Assert.Single(world.Server.Outbox.Mails).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revocation_whose_reply_is_lost_is_read_back_and_not_mailed_twice()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal(RevocationOutcome.Removed, revocation.Outcome);
        Assert.Equal(NotificationStatus.Sent, revocation.Notification.Status);
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_revocation_whose_reply_is_lost_is_found_by_its_copy_though_the_owner_wants_none_kept()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraPrefSaveToSent"] = "FALSE");
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("SendShareNotificationRequest").Call(1).ResetAfterEffect();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task A_revocation_whose_request_is_lost_is_done_once_more()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        world.Server.Misbehave.On("FolderActionRequest").Call(1).ResetBeforeEffect();

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, new() { Notify = true }, Cancel);

        Assert.Equal((RevocationOutcome.Removed, NotificationStatus.Sent), (revocation.Outcome, revocation.Notification.Status));
        Assert.Single(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task Who_may_not_see_the_shares_learns_that_instead_of_getting_an_empty_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(
            Events,
            "paul",
            new() { Notify = false, Permissions = Permissions.Manager },
            Cancel
        );
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);
        ZimbraClient paul = world.As("paul@monasso.org");

        CalendarClient calendars = paul.Mailbox(Owner).Calendars;
        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => calendars.RevokePublicAsync(Events, Cancel));
        await Assert.ThrowsAsync<ZimbraFaultException>(async () =>
            await calendars.ListSharesAsync(new() { Calendar = Events }, cancellationToken: Cancel).ToListAsync(Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("only who has 'a'", e.Message, StringComparison.Ordinal);
        Assert.Empty(await calendars.ListSharesAsync(cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(2, world.Grants().Count);
    }

    [Fact]
    public async Task The_public_goes_and_the_door_is_closed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        PublicShare open = await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);

        Revocation revocation = await world.Client.Calendars.RevokePublicAsync(Events, Cancel);
        Revocation again = await world.Client.Calendars.RevokePublicAsync(Events, Cancel);

        Assert.Equal((RevocationOutcome.Removed, RevocationOutcome.NotThere), (revocation.Outcome, again.Outcome));
        using var anybody = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.GetAsync(open.IcsAddress.Uri, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_guest_who_can_still_read_by_a_public_share_is_reported()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false }, Cancel);
        await world.Client.Calendars.SharePubliclyAsync(Events, cancellationToken: Cancel);

        Revocation revocation = await world.Client.Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Cancel);

        Assert.Contains(revocation.Warnings, warning => warning.Code == ShareWarningCode.StillReadable);
    }
}

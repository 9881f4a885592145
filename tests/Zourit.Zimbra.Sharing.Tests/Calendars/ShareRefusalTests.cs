using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Calendars;

public sealed class ShareRefusalTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adresse", "'@'")]
    [InlineData("adresse@", "'@'")]
    [InlineData("Jean Dupont <adresse@orange.fr>", "Give the bare address: 'adresse@orange.fr'")]
    [InlineData("a@b@orange.fr", "more than one '@'")]
    [InlineData("  ", "'@'")]
    [InlineData("café@orange.fr", "ASCII")]
    public async Task An_address_that_no_guest_can_have_is_refused_before_anything_is_sent(string guest, string remedy)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, guest, cancellationToken: Cancel)
        );

        Assert.Contains(remedy, e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.RoundTrips);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a:b")]
    [InlineData("/..")]
    [InlineData("/a//b")]
    public async Task A_path_that_no_folder_can_have_is_refused_before_anything_is_sent(string calendar)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(calendar, Guest, cancellationToken: Cancel)
        );

        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task A_calendar_that_is_not_there_is_named_with_the_nearest_that_are()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync("/My Event", Guest, cancellationToken: Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, e.Code);
        Assert.Contains("'/My Event'", e.Message, StringComparison.Ordinal);
        Assert.Contains("Nearest: '/my-events'", e.Message, StringComparison.Ordinal);
        string french = e.Explanation.InLanguage("fr").Replace('\u00A0', ' ');
        Assert.Contains("Les plus proches : « /my-events »", french, StringComparison.Ordinal);
        Assert.DoesNotContain("'/", french, StringComparison.Ordinal);
        Assert.Empty(world.Server.Journal.Of("FolderActionRequest"));
    }

    [Theory]
    [InlineData("/Calendrier")]
    [InlineData("kalender")]
    public async Task The_web_clients_translated_name_leads_to_the_real_one(string shown)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(shown, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("'/Calendar' is meant", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_not_there_is_answered_with_the_calendars_and_their_ids()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync("4711", Guest, cancellationToken: Cancel)
        );

        Assert.Contains("4711", e.Message, StringComparison.Ordinal);
        Assert.Contains("'/Calendar' (10)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_in_the_past_is_refused_because_the_server_would_take_it()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(
                Events,
                Guest,
                new() { Expiry = TimeProvider.System.GetUtcNow().AddMinutes(-1) },
                Cancel
            )
        );

        Assert.Contains("RevokeGuestAsync", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task A_grant_that_fails_mails_nobody_and_names_the_policy()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Domain("monasso.org", domain => domain.Attributes["zimbraExternalSharingEnabled"] = "FALSE")
        );
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("zimbraExternalSharingEnabled is FALSE", e.Message, StringComparison.Ordinal);
        Assert.Contains(Events, e.Message, StringComparison.Ordinal);
        Assert.Contains(Guest, e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_domain_missing_from_the_white_list_is_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Change(directory =>
        {
            AttributeBag owner = directory.FindAccount(Owner)!.Attributes;
            owner["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            owner["zimbraExternalShareWhitelistDomain"] = "free.fr";
        });

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("'orange.fr' is not in zimbraExternalShareWhitelistDomain", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_to_administer_cannot_go_to_a_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Permissions = Permissions.Admin }, Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.CannotGrant, e.Code);
        Assert.Contains("'a' (administer)", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task The_owners_own_address_needs_no_share()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Owner, cancellationToken: Cancel)
        );

        Assert.Contains("owner's own address", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_of_the_owner_was_explained_by_a_white_list()
    {
        await using AssociationWorld world = await new Association()
            .WithOwner(account => account.Alias("contact@monasso.org"))
            .StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, "contact@monasso.org", cancellationToken: Cancel)
        );

        Assert.Contains("the owner's own address", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_rights_with_an_end_that_a_policy_set_since_does_not_allow_were_explained_by_a_white_list()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        DateTimeOffset end = TimeProvider.System.GetUtcNow().AddDays(300);
        await world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Notify = false, Expiry = end }, Cancel);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalShareLifetime"] = "10d");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(Events, Guest, new() { Permissions = Permissions.Manager }, Cancel)
        );

        Assert.Contains("zimbraExternalShareLifetime = 10d", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Whitelist", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mountpoint_is_refused_because_sharing_it_would_share_its_owners_folder()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(
            Events,
            "paul@monasso.org",
            new() { Permissions = Permissions.Admin, Notify = false },
            Cancel
        );
        ZimbraClient paul = world.As("paul@monasso.org");
        await paul.SendAsync(
            new CreateMountpointRequest
            {
                Name = "Asso",
                OwnerName = Owner,
                RemotePath = Events,
            },
            Cancel
        );

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            paul.Calendars.ShareWithGuestAsync("/Asso", Guest, cancellationToken: Cancel)
        );

        Assert.Contains("mountpoint", e.Message, StringComparison.Ordinal);
        Assert.Contains($"Mailbox(\"{Owner}\")", e.Message, StringComparison.Ordinal);

        GuestShare share = await paul.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(Owner, share.Owner);
    }

    [Fact]
    public async Task Without_the_right_to_administer_somebody_elses_calendar_cannot_be_shared()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(Events, "paul@monasso.org", new() { Notify = false }, Cancel);
        ZimbraClient paul = world.As("paul@monasso.org");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            paul.Mailbox(Owner).Calendars.ShareWithGuestAsync(Events, Guest, cancellationToken: Cancel)
        );

        Assert.Contains("needs 'a'", e.Message, StringComparison.Ordinal);
    }
}

using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

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
        await using SharingWorld world = await SharingWorld.StartAsync();

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, guest, cancellationToken: Cancel)
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
        await using SharingWorld world = await SharingWorld.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(calendar, SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Equal(0, world.RoundTrips);
    }

    [Fact]
    public async Task A_calendar_that_is_not_there_is_named_with_the_nearest_that_are()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync("/My Event", SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, e.Code);
        Assert.Contains("'/My Event'", e.Message, StringComparison.Ordinal);
        Assert.Contains("Nearest: '/my-events'", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Journal.Of("FolderActionRequest"));
    }

    [Theory]
    [InlineData("/Calendrier")]
    [InlineData("kalender")]
    public async Task The_web_clients_translated_name_leads_to_the_real_one(string shown)
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(shown, SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Contains("'/Calendar' is meant", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_not_there_is_answered_with_the_calendars_and_their_ids()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync("4711", SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Contains("4711", e.Message, StringComparison.Ordinal);
        Assert.Contains("'/Calendar' (10)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_in_the_past_is_refused_because_the_server_would_take_it()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(
                SharingWorld.Events,
                SharingWorld.Guest,
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
        await using SharingWorld world = await SharingWorld.StartAsync(seed =>
            seed.Domain("monasso.org", domain => domain.Attributes["zimbraExternalSharingEnabled"] = "FALSE")
        );
        world.Server.Change(directory => directory.FindAccount(SharingWorld.Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        Assert.Contains("zimbraExternalSharingEnabled is FALSE", e.Message, StringComparison.Ordinal);
        Assert.Contains(SharingWorld.Events, e.Message, StringComparison.Ordinal);
        Assert.Contains(SharingWorld.Guest, e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Empty(world.Grants());
    }

    [Fact]
    public async Task A_domain_missing_from_the_white_list_is_named()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        world.Server.Change(directory =>
        {
            AttributeBag owner = directory.FindAccount(SharingWorld.Owner)!.Attributes;
            owner["zimbraExternalShareDomainWhitelistEnabled"] = "TRUE";
            owner["zimbraExternalShareWhitelistDomain"] = "free.fr";
        });

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Contains("'orange.fr' is not in zimbraExternalShareWhitelistDomain", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_to_administer_cannot_go_to_a_guest()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(
                SharingWorld.Events,
                SharingWorld.Guest,
                new() { Permissions = Permissions.Admin },
                Cancel
            )
        );

        Assert.Equal(ZimbraFaultCodes.CannotGrant, e.Code);
        Assert.Contains("'a' (administer)", e.Message, StringComparison.Ordinal);
        Assert.Empty(world.Server.Outbox.Mails);
    }

    [Fact]
    public async Task The_owners_own_address_needs_no_share()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.Client.Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Owner, cancellationToken: Cancel)
        );

        Assert.Contains("owner's own address", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mountpoint_is_refused_because_sharing_it_would_share_its_owners_folder()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(
            SharingWorld.Events,
            "paul@monasso.org",
            new() { Permissions = Permissions.Admin, Notify = false },
            Cancel
        );
        await using ZimbraClient paul = SharingWorld.Connect(world.Server, account: "paul@monasso.org");
        await paul.SendAsync(
            new CreateMountpointRequest
            {
                Name = "Asso",
                OwnerName = SharingWorld.Owner,
                RemotePath = SharingWorld.Events,
            },
            Cancel
        );

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            paul.Calendars.ShareWithGuestAsync("/Asso", SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Contains("mountpoint", e.Message, StringComparison.Ordinal);
        Assert.Contains($"Mailbox(\"{SharingWorld.Owner}\")", e.Message, StringComparison.Ordinal);

        GuestShare share = await paul.Mailbox(SharingWorld.Owner)
            .Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel);
        Assert.Equal(ShareOutcome.Created, share.Outcome);
        Assert.Equal(SharingWorld.Owner, share.Owner);
    }

    [Fact]
    public async Task Without_the_right_to_administer_somebody_elses_calendar_cannot_be_shared()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.Client.Calendars.ShareWithUserAsync(SharingWorld.Events, "paul@monasso.org", new() { Notify = false }, Cancel);
        await using ZimbraClient paul = SharingWorld.Connect(world.Server, account: "paul@monasso.org");

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            paul.Mailbox(SharingWorld.Owner)
                .Calendars.ShareWithGuestAsync(SharingWorld.Events, SharingWorld.Guest, cancellationToken: Cancel)
        );

        Assert.Contains("needs 'a'", e.Message, StringComparison.Ordinal);
    }
}

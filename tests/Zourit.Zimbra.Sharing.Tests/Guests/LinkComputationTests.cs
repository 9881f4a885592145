using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class LinkComputationTests
{
    private static readonly FolderPath Calendar = FolderPath.Parse(Events);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static InvitationClient AsAdmin(AssociationWorld world, TimeProvider? time = null) =>
        world.AsAdmin(options => options.TimeProvider = time ?? TimeProvider.System).Mailbox(Owner).Invitations;

    [Fact]
    public async Task The_owner_alone_cannot_compute_a_link()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(notify: false);

        ZimbraAuthenticationException e = await Assert.ThrowsAsync<ZimbraAuthenticationException>(() =>
            world.AsOwner().Invitations.ComputeLinkAsync(Calendar, Guest, Token)
        );

        Assert.Equal(AuthenticationFailure.AdministratorRequired, e.Failure);
    }

    [Fact]
    public async Task Without_folder_or_share_no_link_is_made()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException folder = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            AsAdmin(world).ComputeLinkAsync(FolderPath.Parse("/no-such"), Guest, Token)
        );
        ZimbraShareNotFoundException share = await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token)
        );

        Assert.Contains("/no-such", folder.Message, StringComparison.Ordinal);
        Assert.Contains("not shared", share.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_who_may_not_read_the_key_is_reported()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(notify: false);
        world.Server.Change(directory => directory.Config["zimbraExternalAccountProvisioningKey"] = null);

        ZimbraMissingRightException e = await Assert.ThrowsAsync<ZimbraMissingRightException>(() =>
            AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token)
        );

        Assert.Contains("zimbraExternalAccountProvisioningKey", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_form_is_not_guessed_at()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(notify: false);
        world.Server.Change(directory => directory.Config["zimbraExternalAccountProvisioningKey"] = "0:1:no-key");

        ZimbraProtocolException e = await Assert.ThrowsAsync<ZimbraProtocolException>(() =>
            AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token)
        );

        Assert.Equal("GetConfigRequest", e.Operation);
        Assert.Contains(
            "zimbraExternalAccountProvisioningKey has another form than version:created:key.",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("no-key", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_computed_link_is_the_one_that_the_server_mails()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();

        Assert.Equal(world.LinkTo(), (await AsAdmin(world).ComputeLinkAsync(Calendar, " Adresse@orange.fr", Token)).Uri);
    }

    [Fact]
    public async Task The_computed_link_ends_when_the_domain_says_so()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using AssociationWorld world = await new Association()
            .With(seed => seed.Domain("monasso.org", domain => domain.Attributes["zimbraExternalShareInvitationUrlExpiration"] = "12h"))
            .On(new() { TimeProvider = time })
            .StartAsync();
        await world.ShareAsync();

        PersonalLink link = await AsAdmin(world, time).ComputeLinkAsync(Calendar, Guest, Token);

        Assert.Equal(time.GetUtcNow().AddHours(12), link.Expiry);
        Assert.Equal(world.LinkTo(), link.Uri);
    }

    [Fact]
    public async Task A_guest_accepts_a_link_that_was_never_mailed()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync("/Événements de l'asso", notify: false);

        PersonalLink link = await AsAdmin(world).ComputeLinkAsync(FolderPath.Parse(Trips), Guest, Token);
        AcceptedInvitation accepted = await world
            .Anonymous()
            .Invitations.AcceptAsync(link, "Adresse", new Secret(GuestPassword), cancellationToken: Token);

        Assert.Empty(world.Server.Outbox.Mails);
        Assert.Equal((AcceptanceOutcome.AccountCreated, Identifier), (accepted.Outcome, accepted.Identifier?.Value)!);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword, Trips));
    }

    [Fact]
    public async Task A_guest_who_is_a_member_of_a_group_accepts_a_link_of_their_own()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Group("amis@monasso.org", Guest));
        string folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder.Id;
        await world.AsOwner().SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Group("amis@monasso.org", "r")), Token);

        PersonalLink link = await AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token);
        AcceptedInvitation accepted = await world
            .Anonymous()
            .Invitations.AcceptAsync(link, "Adresse", new Secret(GuestPassword), cancellationToken: Token);

        Assert.Equal(AcceptanceOutcome.AccountCreated, accepted.Outcome);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
        await Assert.ThrowsAsync<ZimbraShareNotFoundException>(() =>
            AsAdmin(world).ComputeLinkAsync(Calendar, "stranger@orange.fr", Token)
        );
    }

    [Fact]
    public async Task A_member_of_a_group_gets_a_link_whoever_else_the_calendar_is_shared_with()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Group("amis@monasso.org", Guest).Group("autres@monasso.org", "other@orange.fr")
        );
        string folder = await world.ShareAsync(guest: "stranger@orange.fr", notify: false);
        foreach (string group in new[] { "autres@monasso.org", "amis@monasso.org" })
        {
            await world.AsOwner().SendAsync(FolderActionRequest.Grant(folder, FolderGrant.Group(group, "r")), Token);
        }

        Assert.Equal(Guest, (await AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token)).Mail);
    }

    [Fact]
    public async Task A_calendar_of_a_mailbox_that_is_shared_whole_has_a_link()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.AsOwner().SendAsync(FolderActionRequest.Grant("1", FolderGrant.Guest(Guest, "r")), Token);

        Assert.Equal(Guest, (await AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token)).Mail);
    }

    [Fact]
    public async Task The_computed_link_leads_to_the_public_address_of_the_domain()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Domain("monasso.org", domain => domain.PublicService("webmail.monasso.org", "https", port: null))
        );
        await world.ShareAsync();

        PersonalLink link = await AsAdmin(world).ComputeLinkAsync(Calendar, Guest, Token);

        Assert.Equal(new Uri("https://webmail.monasso.org"), link.BaseAddress);
        Assert.Equal(world.LinkTo(), link.Uri);
    }
}

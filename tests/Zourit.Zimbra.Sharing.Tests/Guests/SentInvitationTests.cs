using System.Globalization;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class SentInvitationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_that_does_not_exist_is_named()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.AsOwner().Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse("/no-such") }, Token)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, e.Code);
    }

    [Fact]
    public async Task An_address_with_a_display_name_is_refused() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
        {
            await using AssociationWorld world = await AssociationWorld.StartAsync();
            await world.AsOwner().Invitations.FindAsync(new InvitationSearch { Guest = "A <a@b.fr>" }, Token);
        });

    [Fact]
    public async Task Without_a_mail_there_is_no_link()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(notify: false);

        Assert.Null(
            await world.AsOwner().Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Events) }, Token)
        );
    }

    [Fact]
    public async Task The_owner_finds_the_link_that_went_to_a_guest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        await world.ShareAsync(guest: "other@orange.fr");

        SentInvitation? found = await world
            .AsOwner()
            .Invitations.FindAsync(new InvitationSearch { Guest = " Adresse@Orange.FR", Calendar = FolderPath.Parse(Events) }, Token);

        Assert.Equal(world.LinkTo(), found?.Link.Uri);
        Assert.NotNull(found?.SentAt);
        Assert.Null(
            await world.AsOwner().Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Trips) }, Token)
        );
    }

    [Fact]
    public async Task An_administrator_finds_it_on_behalf_of_the_owner()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string folder = await world.ShareAsync();

        SentInvitation? found = await world
            .AsAdmin()
            .Mailbox(Owner)
            .Invitations.FindAsync(new InvitationSearch { Guest = Guest, FolderId = folder }, Token);

        Assert.Equal(world.LinkTo(), found?.Link.Uri);
    }

    [Fact]
    public async Task Mails_about_changes_and_revocations_hold_no_link_and_are_passed_over()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string folder = await world.ShareAsync();
        foreach (ShareNotice notice in new[] { ShareNotice.Edited, ShareNotice.Revoked })
        {
            await world
                .AsOwner()
                .SendAsync(
                    new SendShareNotificationRequest
                    {
                        FolderId = folder,
                        Addresses = [Guest],
                        Notice = notice,
                    },
                    Token
                );
        }

        SentInvitation? found = await world
            .AsOwner()
            .Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Events) }, Token);

        Assert.Equal(3, world.Server.Outbox.To(Guest).Count);
        Assert.Equal(world.Server.Outbox.To(Guest)[0].PersonalLink, found?.Link.Uri);
    }

    [Fact]
    public async Task More_mails_than_one_page_are_read_as_the_stream_goes()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        string folder = await world.ShareAsync(Trips);
        await world.ShareAsync();
        for (int i = 0; i < 24; i++)
        {
            await world.AsOwner().SendAsync(SendShareNotificationRequest.Created(folder, Guest, notes: null), Token);
        }

        var links = new List<SentInvitation>();
        await foreach (SentInvitation invitation in world.AsOwner().Invitations.FindAllAsync(new InvitationSearch { Guest = Guest }, Token))
        {
            links.Add(invitation);
        }

        Assert.Equal(26, links.Count);
        Assert.Equal(26, links.DistinctBy(link => link.MessageId).Count());
        Assert.NotNull(
            await world.AsOwner().Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse(Events) }, Token)
        );
    }

    [Fact]
    public async Task The_link_to_a_calendar_seen_through_a_mountpoint_is_not_that_to_the_same_number_in_another_mailbox()
    {
        string ownerId = "";
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
        {
            Account owner = seed.Directory.FindAccount(Owner)!;
            string folder = owner.Mailbox!.Find(Events)!.Id.ToString(CultureInfo.InvariantCulture);
            ownerId = owner.Id;
            string Link(string id) => $"{SignUpPages.Key.Sign(new Uri("https://mail1.example.net"), id, folder, Guest, null).Uri}. Bye";
            seed.Account("adherent@monasso.org", OwnerPassword, account =>
                account
                    .Mountpoint("/Asso", Owner, Events)
                    .Sent(Guest, "Before", Link("somebody-else"))
                    .Sent(Guest, "This", Link(owner.Id))
                    .Sent(Guest, "After", Link("somebody-else"))
            );
        });

        SentInvitation? found = await world
            .As("adherent@monasso.org")
            .Invitations.FindAsync(new InvitationSearch { Guest = Guest, Calendar = FolderPath.Parse("/Asso") }, Token);

        Assert.Equal(ownerId, found?.Link.OwnerId);
    }
}

using System.Globalization;
using Zourit.Zimbra.Sharing.Authentication;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class SentInvitationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_that_does_not_exist_is_named()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world
                .AsOwner()
                .Invitations.FindAsync(new InvitationSearch { Guest = SharingWorld.Guest, Calendar = FolderPath.Parse("/no-such") }, Token)
        );

        Assert.Equal(ZimbraFaultCodes.NoSuchFolder, e.Code);
    }

    [Fact]
    public async Task An_address_with_a_display_name_is_refused() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
        {
            await using SharingWorld world = await SharingWorld.StartAsync();
            await world.AsOwner().Invitations.FindAsync(new InvitationSearch { Guest = "A <a@b.fr>" }, Token);
        });

    [Fact]
    public async Task Without_a_mail_there_is_no_link()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.ShareAsync(notify: false);

        Assert.Null(
            await world
                .AsOwner()
                .Invitations.FindAsync(
                    new InvitationSearch { Guest = SharingWorld.Guest, Calendar = FolderPath.Parse(SharingWorld.Calendar) },
                    Token
                )
        );
    }

    [Fact]
    public async Task The_owner_finds_the_link_that_went_to_a_guest()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        await world.ShareAsync();
        await world.ShareAsync(guest: "other@orange.fr");

        SentInvitation? found = await world
            .AsOwner()
            .Invitations.FindAsync(
                new InvitationSearch { Guest = " Adresse@Orange.FR", Calendar = FolderPath.Parse(SharingWorld.Calendar) },
                Token
            );

        Assert.Equal(world.LinkTo(), found?.Link.Uri);
        Assert.NotNull(found?.SentAt);
        Assert.Null(
            await world
                .AsOwner()
                .Invitations.FindAsync(
                    new InvitationSearch { Guest = SharingWorld.Guest, Calendar = FolderPath.Parse("/Autres/Sorties") },
                    Token
                )
        );
    }

    [Fact]
    public async Task An_administrator_finds_it_on_behalf_of_the_owner()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        string folder = await world.ShareAsync();

        SentInvitation? found = await world
            .AsAdmin()
            .Mailbox(SharingWorld.Owner)
            .Invitations.FindAsync(new InvitationSearch { Guest = SharingWorld.Guest, FolderId = folder }, Token);

        Assert.Equal(world.LinkTo(), found?.Link.Uri);
    }

    [Fact]
    public async Task Mails_about_changes_and_revocations_hold_no_link_and_are_passed_over()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        string folder = await world.ShareAsync();
        foreach (ShareNotice notice in new[] { ShareNotice.Edited, ShareNotice.Revoked })
        {
            await world
                .AsOwner()
                .SendAsync(
                    new SendShareNotificationRequest
                    {
                        FolderId = folder,
                        Addresses = [SharingWorld.Guest],
                        Notice = notice,
                    },
                    Token
                );
        }

        SentInvitation? found = await world
            .AsOwner()
            .Invitations.FindAsync(
                new InvitationSearch { Guest = SharingWorld.Guest, Calendar = FolderPath.Parse(SharingWorld.Calendar) },
                Token
            );

        Assert.Equal(3, world.Zimbra.Outbox.To(SharingWorld.Guest).Count);
        Assert.Equal(world.Zimbra.Outbox.To(SharingWorld.Guest)[0].PersonalLink, found?.Link.Uri);
    }

    [Fact]
    public async Task More_mails_than_one_page_are_read_as_the_stream_goes()
    {
        await using SharingWorld world = await SharingWorld.StartAsync();
        string folder = await world.ShareAsync("/Autres/Sorties");
        await world.ShareAsync();
        for (int i = 0; i < 24; i++)
        {
            await world.AsOwner().SendAsync(SendShareNotificationRequest.Created(folder, SharingWorld.Guest, notes: null), Token);
        }

        var links = new List<SentInvitation>();
        await foreach (
            SentInvitation invitation in world
                .AsOwner()
                .Invitations.FindAllAsync(new InvitationSearch { Guest = SharingWorld.Guest }, Token)
        )
        {
            links.Add(invitation);
        }

        Assert.Equal(26, links.Count);
        Assert.Equal(26, links.DistinctBy(link => link.MessageId).Count());
        Assert.NotNull(
            await world
                .AsOwner()
                .Invitations.FindAsync(
                    new InvitationSearch { Guest = SharingWorld.Guest, Calendar = FolderPath.Parse(SharingWorld.Calendar) },
                    Token
                )
        );
    }

    [Fact]
    public async Task The_link_to_a_calendar_seen_through_a_mountpoint_is_not_that_to_the_same_number_in_another_mailbox()
    {
        string ownerId = "";
        await using SharingWorld world = await SharingWorld.StartAsync(seed =>
        {
            Account owner = seed.Directory.FindAccount(SharingWorld.Owner)!;
            string folder = owner.Mailbox!.Find(SharingWorld.Calendar)!.Id.ToString(CultureInfo.InvariantCulture);
            ownerId = owner.Id;
            string Link(string id) =>
                $"{SignUpPages.Key.Sign(new Uri("https://mail1.example.net"), id, folder, SharingWorld.Guest, null).Uri}. Bye";
            seed.Account("paul@monasso.org", "pa55word", account =>
                account
                    .Mountpoint("/Asso", SharingWorld.Owner, SharingWorld.Calendar)
                    .Sent(SharingWorld.Guest, "Before", Link("somebody-else"))
                    .Sent(SharingWorld.Guest, "This", Link(owner.Id))
                    .Sent(SharingWorld.Guest, "After", Link("somebody-else"))
            );
        });

        SentInvitation? found = await world
            .Client(ZimbraCredentials.Password("paul@monasso.org", new Secret("pa55word")))
            .Invitations.FindAsync(new InvitationSearch { Guest = SharingWorld.Guest, Calendar = FolderPath.Parse("/Asso") }, Token);

        Assert.Equal(ownerId, found?.Link.OwnerId);
    }
}

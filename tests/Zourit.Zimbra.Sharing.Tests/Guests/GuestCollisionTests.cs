using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Guests.GuestCreations;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Guests whose identifier, or address, is somebody else's already.</summary>
public sealed class GuestCollisionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_identifier_of_a_regular_account_is_a_collision()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account(Identifier, "their-own"));

        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world));

        Assert.Equal(Identifier, e.TakenName);
        Assert.Contains(
            "which is no guest's account. adresse@orange.fr cannot have a guest's account in this domain",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Null(e.OtherGuest);
        Assert.Equal("their-own", GuestOf(world)!.Password);
        Assert.Null(world.Server.Directory.FindAccount(Owner)!.Attributes["zimbraSharedItem"]);
    }

    [Fact]
    public async Task Two_guests_whose_mails_give_the_same_identifier_collide_and_the_first_keeps_the_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world, WithCalendar with { Guest = "a.b@c.de" });

        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            world
                .AsAdmin()
                .Guests.CreateAsync(
                    WithCalendar with
                    {
                        ResetPassword = true,
                        Guest = "a@b.c.de",
                        Password = new Secret("An0ther-password"),
                    },
                    Token
                )
        );

        Assert.Equal("a.b@c.de", e.OtherGuest);
        Assert.Equal(GuestPassword, world.Server.Directory.FindAccount("a.b.c.de@monasso.org")!.Password);
    }

    [Fact]
    public async Task A_list_or_alias_of_the_identifiers_name_is_a_collision()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Group(Identifier, Owner));
        ZimbraGuestCollisionException list = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(world));
        Assert.Equal(Identifier, list.TakenName);
        Assert.StartsWith($"{Identifier} is taken by a list or an alias.", list.Message, StringComparison.Ordinal);

        await using AssociationWorld second = await AssociationWorld.StartAsync(seed =>
            seed.Account("someone@monasso.org", "pa55word", account => account.Alias(Identifier))
        );
        Assert.Equal("someone@monasso.org", (await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => CreateAsync(second))).TakenName);
    }

    [Fact]
    public async Task A_guest_who_is_an_internal_account_gets_no_guests_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("paul@asso2.org", "pa55word", account => account.Alias("pres@asso2.org"))
        );

        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            CreateAsync(world, WithCalendar with { Guest = "pres@asso2.org" })
        );

        Assert.Equal("paul@asso2.org", e.TakenName);
        Assert.StartsWith(
            "pres@asso2.org is no guest but an account of this server (paul@asso2.org).",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(world.Server.Directory.Accounts, account => account.IsVirtual);
    }

    [Fact]
    public async Task A_guest_who_is_a_group_of_the_server_leaves_no_grant_to_the_group()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            CreateAsync(world, WithCalendar with { Guest = "bureau@monasso.org", CheckAddress = false })
        );
        Assert.Equal("bureau@monasso.org", e.TakenName);
        Assert.StartsWith(
            "bureau@monasso.org is no guest: the server knows the address as bureau@monasso.org.",
            e.Message,
            StringComparison.Ordinal
        );

        Folder folder = (await world.AsOwner().SendAsync(GetFolderRequest.AtPath(Events), Token)).Folder;
        Assert.Empty(folder.Acl?.Grants ?? []);
    }
}

using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>What the list of a guest's calendars says of each.</summary>
public sealed class ListedAccessTests
{
    private const string Second = "deux@monasso.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<List<GuestAccess>> ListAsync(AssociationWorld world, TimeProvider? time = null) =>
        world
            .AsAdmin(options => options.TimeProvider = time ?? TimeProvider.System)
            .Guests.ListAccessAsync(Guest, cancellationToken: Token)
            .ToListAsync(Token)
            .AsTask();

    [Fact]
    public async Task Folders_are_listed_in_the_owners_order_each_above_those_that_inherit_from_it()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account(Second, "pa55word", owner =>
                owner
                    .Calendar("/Asso", calendar => calendar.ShareWithGuest(Guest, "r"))
                    .Calendar("/Asso/Un")
                    .Calendar("/Asso/Un/Deux")
                    .Calendar("/Asso/Trois")
                    .Calendar("/Club", calendar => calendar.ShareWithGuest(Guest, "rw"))
            )
        );

        List<GuestAccess> all = await ListAsync(world);

        Assert.Equal(
            ["/Asso r ", "/Asso/Trois r /Asso", "/Asso/Un r /Asso", "/Asso/Un/Deux r /Asso", "/Club rw "],
            all.Select(access => $"{access.Folder.Calendar} {access.Permissions} {access.InheritedFrom}")
        );
        Assert.All(all, access => Assert.False(access.LetsNobodyIn));
    }

    [Fact]
    public async Task A_mailbox_that_is_shared_whole_is_listed_from_its_root()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.AsOwner().SendAsync(FolderActionRequest.Grant("1", FolderGrant.Guest(Guest, "r")), Token);

        List<GuestAccess> all = await ListAsync(world);

        Assert.Equal((FolderPath.Root, null), (all[0].Folder.Calendar, all[0].InheritedFrom));
        Assert.Equal(FolderPath.Root, Assert.Single(all, access => access.Folder.Calendar == FolderPath.Parse(Events)).InheritedFrom);
    }

    [Fact]
    public async Task What_is_shared_with_everybody_or_with_other_groups_is_not_the_guests()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Group("autres@monasso.org", "other@orange.fr")
                .Account(Second, "pa55word", owner =>
                    owner.Calendar("/c", calendar =>
                        calendar
                            .SharePublicly("r")
                            .ShareWithAllAccounts("r")
                            .ShareWithGroup("autres@monasso.org", "r")
                            .ShareWithUser(Owner, "r")
                            .ShareWithGuest(Guest, "r")
                    )
                )
        );

        Assert.Equal(GranteeType.Guest, Assert.Single(await ListAsync(world)).GrantedTo);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task A_grant_has_expired_from_its_very_end(int secondsAfterEnd, bool hasEnded)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        DateTimeOffset end = time.GetUtcNow().AddHours(1);
        await using AssociationWorld world = await new Association()
            .With(seed =>
                seed.Account(Second, "pa55word", owner =>
                    owner.Calendar("/c", calendar => calendar.ShareWithGuest(Guest, "r", new() { Expiry = end }))
                )
            )
            .On(new() { TimeProvider = time })
            .StartAsync();
        time.SetUtcNow(end.AddSeconds(secondsAfterEnd));

        Assert.Equal(hasEnded, Assert.Single(await ListAsync(world, time)).IsExpired);
    }

    [Fact]
    public async Task Of_an_owner_in_maintenance_view_and_end_are_reported_as_they_were_published()
    {
        DateTimeOffset end = DateTimeOffset.UnixEpoch.AddYears(100);
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account(Second, "pa55word", owner =>
                owner
                    .Calendar("/c", calendar => calendar.ShareWithGuest(Guest, "r", new() { Expiry = end }))
                    .Folder("/f", "", folder => folder.ShareWithGuest(Guest, "r"))
            )
        );
        world.Server.Change(directory => directory.FindAccount(Second)!.Status = "maintenance");

        List<GuestAccess> all = await ListAsync(world);

        Assert.Equal(
            [("/c", "appointment", end), ("/f", null, (DateTimeOffset?)null)],
            all.Select(access => (access.Folder.Calendar.Value, access.View, access.Expiry))
        );
        Assert.All(all, access => Assert.True(access.OwnerInMaintenance));
    }
}

using Zourit.Zimbra.Sharing.Calendars;
using Zourit.Zimbra.Sharing.Folders;
using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Calendars;
using Zourit.Zimbra.Sharing.Tests.Granting;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// Calls of one client about the same share wait for each other, whichever sub-client they come by: a guest's grant never takes a stronger
/// one back.
/// </summary>
public sealed class GuestTurnTests
{
    private static readonly DateTimeOffset End = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_that_was_given_while_the_account_was_made_keeps_its_rights_and_its_end()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var others = new Interference();
        ZimbraClient admin = world.AsAdmin(way: others);
        others.Before("<GetDomainRequest", () => ShareAsync(admin));

        GuestCreation made = await CreateAsync(admin);

        Assert.Equal(GuestStep.Unchanged, Assert.Single(made.Calendars).Grant);
        AssertStronger(world);
    }

    [Fact]
    public async Task A_share_that_is_being_given_is_waited_for()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var others = new Interference();
        ZimbraClient admin = world.AsAdmin(way: others);
        var begun = new TaskCompletionSource();
        var shared = new TaskCompletionSource();
        Task<GuestCreation>? creation = null;
        others.Before("<GetDomainRequest", begun.SetResult);
        others.Before("op=\"grant\"", async () =>
        {
            // Another grant may leave before this one is through; it arrives after it.
            others.Before("op=\"grant\"", () => shared.Task);
            creation = CreateAsync(admin);
            await begun.Task;
        });

        await ShareAsync(admin);
        shared.SetResult();

        Assert.Equal(GuestStep.Unchanged, Assert.Single((await creation!).Calendars).Grant);
        AssertStronger(world);
    }

    [Theory]
    [InlineData("Adresse@Orange.FR", "adresse@orange.fr")]
    [InlineData("contact@événement.fr", "contact@xn--vnement-9xab.fr")]
    public void All_spellings_of_a_guest_have_one_lock(string one, string other)
    {
        SharedFolder folder = SharedFolders.With();

        Assert.Equal(folder.LockKey(one), folder.LockKey(other), ignoreCase: true);
    }

    private static Task<GuestShare> ShareAsync(ZimbraClient admin) =>
        admin
            .Mailbox(Owner)
            .Calendars.ShareWithGuestAsync(
                Events,
                Guest,
                new()
                {
                    Permissions = Permissions.Manager,
                    Expiry = End,
                    Notify = false,
                },
                Token
            );

    private static Task<GuestCreation> CreateAsync(ZimbraClient admin) =>
        admin.Guests.CreateAsync(
            new NewGuestAccount
            {
                Owner = Owner,
                Calendar = Events,
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );

    private static void AssertStronger(AssociationWorld world)
    {
        AccessGrant grant = Assert.Single(world.Server.GrantsOf(Owner, Events));
        Assert.Equal(("rwidx", End.ToUnixTimeMilliseconds()), (grant.Rights, grant.Expiry));
    }
}

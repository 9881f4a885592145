using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestAccountTests
{
    private const string Domain = "monasso.org";

    private static readonly GuestIdentifier Identifier = GuestIdentifier.Parse(Association.Identifier);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<AssociationWorld> WithGuestAsync()
    {
        AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Account("owner@autre.org", "pa55word", account => account.Calendar("/c"))
        );
        await world.AsAdmin().Guests.CreateAsync(GuestCreations.WithCalendar, Token);
        return world;
    }

    private static async Task<List<string>> NamesAsync(IAsyncEnumerable<GuestAccount> guests)
    {
        var names = new List<string>();
        await foreach (GuestAccount guest in guests)
        {
            names.Add(guest.Name);
        }

        return names;
    }

    [Fact]
    public async Task A_guest_who_is_not_there_is_null_or_a_fault()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;

        Assert.Null(await guests.FindAsync(Identifier, Token));
        Assert.Null(await guests.FindByMailAsync(Domain, Guest, Token));
        Assert.Empty(await NamesAsync(guests.FindAllAsync(new GuestSearch(), Token)));
        Assert.Equal(
            ZimbraFaultCodes.NoSuchAccount,
            (await Assert.ThrowsAsync<ZimbraFaultException>(() => guests.SuspendAsync(Identifier, Token))).Code
        );
        Assert.Equal(
            ZimbraFaultCodes.NoSuchAccount,
            (await Assert.ThrowsAsync<ZimbraFaultException>(() => guests.ResetPasswordAsync(Identifier, Token))).Code
        );
    }

    [Fact]
    public async Task A_regular_account_is_never_touched()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed => seed.Account(Association.Identifier, "their-own"));
        GuestClient guests = world.AsAdmin().Guests;

        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            guests.SuspendAsync(Identifier, Token)
        );
        Assert.Equal(
            (Association.Identifier, $"{Identifier} is no guest's account but {Identifier}, a regular one. It was not touched."),
            (e.TakenName, e.Message)
        );
        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            guests.SetPasswordAsync(Identifier, new Secret("An0ther-password"), Token)
        );
        await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() => guests.FindAsync(Identifier, Token));

        Account account = world.Server.Directory.FindAccount(Association.Identifier)!;
        Assert.Equal(("active", "their-own"), (account.Status, account.Password));
    }

    [Fact]
    public async Task A_guest_is_found_by_identifier_and_by_mail_but_never_as_somebody_else()
    {
        await using AssociationWorld world = await WithGuestAsync();
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = Domain,
                Guest = "a.b@c.de",
                Password = new Secret(GuestPassword),
            },
            Token
        );

        GuestAccount? byName = await guests.FindAsync(Identifier, Token);
        GuestAccount? byMail = await guests.FindByMailAsync(Domain, " Adresse@Orange.fr", Token);

        Assert.Equal(byName?.Id, byMail?.Id);
        Assert.Equal((Guest, GuestStatus.Active, true), (byName!.Mail, byName.Status, byName.HasPassword)!);
        Assert.Equal(Identifier, byName.Identifier);
        ZimbraGuestCollisionException e = await Assert.ThrowsAsync<ZimbraGuestCollisionException>(() =>
            guests.FindByMailAsync(Domain, "a@b.c.de", Token)
        );
        Assert.Equal(("a.b@c.de", "a.b.c.de@monasso.org"), (e.OtherGuest, e.TakenName));
        Assert.StartsWith(
            "a.b.c.de@monasso.org belongs to another guest, a.b@c.de, whose mail gives the same identifier.",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobodys_identifier_and_an_empty_password_are_refused_before_anything_is_sent()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        GuestClient guests = world.AsAdmin().Guests;

        ArgumentException nobody = await Assert.ThrowsAnyAsync<ArgumentException>(() => guests.SuspendAsync(default, Token));
        ArgumentException empty = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            guests.SetPasswordAsync(Identifier, new Secret(""), Token)
        );
        ArgumentException made = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = Guest,
                    Password = new Secret(""),
                },
                Token
            )
        );

        Assert.Equal(
            ("identifier", true),
            (nobody.ParamName, nobody.Message.StartsWith("The identifier is empty.", StringComparison.Ordinal))
        );
        Assert.All([empty, made], e =>
            Assert.StartsWith("The password is empty: nobody could sign in.", e.Message, StringComparison.Ordinal)
        );
        Assert.Empty(world.Server.Journal.Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_a_size(int size)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            NamesAsync(world.AsAdmin().Guests.FindAllAsync(new GuestSearch { PageSize = size }, Token))
        );

        Assert.StartsWith("PageSize must be from 1 to 1,000.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_page_may_be_as_small_or_as_large_as_the_limits(int size)
    {
        await using AssociationWorld world = await WithGuestAsync();

        Assert.Equal(
            [Association.Identifier],
            await NamesAsync(world.AsAdmin().Guests.FindAllAsync(new GuestSearch { PageSize = size }, Token))
        );
    }

    [Fact]
    public async Task Guests_are_found_as_a_stream_through_full_pages_by_domain_mail_and_status()
    {
        await using AssociationWorld world = await WithGuestAsync();
        GuestClient guests = world.AsAdmin().Guests;
        await guests.CreateAsync(
            new NewGuestAccount
            {
                OwnerDomain = "autre.org",
                Guest = Guest,
                Password = new Secret(GuestPassword),
            },
            Token
        );
        for (int i = 0; i < 4; i++)
        {
            await guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = Domain,
                    Guest = $"g{i}@orange.fr",
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        }

        await guests.SuspendAsync(GuestIdentifier.For(GuestAddress.Parse("g1@orange.fr"), Domain), Token);

        Assert.Equal(6, (await NamesAsync(guests.FindAllAsync(new GuestSearch { PageSize = 2 }, Token))).Distinct().Count());
        Assert.Equal(5, (await NamesAsync(guests.FindAllAsync(new GuestSearch { OwnerDomain = Domain, PageSize = 5 }, Token))).Count);
        Assert.Equal(
            [Association.Identifier, "adresse.orange.fr@autre.org"],
            (await NamesAsync(guests.FindAllAsync(new GuestSearch { Guest = Guest }, Token))).OrderDescending()
        );
        Assert.Equal(
            ["g1.orange.fr@monasso.org"],
            await NamesAsync(guests.FindAllAsync(new GuestSearch { Status = GuestStatus.Locked }, Token))
        );
    }

    [Fact]
    public async Task A_guests_address_cannot_change_the_search()
    {
        await using AssociationWorld world = await WithGuestAsync();

        Assert.Empty(await NamesAsync(world.AsAdmin().Guests.FindAllAsync(new GuestSearch { Guest = "*@orange.fr" }, Token)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            NamesAsync(world.AsAdmin().Guests.FindAllAsync(new GuestSearch { PageSize = 0 }, Token))
        );
    }

    [Fact]
    public async Task A_new_password_lets_the_guest_in_and_the_old_one_no_more()
    {
        await using AssociationWorld world = await WithGuestAsync();

        GuestPasswordReset made = await world.AsAdmin().Guests.ResetPasswordAsync(Identifier, Token);

        Assert.Null(made.BrokenRule);
        Assert.DoesNotContain(made.Password.Reveal(), made.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, made.Password.Reveal()));
        Assert.Equal(401, await world.ReadFeedAsync(Association.Identifier, GuestPassword));
    }

    [Fact]
    public async Task A_password_against_the_policy_is_set_by_a_global_administrator_and_the_result_says_so()
    {
        await using AssociationWorld world = await WithGuestAsync();

        GuestPasswordReset set = await world.AsAdmin().Guests.SetPasswordAsync(Identifier, new Secret("abc"), Token);

        Assert.NotNull(set.BrokenRule);
        Assert.Equal("abc", world.Server.Directory.FindAccount(Association.Identifier)!.Password);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => world.AsAdmin().Guests.SetPasswordAsync(Identifier, new Secret(""), Token));
    }

    [Fact]
    public async Task A_suspended_guest_stays_out_through_the_daily_task_until_resumed()
    {
        await using AssociationWorld world = await WithGuestAsync();
        GuestClient guests = world.AsAdmin().Guests;

        Assert.Equal(GuestStep.Changed, (await guests.SuspendAsync(Identifier, Token)).Step);
        Assert.Equal(GuestStep.Unchanged, (await guests.SuspendAsync(Identifier, Token)).Step);
        world.Server.RunDailyTask();
        Assert.Equal(401, await world.ReadFeedAsync(Association.Identifier, GuestPassword));

        GuestChange resumed = await guests.ResumeAsync(Identifier, Token);

        Assert.Equal((GuestStep.Changed, GuestStatus.Active), (resumed.Step, resumed.Account.Status));
        Assert.Equal(200, await world.ReadFeedAsync(Association.Identifier, GuestPassword));
    }

    [Fact]
    public async Task A_manual_closed_is_undone_by_the_daily_task_which_is_why_suspending_locks()
    {
        await using AssociationWorld world = await WithGuestAsync();
        world.Server.Change(directory => directory.FindAccount(Association.Identifier)!.Status = "closed");

        world.Server.RunDailyTask();

        Assert.Equal(GuestStatus.Active, (await world.AsAdmin().Guests.FindAsync(Identifier, Token))!.Status);
    }
}

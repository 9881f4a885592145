using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Guests.GuestCreations;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class GuestRecreationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creating_again_changes_nothing_and_keeps_the_password()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);
        string grants = string.Join(',', world.Server.Directory.FindAccount(Owner)!.Attributes.Values("zimbraSharedItem"));

        GuestCreation again = await world
            .AsAdmin()
            .Guests.CreateAsync(WithCalendar with { Guest = Guest, Password = new Secret("An0ther-password") }, Token);

        Assert.Equal((GuestStep.Unchanged, GuestStep.Unchanged), (again.Step, again.Password));
        Assert.Equal((GuestStep.Unchanged, GuestStep.Unchanged), (again.Calendars[0].Grant, again.Calendars[0].Mountpoint));
        Assert.Equal(GuestWarningCode.PasswordKept, Assert.Single(again.Warnings).Code);
        Assert.Equal(
            "adresse.orange.fr@monasso.org exists and has a password; the one given was not set. Ask for ResetPassword to replace it.",
            again.Warnings[0].Text.English
        );
        Assert.Equal(GuestPassword, GuestOf(world)!.Password);
        Assert.Equal(grants, string.Join(',', world.Server.Directory.FindAccount(Owner)!.Attributes.Values("zimbraSharedItem")));
    }

    [Fact]
    public async Task The_password_of_an_account_is_replaced_only_when_asked()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);

        GuestCreation again = await world
            .AsAdmin()
            .Guests.CreateAsync(WithCalendar with { ResetPassword = true, Password = new Secret("An0ther-password") }, Token);

        Assert.Equal((GuestStep.Unchanged, GuestStep.Changed), (again.Step, again.Password));
        Assert.Equal("An0ther-password", GuestOf(world)!.Password);
    }

    [Fact]
    public async Task An_account_without_password_gets_one()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);
        world.Server.Change(directory => directory.FindAccount(Identifier)!.Password = null);

        GuestCreation again = await CreateAsync(world);

        Assert.Equal((GuestStep.Unchanged, GuestStep.Created), (again.Step, again.Password));
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
    }

    [Fact]
    public async Task A_closed_account_is_opened_again()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = OwnerDomain,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        world.Server.RunDailyTask();

        GuestCreation again = await CreateAsync(world);

        Assert.Equal(GuestStep.Changed, again.Step);
        Assert.Equal(GuestStatus.Active, again.Account.Status);
        Assert.Equal(GuestStep.Created, again.Calendars[0].Mountpoint);
        world.Server.RunDailyTask();
        Assert.Equal("active", GuestOf(world)!.Status);
    }

    [Theory]
    [InlineData("locked", GuestStatus.Locked, GuestStep.Created)]
    [InlineData("maintenance", GuestStatus.Maintenance, GuestStep.Skipped)]
    public async Task A_locked_account_stays_locked_and_the_result_says_so(string word, GuestStatus status, GuestStep mountpoint)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world
            .AsAdmin()
            .Guests.CreateAsync(
                new NewGuestAccount
                {
                    OwnerDomain = OwnerDomain,
                    Guest = Guest,
                    Password = new Secret(GuestPassword),
                },
                Token
            );
        world.Server.Change(directory => directory.FindAccount(Identifier)!.Status = word);

        GuestCreation again = await CreateAsync(world);

        Assert.Equal(status, again.Account.Status);
        Assert.Equal((GuestStep.Created, mountpoint), (again.Calendars[0].Grant, again.Calendars[0].Mountpoint));
        Assert.Equal(
            $"adresse.orange.fr@monasso.org is {status}: the guest cannot get in until the account is resumed.",
            Assert.Single(again.Warnings, warning => warning.Code == GuestWarningCode.NotActive).Text.English
        );
        Assert.Equal(word, GuestOf(world)!.Status);
    }

    [Fact]
    public async Task An_upper_case_letter_in_the_stored_mail_is_repaired_before_the_daily_task_closes_the_account()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world);
        world.Server.Change(directory =>
            directory.FindAccount(Identifier)!.Attributes["zimbraExternalUserMailAddress"] = "Adresse@orange.fr"
        );

        GuestCreation again = await CreateAsync(world);

        Assert.Equal(GuestStep.Changed, again.Step);
        Assert.False(again.Account.HasUpperCaseMail);
        world.Server.RunDailyTask();
        Assert.Equal("active", GuestOf(world)!.Status);
    }

    [Fact]
    public async Task A_policy_that_forbids_external_sharing_is_reported_and_a_later_call_finishes()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "FALSE"
        );

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() => CreateAsync(world));
        Assert.Equal(ZimbraFaultCodes.PermissionDenied, e.Code);
        world.Server.Change(directory => directory.FindAccount(Owner)!.Attributes["zimbraExternalSharingEnabled"] = "TRUE");
        GuestCreation again = await CreateAsync(world);

        Assert.Equal((GuestStep.Created, GuestStep.Created), (again.Calendars[0].Grant, again.Calendars[0].Mountpoint));
    }
}

using Zourit.Zimbra.Sharing.Guests;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>Guests whose making was lost on the way, when more than one thing goes wrong: what is not known is not reported as
/// known.</summary>
public sealed class LostGuestTests
{
    private static readonly Dictionary<string, Action<MisbehaviourTrigger>> Losses = new()
    {
        ["reset"] = trigger => trigger.ResetAfterEffect(),
        ["without password"] = trigger => trigger.AccountEntryWithoutPassword(),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GuestIdentifier Identifier => GuestIdentifier.Parse(Association.Identifier);

    private static bool Creates(string request) => request.Contains("<CreateAccountRequest", StringComparison.Ordinal);

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

    [Theory, InlineData("reset"), InlineData("without password")]
    public async Task An_account_that_may_stand_and_cannot_be_looked_for_is_not_reported_as_unchanged(string loss)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        Losses[loss](world.Server.Misbehave.On("CreateAccountRequest"));
        world.Server.Misbehave.On("GetAccountRequest").FromCall(4).ServiceUnavailable();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            CreateAsync(world.AsAdmin(options => options.MaxRetries = 0))
        );

        Assert.Equal("CreateAccountRequest", e.Operation);
        Assert.Contains("Looking for that failed too: GetAccountRequest", e.Message, StringComparison.Ordinal);
        Assert.NotNull(world.Server.Directory.FindAccount(Association.Identifier));
    }

    [Fact]
    public async Task A_mountpoint_that_may_stand_and_cannot_be_looked_for_is_not_reported_as_unchanged()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateMountpointRequest").ResetAfterEffect();
        world.Server.Misbehave.On("GetFolderRequest").FromCall(5).ServiceUnavailable();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            CreateAsync(world.AsAdmin(options => options.MaxRetries = 0))
        );

        Assert.Equal("CreateMountpointRequest", e.Operation);
        Assert.Single(world.Server.Directory.FindAccount(Association.Identifier)!.Mailbox!.Folders, folder => folder.Link is not null);
    }

    [Fact]
    public async Task A_suspension_whose_reply_was_lost_to_the_end_is_looked_for()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world.AsAdmin());
        world.Server.Misbehave.On("ModifyAccountRequest").CutReply();

        GuestChange change = await world.AsAdmin().Guests.SuspendAsync(Identifier, Token);

        Assert.Equal((GuestStep.Changed, GuestStatus.Locked), (change.Step, change.Account.Status));
    }

    [Fact]
    public async Task A_suspension_that_was_broken_off_and_is_not_seen_changed_nothing()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world.AsAdmin());
        world.Server.Misbehave.On("ModifyAccountRequest").Fault("service.FAILURE", new() { IsReceiver = true });

        ZimbraFaultException e = await Assert.ThrowsAsync<ZimbraFaultException>(() =>
            world.AsAdmin().Guests.SuspendAsync(Identifier, Token)
        );

        Assert.True(e.IsOutcomeKnown);
        Assert.Equal("active", world.Server.Directory.FindAccount(Association.Identifier)!.Status);
    }

    [Fact]
    public async Task A_suspension_that_cannot_be_looked_for_is_not_reported_as_unchanged()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world.AsAdmin());
        world.Server.Misbehave.On("ModifyAccountRequest").CutReply();
        world.Server.Misbehave.On("GetAccountRequest").FromCall(2).ServiceUnavailable();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world.AsAdmin().Guests.SuspendAsync(Identifier, Token)
        );

        Assert.Equal("ModifyAccountRequest", e.Operation);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_closed_account_is_opened_though_the_reply_is_lost_to_the_end(bool isRepair)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await CreateAsync(world.AsAdmin());
        world.Server.Change(directory => directory.FindAccount(Association.Identifier)!.Status = "closed");
        world.Server.Misbehave.On("ModifyAccountRequest").CutReply();

        GuestStep step = isRepair
            ? (await world.AsAdmin().Guests.RepairAsync(Identifier, Token)).Step
            : (await CreateAsync(world.AsAdmin())).Step;

        Assert.Equal(GuestStep.Changed, step);
        Assert.Equal("active", world.Server.Directory.FindAccount(Association.Identifier)!.Status);
    }

    [Fact]
    public async Task A_repetition_that_is_rejected_says_nothing_of_the_first_attempt()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var slow = new SlowServer { CutsOff = Creates };
        world.Server.Misbehave.On("CreateAccountRequest").ServiceUnavailable();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world.AsAdmin(options => options.MaxRetries = 1, slow)));
    }

    [Fact]
    public async Task A_mountpoint_whose_repetition_is_rejected_may_stand_all_the_same()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var slow = new SlowServer { CutsOff = request => request.Contains("<CreateMountpointRequest", StringComparison.Ordinal) };
        world.Server.Misbehave.On("CreateMountpointRequest").ServiceUnavailable();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world.AsAdmin(options => options.MaxRetries = 1, slow)));
    }

    [Theory]
    [InlineData("CreateAccountRequest")]
    [InlineData("CreateMountpointRequest")]
    public async Task What_came_through_before_a_repetition_was_refused_is_reported_as_made(string request)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        bool IsIt(string text) => text.Contains("<" + request, StringComparison.Ordinal);
        var slow = new SlowServer { CutsOff = IsIt, IsDoneBefore = IsIt };
        world.Server.Misbehave.On(request).Call(2).Fault("service.INVALID_REQUEST");

        GuestCreation made = await CreateAsync(world.AsAdmin(way: slow));

        Assert.Equal((GuestStep.Created, GuestStep.Created), (made.Step, made.Calendars[0].Mountpoint));
        Assert.Single(world.Server.Directory.Accounts, account => account.IsVirtual);
    }

    [Fact]
    public async Task A_slow_account_that_the_repetition_finds_is_reported_as_made_with_its_password()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var slow = new SlowServer { CutsOff = Creates, IsDoneBefore = Creates };

        GuestCreation made = await CreateAsync(world.AsAdmin(way: slow));

        Assert.Equal((GuestStep.Created, GuestStep.Created), (made.Step, made.Password));
        Assert.Empty(made.Warnings);
        Assert.Equal(GuestPassword, Assert.Single(world.Server.Directory.Accounts, account => account.IsVirtual).Password);
    }

    [Fact]
    public async Task A_guest_who_signs_up_in_the_moment_of_a_loss_keeps_the_own_password_and_the_result_says_so()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        var slow = new SlowServer
        {
            CutsOff = Creates,
            Meanwhile = () =>
                world
                    .Anonymous()
                    .Invitations.AcceptAsync(
                        PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                        "Adresse",
                        new Secret("Her-0wn-password"),
                        cancellationToken: Token
                    ),
        };

        GuestCreation made = await CreateAsync(world.AsAdmin(way: slow));

        Assert.Equal(GuestStep.Unchanged, made.Password);
        Assert.NotEqual(GuestStep.Created, made.Step);
        Assert.Contains(made.Warnings, warning => warning.Code == GuestWarningCode.PasswordKept);
        Assert.Equal("Her-0wn-password", world.Server.Directory.FindAccount(Association.Identifier)!.Password);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task A_mountpoint_that_is_lost_again_and_again_is_asked_for_as_often_as_the_settings_say(int retries, int asked)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateMountpointRequest").ResetBeforeEffect();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => CreateAsync(world.AsAdmin(options => options.MaxRetries = retries)));

        Assert.Equal(asked, world.Server.Misbehave.Injected.Count);
    }

    [Theory, InlineData("CreateAccountRequest"), InlineData("CreateMountpointRequest")]
    public async Task What_the_server_answered_too_long_and_is_not_there_was_not_made(string operation)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On(operation).EndlessBody();

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() =>
            CreateAsync(
                world.AsAdmin(options =>
                {
                    options.MaxRetries = 1;
                    options.MaxReplyBytes = 64 * 1024;
                })
            )
        );

        Assert.Equal((operation, true), (e.Operation, e.IsTransient));
        Assert.Contains(
            "the reply was lost, and the server's state, read afterwards, shows that nothing was changed.",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, world.Server.Misbehave.Injected.Count);
        Assert.DoesNotContain(world.Server.Directory.Accounts, account =>
            account.Mailbox?.Folders.Any(folder => folder.Link is not null) == true
        );
    }

    [Fact]
    public async Task The_pauses_before_a_lost_mountpoint_is_asked_for_again_grow_up_to_the_longest()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        world.Server.Misbehave.On("CreateMountpointRequest").Calls(1, 3).ResetBeforeEffect();
        var time = new HurriedTime(TimeSpan.FromSeconds(5));

        GuestCreation made = await CreateAsync(
            world.AsAdmin(options =>
            {
                options.TimeProvider = time;
                options.MaxRetries = 3;
                options.RetryDelay = TimeSpan.FromSeconds(1);
                options.MaxRetryDelay = TimeSpan.FromSeconds(3);
            })
        );

        Assert.Equal(GuestStep.Created, made.Calendars[0].Mountpoint);
        Assert.Collection(
            time.Waits.Select(wait => wait.TotalSeconds),
            first => Assert.InRange(first, 0.5, 1.5),
            second => Assert.InRange(second, 1, 3),
            third => Assert.InRange(third, 2, 3)
        );
    }

    [Fact]
    public async Task A_mountpoint_that_maintenance_of_the_domain_keeps_from_being_made_is_reported()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        var slow = new SlowServer
        {
            CutsOff = request =>
                request.Contains("<DelegateAuthRequest", StringComparison.Ordinal)
                && request.Contains(Association.Identifier, StringComparison.Ordinal),
            Meanwhile = () =>
            {
                world.Server.Change(directory => directory.FindDomain("monasso.org")!.Attributes["zimbraDomainStatus"] = "maintenance");
                return Task.CompletedTask;
            },
        };

        GuestCreation made = await CreateAsync(world.AsAdmin(way: slow));

        Assert.Equal((GuestStatus.Active, GuestStep.Skipped), (made.Account.Status, made.Calendars[0].Mountpoint));
        Assert.Equal(
            "The mountpoint of moncompte@monasso.org/my-events was not made, since adresse.orange.fr@monasso.org or its domain is in "
                + "maintenance. Create again afterwards.",
            Assert.Single(made.Warnings, warning => warning.Code == GuestWarningCode.NoMountpoint).Text.English
        );
    }
}

using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Testing.Misbehaviour;
using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

public sealed class AcceptanceTests
{
    private static readonly AcceptOptions AskOnce = new() { PublicationWait = TimeSpan.Zero };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_who_accepts_has_an_account_a_mountpoint_and_the_calendar()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();

        AcceptedInvitation accepted = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse Été",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountCreated, accepted.Outcome);
        Assert.Equal(Identifier, accepted.Identifier?.Value);
        Account guest = world.Server.Directory.FindAccount(Identifier)!;
        Assert.Equal("Adresse Été", guest.Attributes["displayName"]);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
        Assert.Equal(401, await world.ReadFeedAsync(Identifier, "wrong"));
        world.Server.RunDailyTask();
        Assert.Equal("active", guest.Status);
    }

    [Fact]
    public async Task Accepting_twice_finds_the_account_and_keeps_its_password()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        AcceptedInvitation again = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Another",
                new Secret("An0ther-password"),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountExists, again.Outcome);
        Assert.Equal(Identifier, again.Identifier?.Value);
        Assert.Equal(GuestPassword, world.Server.Directory.FindAccount(Identifier)!.Password);
    }

    [Fact]
    public async Task The_link_of_a_second_calendar_only_adds_a_mountpoint()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );
        await world.ShareAsync(Trips);

        AcceptedInvitation second = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountExists, second.Outcome);
        Assert.Equal(2, world.Server.Directory.FindAccount(Identifier)!.Mailbox!.Folders.Count(folder => folder.Link is not null));
    }

    [Fact]
    public async Task NO_SHARE_EXISTS_while_publication_lags_is_waited_out()
    {
        var serverTime = new FakeTimeProvider();
        await using AssociationWorld world = await new Association()
            .On(new() { TimeProvider = serverTime, PublicationLag = TimeSpan.FromSeconds(5) })
            .StartAsync();
        await world.ShareAsync();
        // The link is opened again after a refusal only.
        world.Server.Misbehave.On($"{MisbehaviourRules.SignUp} GET").Call(2).Delay(TimeSpan.Zero);

        Task<AcceptedInvitation> accepting = world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );
        await world.Server.Misbehave.WhenInjectedAsync(1, Token);
        serverTime.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(AcceptanceOutcome.AccountCreated, (await accepting).Outcome);
        Assert.Contains(world.Server.Journal.Entries, entry =>
            entry.ReplyBody.Contains(ZimbraFaultCodes.NoShareExists, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_owner_name_with_a_forbidden_character_leaves_an_account_without_mountpoint_and_the_result_says_so()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Directory.FindAccount(Owner)!.Attributes["displayName"] = "Asso: la vie"
        );
        await world.ShareAsync();

        AcceptedInvitation accepted = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountCreatedIncomplete, accepted.Outcome);
        Assert.Equal(ZimbraFaultCodes.InvalidName, accepted.Code);
        Assert.Equal(Identifier, accepted.Identifier?.Value);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
    }

    [Fact]
    public async Task The_second_guest_of_a_colliding_identifier_gets_the_first_ones_login_page()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(guest: "a.b@c.de");
        await world.ShareAsync(guest: "a@b.c.de");
        await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo("a.b@c.de").AbsoluteUri),
                "First",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        AcceptedInvitation second = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo("a@b.c.de").AbsoluteUri),
                "Second",
                new Secret("An0ther-password"),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountExists, second.Outcome);
        Assert.Equal(GuestPassword, world.Server.Directory.FindAccount("a.b.c.de@monasso.org")!.Password);
        Assert.Null(second.Identifier);
        Assert.Equal("a.b.c.de@monasso.org", second.PossibleIdentifier?.Value);
    }

    [Fact]
    public async Task The_first_guest_of_a_colliding_identifier_accepts_again_and_learns_the_identifier_by_the_password()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync(guest: "a.b@c.de");
        var link = PersonalLink.Parse(world.LinkTo("a.b@c.de").AbsoluteUri);
        await world.Anonymous().Invitations.AcceptAsync(link, "First", new Secret(GuestPassword), cancellationToken: Token);

        AcceptedInvitation again = await world
            .Anonymous()
            .Invitations.AcceptAsync(link, "First", new Secret(GuestPassword), cancellationToken: Token);

        Assert.Equal((AcceptanceOutcome.AccountExists, "a.b.c.de@monasso.org"), (again.Outcome, again.Identifier?.Value));
    }

    [Fact]
    public async Task A_lost_reply_to_the_sign_up_is_looked_after_and_nothing_is_made_twice()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On("extuserprov POST").Call(1).ResetAfterEffect();

        AcceptedInvitation accepted = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountCreated, accepted.Outcome);
        Assert.Equal(Identifier, accepted.Identifier?.Value);
        Assert.Single(world.Server.Directory.Accounts, account => account.IsVirtual);
    }

    [Theory]
    [InlineData("extuserprov GET", 2)]
    [InlineData("AuthRequest", 1)]
    public async Task A_sign_up_that_was_done_is_not_reported_as_undone_because_looking_for_it_failed(string look, int call)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On("extuserprov POST").ResetAfterEffect();
        world.Server.Misbehave.On(look).FromCall(call).ServiceUnavailable();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world
                .Anonymous(options => options.MaxRetries = 0)
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    AskOnce,
                    Token
                )
        );

        Assert.NotNull(world.Server.Directory.FindAccount(Identifier));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_page_of_somebody_else_is_no_proof_that_no_account_was_made(int status)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On("extuserprov POST").ResetAfterEffect();
        world.Server.Misbehave.On("extuserprov GET").FromCall(2).HtmlPage(status);

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    AskOnce,
                    Token
                )
        );

        Assert.NotNull(world.Server.Directory.FindAccount(Identifier));
    }

    [Fact]
    public async Task A_sign_up_that_was_lost_before_it_was_done_is_done_again()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On("extuserprov POST").Call(1).ResetBeforeEffect();

        AcceptedInvitation accepted = await world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: Token
            );

        Assert.Equal(AcceptanceOutcome.AccountCreated, accepted.Outcome);
        Assert.Equal(200, await world.ReadFeedAsync(Identifier, GuestPassword));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task A_sign_up_that_is_lost_again_and_again_is_given_up_and_may_still_be_done(int retries, int sent)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On("extuserprov POST").ResetBeforeEffect();

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            world
                .Anonymous(options => options.MaxRetries = retries)
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    cancellationToken: Token
                )
        );

        Assert.Equal("extuserprov POST", e.Operation);
        Assert.Equal(sent, world.Server.Misbehave.Injected.Count);
        Assert.Null(world.Server.Directory.FindAccount(Identifier));
    }

    [Theory]
    [InlineData("displayName", 7)]
    [InlineData("password", 0xD83C)]
    public async Task A_name_or_password_that_would_not_arrive_as_given_is_refused_before_anything_is_sent(string parameter, int bad)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        int before = world.Server.Journal.Entries.Count;
        string name = "Adresse" + (parameter == "displayName" ? (char)bad : 's');
        string password = "s3cret-P4ss" + (parameter == "password" ? (char)bad : 's');

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    name,
                    new Secret(password),
                    cancellationToken: Token
                )
        );

        Assert.Equal(parameter, e.ParamName);
        Assert.DoesNotContain("s3cret", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, world.Server.Journal.Entries.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(600_001)]
    public async Task Publication_is_waited_for_within_limits(int milliseconds)
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();

        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            world
                .Anonymous()
                .Invitations.AcceptAsync(
                    PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                    "Adresse",
                    new Secret(GuestPassword),
                    new AcceptOptions { PublicationWait = TimeSpan.FromMilliseconds(milliseconds) },
                    Token
                )
        );

        Assert.StartsWith("PublicationWait must be from 0 to 10 minutes.", e.Message, StringComparison.Ordinal);
        Assert.Equal("options", e.ParamName);
    }

    [Fact]
    public async Task A_sign_up_page_that_never_ends_is_given_up_with_the_callers_token()
    {
        await using AssociationWorld world = await AssociationWorld.StartAsync();
        await world.ShareAsync();
        world.Server.Misbehave.On(MisbehaviourRules.SignUp).StallBody();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<AcceptedInvitation> accepting = world
            .Anonymous()
            .Invitations.AcceptAsync(
                PersonalLink.Parse(world.LinkTo().AbsoluteUri),
                "Adresse",
                new Secret(GuestPassword),
                cancellationToken: impatient.Token
            );

        await impatient.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepting);
        Assert.Equal(impatient.Token, e.CancellationToken);
    }
}

using Microsoft.Extensions.Time.Testing;
using Zourit.Zimbra.Sharing.Invitations;
using Zourit.Zimbra.Sharing.Tests.Soap;
using Zourit.Zimbra.Sharing.Tests.Worlds;
using Zourit.Zimbra.Sharing.Values;
using static Zourit.Zimbra.Sharing.Tests.Guests.SignUpPages;
using static Zourit.Zimbra.Sharing.Tests.Worlds.Association;

namespace Zourit.Zimbra.Sharing.Tests.Guests;

/// <summary>
/// Sign-ups whose answer was lost: what the server may be at even now, what it did meanwhile, and what of it is not known.
/// </summary>
public sealed class LostAcceptanceTests
{
    private static readonly AcceptOptions AskOnce = new() { PublicationWait = TimeSpan.Zero };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static bool SignsUp(string request) => request.StartsWith("POST /service/extuserprov", StringComparison.Ordinal);

    private static Task<AcceptedInvitation> AcceptAsync(AssociationWorld world, HttpMessageHandler? way, int retries = 1) =>
        world
            .Anonymous(options => options.MaxRetries = retries, way)
            .Invitations.AcceptAsync(PersonalLink.Parse(world.LinkTo().AbsoluteUri), "Adresse", new Secret(GuestPassword), AskOnce, Token);

    private static async Task<AssociationWorld> SharedAsync(string? ownerName = null)
    {
        AssociationWorld world = await AssociationWorld.StartAsync(seed =>
            seed.Directory.FindAccount(Owner)!.Attributes["displayName"] = ownerName ?? "Mon Asso"
        );
        await world.ShareAsync();
        return world;
    }

    [Fact]
    public async Task A_sign_up_that_the_server_may_be_at_even_now_is_not_reported_as_undone()
    {
        await using AssociationWorld world = await SharedAsync();
        var slow = new SlowServer { CutsOff = SignsUp };

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            AcceptAsync(world, slow, retries: 0)
        );
        await slow.FinishAsync();

        Assert.Contains("the server may be at it even now. Accept again to learn it.", e.Message, StringComparison.Ordinal);
        Assert.NotNull(world.Server.Directory.FindAccount(Identifier));
        Assert.Equal(AcceptanceOutcome.AccountExists, (await AcceptAsync(world, way: null)).Outcome);
    }

    [Fact]
    public async Task A_link_that_cannot_be_opened_before_the_repetition_does_not_hide_the_sign_up_that_may_still_run()
    {
        await using AssociationWorld world = await SharedAsync();
        world.Server.Misbehave.On("extuserprov GET").FromCall(2).ServiceUnavailable();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => AcceptAsync(world, new SlowServer { CutsOff = SignsUp }));
    }

    [Fact]
    public async Task A_repetition_that_is_rejected_does_not_hide_the_sign_up_that_may_still_run()
    {
        await using AssociationWorld world = await SharedAsync();
        world.Server.Misbehave.On("extuserprov POST").ServiceUnavailable();

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => AcceptAsync(world, new SlowServer { CutsOff = SignsUp }));
    }

    [Fact]
    public async Task A_repetition_that_is_refused_since_nothing_is_shared_any_more_does_not_hide_the_sign_up_that_may_still_run()
    {
        await using AssociationWorld world = await SharedAsync();
        var slow = new SlowServer
        {
            CutsOff = SignsUp,
            Meanwhile = () => world.AsOwner().Calendars.RevokeGuestAsync(Events, Guest, cancellationToken: Token),
        };

        ZimbraOutcomeUnknownException e = await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => AcceptAsync(world, slow));

        Assert.Contains("a further one was refused", e.Message, StringComparison.Ordinal);
        Assert.Contains("nothing is shared with this address", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_a_repetition_shows_to_be_refused_is_reported_so()
    {
        await using AssociationWorld world = await SharedAsync();

        ZimbraInvitationException e = await Assert.ThrowsAsync<ZimbraInvitationException>(() =>
            world
                .Anonymous(way: new SlowServer { CutsOff = SignsUp })
                .Invitations.AcceptAsync(PersonalLink.Parse(world.LinkTo().AbsoluteUri), "Adresse", new Secret("abc"), AskOnce, Token)
        );

        Assert.Equal(InvitationFailure.PasswordRefused, e.Failure);
    }

    [Theory]
    [InlineData("POST /service/extuserprov", 1)]
    [InlineData("GET /service/extuserprov", 1)]
    [InlineData("GET /service/extuserprov", 2)]
    public async Task A_slow_sign_up_that_was_done_meanwhile_is_reported_as_made(string before, int call)
    {
        await using AssociationWorld world = await SharedAsync();
        int calls = 0;
        var slow = new SlowServer
        {
            CutsOff = SignsUp,
            IsDoneBefore = request => request.StartsWith(before, StringComparison.Ordinal) && ++calls == call,
        };

        AcceptedInvitation accepted = await AcceptAsync(world, slow);

        Assert.Equal((AcceptanceOutcome.AccountCreated, Identifier, null), (accepted.Outcome, accepted.Identifier?.Value, accepted.Code));
        Assert.Equal(GuestPassword, Assert.Single(world.Server.Directory.Accounts, account => account.IsVirtual).Password);
    }

    [Fact]
    public async Task A_page_that_reported_a_missing_mountpoint_and_was_lost_does_not_make_the_account_whole()
    {
        await using AssociationWorld world = await SharedAsync("Asso: la vie");
        world.Server.Misbehave.On("extuserprov POST").ResetAfterEffect();

        AcceptedInvitation accepted = await AcceptAsync(world, way: null);

        Assert.Equal(
            (AcceptanceOutcome.AccountCreatedIncomplete, Identifier, null),
            (accepted.Outcome, accepted.Identifier?.Value, accepted.Code)
        );
    }

    [Fact]
    public async Task A_cut_page_and_the_form_as_before_show_that_nothing_was_made()
    {
        await using ScriptedServer server = Server(request =>
        {
            request.CloseAfterwards |= IsPost(request);
            return IsPost(request) ? Page("<html><body>account.NO_SHARE_EXISTS</body></html>")[..^20] : Invitation;
        });

        ZimbraConnectionException e = await Assert.ThrowsAsync<ZimbraConnectionException>(() => SignUpPages.AcceptAsync(server));

        Assert.EndsWith("still shows the form. No account was made.", e.Message, StringComparison.Ordinal);
        Assert.Equal((true, "extuserprov POST"), (e.IsTransient, e.Operation));
    }

    [Fact]
    public async Task An_account_on_another_server_that_a_lost_sign_up_may_have_made_is_not_reported_as_one_that_was_there_before()
    {
        int posts = 0;
        await using ScriptedServer server = Server(request =>
            IsPost(request) ? (++posts == 1 ? null : Page("<html><body>account.ACCOUNT_EXISTS</body></html>"))
            : posts < 2 ? Invitation
            : LoginOfDomain
        );

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            SignUpPages.AcceptAsync(server, home: new Uri("https://mail1.example.net"), configure: options => options.MaxRetries = 1)
        );
    }

    [Fact]
    public async Task The_login_that_tells_whose_account_it_is_is_tried_once_even_when_its_answer_is_lost()
    {
        bool posted = false;
        await using ScriptedServer server = Server(request =>
        {
            posted |= IsPost(request);
            return IsSoap(request) || IsPost(request) ? null
                : posted ? LoginOfDomain
                : Invitation;
        });

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() => SignUpPages.AcceptAsync(server, configure: options =>
            {
                options.MaxRetries = 3;
                options.RetryDelay = TimeSpan.Zero;
            }));

        Assert.Single(server.Requests, IsSoap);
    }

    [Fact]
    public async Task The_login_that_tells_whose_account_it_is_is_not_waited_for_without_end()
    {
        var time = new FakeTimeProvider();
        bool posted = false;
        await using ScriptedServer server = Server(request =>
        {
            posted |= IsPost(request);
            if (IsSoap(request))
            {
                time.Advance(TimeSpan.FromMinutes(1));
            }

            return IsSoap(request) || IsPost(request) ? null
                : posted ? LoginOfDomain
                : Invitation;
        });

        await Assert.ThrowsAsync<ZimbraOutcomeUnknownException>(() =>
            SignUpPages.AcceptAsync(server, configure: options => options.TimeProvider = time)
        );
    }
}
